#include "services/cases/notice_desk.h"

#include "services/approvals/request_events.h"
#include "services/cases/case_events.h"
#include "services/rules/citizen_number.h"

namespace guitai
{

using enum Refusal::Code;

NoticeDesk::NoticeDesk(CaseDesk::Parts parts,
                       ReportPrinter& printer,
                       PaperOutput& output,
                       StationTexts texts)
    : m_parts(std::move(parts)), m_printer(printer), m_output(output), m_texts(std::move(texts))
{
}

CaseNotice NoticeDesk::headOf(const Case& subject) const
{
    auto notice = CaseNotice{};
    notice.acceptanceNumber = subject.acceptanceNumber;
    notice.name = subject.draft.applicant.name;
    notice.maskedNumber = maskedCitizenNumber(subject.draft.applicant.citizenNumber);
    notice.application = subject.kind;
    notice.acceptedOn = subject.day;
    notice.clerk = subject.clerkName;
    notice.phone = m_texts.phone;
    notice.address = m_texts.address;
    return notice;
}

Result<CaseNotice> NoticeDesk::noticeOf(const Actor& actor, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(actor, Operation::printVoucher); !permitted)
        return permitted.refusals();
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    const auto rejected = subject->state == CaseState::rejected;
    if (subject->state != CaseState::awaitingApproval && !rejected)
        return Refusal{wrongState, "state", {std::string{nameOf(subject->state)}}};
    auto notice = headOf(*subject);
    notice.kind = rejected ? CaseNotice::Kind::rejected : CaseNotice::Kind::waiting;
    notice.due = subject->charge.due;
    for (const auto& exception : subject->exceptions) {
        const auto& decision = exception.decision;
        const auto refused = decision && decision->outcome == DecisionOutcome::rejected;
        if (rejected ? refused : !decision)
            notice.subjects.push_back(exception.kind);
        if (refused)
            notice.reason = decision->reason;
    }
    return notice;
}

Result<CaseNotice> NoticeDesk::noticeOfRequest(const Actor& actor, const std::string& id)
{
    if (const auto permitted = require(actor, Operation::printVoucher); !permitted)
        return permitted.refusals();
    const auto request = loadRequest(m_parts.journal, id);
    if (!request)
        return Refusal{noSuchRequest, "request", {}};
    const auto rejected = request->state == RequestState::rejected;
    if (request->state != RequestState::waiting && !rejected)
        return Refusal{alreadyDecided, "request", {}};
    const auto subject = loadCase(m_parts.journal, request->subject.acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    auto notice = headOf(*subject);
    notice.kind = rejected ? CaseNotice::Kind::rejected : CaseNotice::Kind::waiting;
    notice.asked = AskedMatter{request->subject, request->evidence};
    if (rejected)
        notice.reason = request->decision.value().reason;
    return notice;
}

Result<RenderedPaper> NoticeDesk::paper(const CaseNotice& notice)
{
    auto head = ReportHead{.authority = m_texts.authority,
                           .station = m_parts.identity.name,
                           .window = m_parts.identity.window};
    head.printedAt = m_parts.time.dateMinuteText(m_parts.clock.now());
    head.time = m_parts.time;
    head.training = m_parts.identity.training;
    return m_printer.noticePaper(head, notice);
}

Result<Done> NoticeDesk::print(const Result<CaseNotice>& notice)
{
    if (!notice)
        return notice.refusals();
    const auto made = paper(notice.value());
    if (!made)
        return made.refusals();
    m_output.put(made.value().pdf, "notice-" + notice.value().acceptanceNumber);
    return Done{};
}

Result<Done> NoticeDesk::print(const Actor& actor, const std::string& acceptanceNumber)
{
    return print(noticeOf(actor, acceptanceNumber));
}

Result<Done> NoticeDesk::printOfRequest(const Actor& actor, const std::string& id)
{
    return print(noticeOfRequest(actor, id));
}

} // namespace guitai
