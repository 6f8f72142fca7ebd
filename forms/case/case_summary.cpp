#include "forms/case/case_summary.h"

#include "forms/case/amounts.h"
#include "forms/case/digit_groups.h"
#include "forms/text.h"
#include "forms/wording/guardian_words.h"
#include "services/rules/ethnicities.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

using Lines = std::vector<std::pair<wxString, wxString>>;

wxString dotted(const wxString& left, const wxString& right)
{
    if (left.empty() || right.empty())
        return left + right;
    return left + wxString::FromUTF8(" · ") + right;
}

wxString printInWords(const HandPrint& print)
{
    if (!print.result)
        return {};
    return dotted(print.finger ? words::name(*print.finger) : wxString{},
                  words::name(*print.result));
}

wxString deliveryInWords(const CaseSession& session)
{
    const auto& delivery = session.draft().delivery;
    if (!delivery.method)
        return {};
    const auto method = words::name(*delivery.method);
    if (*delivery.method == DeliveryMethod::proxy)
        return dotted(method, toUi(delivery.proxy.name));
    if (*delivery.method == DeliveryMethod::pickUp)
        return method;
    const auto& city = session.station().rules.city;
    const auto* district = city.district(delivery.postal.district);
    const auto place = city.name + (district ? district->name : std::string{});
    return dotted(method,
                  toUi(place + delivery.postal.street) + wxString::FromUTF8("，") +
                      toUi(delivery.postal.recipient + " " + delivery.postal.phone));
}

void addPerson(Lines& lines, const CaseSession& session)
{
    const auto& applicant = session.draft().applicant;
    const auto& derived = session.derived();
    const auto ethnicity = ethnicityName(applicant.ethnicity);
    lines.emplace_back(_("Name"), toUi(applicant.name));
    lines.emplace_back(_("Sex, ethnicity"),
                       dotted(derived.sex ? words::name(*derived.sex) : wxString{},
                              ethnicity ? toUi(*ethnicity) : wxString{}));
    lines.emplace_back(_("Citizen number"), toUi(inGroups(applicant.citizenNumber, {6, 8, 3, 1})));
    lines.emplace_back(_("Address"), toUi(applicant.address));
    if (!applicant.phone.empty())
        lines.emplace_back(_("Phone"), toUi(inGroups(applicant.phone, {3, 4, 4})));
    if (const auto& guardian = session.draft().guardian)
        lines.emplace_back(_("Guardian"), words::guardian(*guardian));
}

} // namespace

Lines summaryOf(const CaseSession& session)
{
    auto lines = Lines{};
    const auto& draft = session.draft();
    const auto& derived = session.derived();
    addPerson(lines, session);
    lines.emplace_back(_("Application"),
                       dotted(derived.category ? words::name(*derived.category) : wxString{},
                              derived.kind ? words::name(*derived.kind) : wxString{}));
    lines.emplace_back(_("Fingerprints"),
                       dotted(printInWords(draft.rightHand), printInWords(draft.leftHand)));
    lines.emplace_back(_("Delivery"), deliveryInWords(session));
    if (draft.temporaryCard)
        lines.emplace_back(_("Temporary card"), _("asked for"));
    lines.emplace_back(_("Fee"), yuan(derived.due));
    return lines;
}

CaseSummary::CaseSummary(wxWindow* parent)
    : Card(parent, theme::Role::panel, theme::Role::border),
      m_grid(new wxFlexGridSizer(2, FromDIP(5), FromDIP(16)))
{
    m_grid->AddGrowableCol(1, 1);
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(m_grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizer(frame);
}

void CaseSummary::show(const Lines& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    m_grid->Clear(true);
    for (const auto& [label, value] : lines) {
        auto* words = new wxStaticText(this, wxID_ANY, label);
        theme::paint(words, {.text = theme::Role::mutedText});
        const auto empty = value.empty();
        m_grid->Add(words, wxSizerFlags().Top());
        m_grid->Add(new WrappedText(this,
                                    empty ? wxString::FromUTF8("—") : value,
                                    theme::Text::heading,
                                    empty ? theme::Role::mutedText : theme::Role::text),
                    wxSizerFlags(1).Expand());
    }
    layOutAround(this);
}

} // namespace guitai
