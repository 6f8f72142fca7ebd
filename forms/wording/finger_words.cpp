#include "forms/wording/finger_words.h"

#include "forms/wording/words.h"

#include <wx/intl.h>

namespace guitai::words
{

wxString sentence(FingerOutcome outcome)
{
    switch (outcome) {
    case FingerOutcome::taken:
        return _("The print was taken.");
    case FingerOutcome::noFeatures:
        return _("There is an image, but no features could be found in it. Clean the scanner and "
                 "the finger, then try again.");
    case FingerOutcome::noFinger:
        return _("No finger came onto the scanner in time; nothing was counted. Try again.");
    case FingerOutcome::notConfigured:
        return _("No fingerprint scanner is set up at this window; enter the results below.");
    case FingerOutcome::noLibrary:
        return _("The scanner's library cannot be loaded. Call the administrator; until then "
                 "enter the results below.");
    case FingerOutcome::noDevice:
        return _("The scanner is not found. Check its cable, then try again.");
    case FingerOutcome::crashed:
        return _("The scanner's library broke off. Nothing was lost; try again.");
    case FingerOutcome::hung:
        return _("The scanner's library did not answer and was ended. Nothing was lost; try "
                 "again.");
    case FingerOutcome::nonsense:
        return _("The scanner's library answered what cannot be; nothing was taken. Try again.");
    case FingerOutcome::cancelled:
        return _("Stopped. Nothing was taken.");
    }
    return {};
}

wxString record(const std::vector<FingerTry>& tries, const FingerRules& rules)
{
    auto all = wxString{};
    for (const auto hand : {Hand::right, Hand::left})
        for (const auto finger : rules.fingersOf(hand)) {
            const auto state = stateOf(finger, tries, rules);
            auto part = wxString{};
            if (state.kind == FingerState::Kind::absent)
                // TRANSLATORS: %s is a finger
                part = wxString::Format(_("%s cannot be laid down"), name(finger));
            else if (state.attempts > 0)
                // TRANSLATORS: a finger, how many attempts, the best score
                part = wxString::Format(wxPLURAL("%s %d attempt, best %d",
                                                 "%s %d attempts, best %d",
                                                 static_cast<unsigned>(state.attempts)),
                                        name(finger),
                                        state.attempts,
                                        state.best);
            if (part.empty())
                continue;
            if (!all.empty())
                // TRANSLATORS: stands between the parts of a list
                all += _("; ");
            all += part;
        }
    return all;
}

} // namespace guitai::words
