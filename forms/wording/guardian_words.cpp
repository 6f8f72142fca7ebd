#include "forms/wording/guardian_words.h"

#include "forms/text.h"
#include "forms/wording/words.h"

#include <wx/intl.h>

namespace guitai::words
{

namespace
{

wxString withRelation(const std::string& person, const std::optional<Relation>& relation)
{
    if (!relation)
        return toUi(person);
    // TRANSLATORS: guardian's name, relation to the child
    return wxString::Format(_("%s (%s)"), toUi(person), name(*relation));
}

void addLine(wxString& text, const wxString& line)
{
    if (!text.empty())
        text += "\n";
    text += line;
}

} // namespace

wxString guardian(const Guardian& guardian)
{
    switch (guardian.role.value_or(GuardianRole::byLaw)) {
    case GuardianRole::byLaw:
    case GuardianRole::appointed:
        break;
    case GuardianRole::delegate:
        // TRANSLATORS: who stands at the window, the guardian who signed the power of attorney
        return wxString::Format(_("%s, with a power of attorney of %s"),
                                toUi(guardian.name),
                                withRelation(guardian.principal.name, guardian.principal.relation));
    case GuardianRole::institution:
        // TRANSLATORS: who stands at the window, the institution that is the guardian
        return wxString::Format(
            _("%s, for %s"), toUi(guardian.name), toUi(guardian.institution.name));
    }
    return withRelation(guardian.name, guardian.relation);
}

wxString guardianEvidence(const Guardian& of, const GuardianRules& rules)
{
    auto text = guardian(of);
    const auto role = of.role.value_or(GuardianRole::byLaw);
    if (role != GuardianRole::byLaw)
        addLine(text, name(role));
    if (const auto* ground = rules.ground(of.ground))
        // TRANSLATORS: a ground of the city's list
        addLine(text, wxString::Format(_("Why no parent acts: %s"), toUi(ground->title)));
    if (of.sameRegister)
        addLine(text,
                *of.sameRegister ? _("On the child's household register")
                                 : _("On another household register"));
    if (of.livesOnOwnIncome)
        addLine(text, _("Under age, lives on an own income"));
    return text;
}

wxString guardianSignature(const std::optional<Guardian>& guardian)
{
    switch (guardian ? guardian->role.value_or(GuardianRole::byLaw) : GuardianRole::byLaw) {
    case GuardianRole::byLaw:
    case GuardianRole::appointed:
        break;
    case GuardianRole::delegate:
        return _("Signature of the person with the power of attorney");
    case GuardianRole::institution:
        return _("Signature for the institution");
    }
    return _("Signature of the guardian");
}

} // namespace guitai::words
