#include "forms/approvals/matter_words.h"

#include "forms/approvals/evidence_words.h"
#include "forms/case/amounts.h"
#include "forms/frame/case_rows.h"
#include "forms/text.h"
#include "forms/wording/document_words.h"
#include "forms/wording/request_words.h"
#include "forms/wording/words.h"
#include "services/rules/citizen_number.h"

#include <wx/intl.h>

#include <algorithm>

namespace guitai
{

namespace
{

wxString exceptionWords(const Case& subject)
{
    auto text = wxString{};
    for (const auto kind : openExceptions(subject))
        text += (text.empty() ? wxString{} : wxString::FromUTF8("、")) + words::name(kind);
    return text;
}

FactList::Facts caseFacts(const Case& subject)
{
    return {{_("Citizen number"), toUi(maskedCitizenNumber(subject.draft.applicant.citizenNumber))},
            {_("Category"), words::name(subject.category)},
            {_("Kind"), words::name(subject.kind)},
            {_("Fee"), yuan(subject.charge.due)},
            {_("Taken by"), toUi(subject.clerkName)}};
}

wxString caseEvidence(const Case& subject, const RuleBook& rules)
{
    auto text = wxString{};
    if (!subject.draft.copies.empty())
        // TRANSLATORS: papers with their pages
        text = wxString::Format(_("Copies: %s."), words::copies(subject.draft.copies));
    for (const auto kind : openExceptions(subject)) {
        const auto& exception = *std::ranges::find(subject.exceptions, kind, &CaseException::kind);
        auto evidence = evidenceWords(subject, kind, rules);
        if (const auto inquiries = inquiryWords(exception); !inquiries.empty())
            evidence += (evidence.empty() ? wxString{} : wxString("\n")) + inquiries;
        text += (text.empty() ? wxString{} : wxString("\n")) + wxString::FromUTF8("● ") +
                words::name(kind) + (evidence.empty() ? wxString{} : "\n" + evidence);
    }
    return text;
}

wxString requestEvidence(const RequestView& view)
{
    auto text = wxString::FromUTF8("● ") + words::name(view.request.subject.kind) + "\n" +
                words::evidence(view);
    if (const auto inquiries = words::inquiries(view.request.inquiries); !inquiries.empty())
        text += "\n" + inquiries;
    return text;
}

} // namespace

wxString waitedWords(std::chrono::seconds waited)
{
    constexpr auto hour = std::int64_t{60};
    const auto minutes = std::max<std::int64_t>(waited.count() / 60, 0);
    if (minutes < hour)
        return wxString::Format(_("%d min"), static_cast<int>(minutes));
    return wxString::Format(
        _("%d h %d min"), static_cast<int>(minutes / hour), static_cast<int>(minutes % hour));
}

wxString matterWords(const WaitingMatter& matter)
{
    const auto text = matter.request ? words::name(matter.request->request.subject.kind)
                                     : exceptionWords(*matter.subject);
    return matter.isAskedBack() ? dotted({text, _("asked back")}) : text;
}

wxString whomItConcerns(const WaitingMatter& matter)
{
    if (matter.subject)
        return toUi(matter.subject->draft.applicant.name);
    const auto& view = *matter.request;
    return view.applicant.empty() ? wxString::Format(_("Drawer of %s"), toUi(view.requesterName))
                                  : toUi(view.applicant);
}

FactList::Facts factsOf(const WaitingMatter& matter, StationTime time)
{
    if (matter.subject)
        return caseFacts(*matter.subject);
    const auto& view = *matter.request;
    auto facts = FactList::Facts{{_("Asked by"), toUi(view.requesterName)},
                                 {_("Asked at"), toUi(time.dateTimeText(view.request.askedAt))}};
    if (const auto& number = view.request.subject.acceptanceNumber; !number.empty())
        facts.insert(facts.begin(),
                     {_("Acceptance number"), toUi(groupedAcceptanceNumber(number))});
    return facts;
}

wxString evidenceOf(const WaitingMatter& matter, const RuleBook& rules)
{
    return matter.request ? requestEvidence(*matter.request) : caseEvidence(*matter.subject, rules);
}

} // namespace guitai
