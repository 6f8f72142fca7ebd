#include "services/cases/notice_desk.h"

#include "services/cases/case_events.h"
#include "services/rules/citizen_number.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

CaseNotice noticeFor(const Case& subject, const StationTexts& texts)
{
    const auto rejected = subject.state == CaseState::rejected;
    auto notice = CaseNotice{};
    notice.kind = rejected ? CaseNotice::Kind::rejected : CaseNotice::Kind::waiting;
    notice.acceptanceNumber = subject.acceptanceNumber;
    notice.name = subject.draft.applicant.name;
    notice.maskedNumber = maskedCitizenNumber(subject.draft.applicant.citizenNumber);
    notice.application = subject.kind;
    notice.acceptedOn = subject.day;
    notice.due = subject.charge.due;
    notice.clerk = subject.clerkName;
    notice.phone = texts.phone;
    notice.address = texts.address;
    for (const auto& exception : subject.exceptions) {
        const auto& decision = exception.decision;
        const auto refused = decision && decision->outcome == DecisionOutcome::rejected;
        if (rejected ? refused : !decision)
            notice.subjects.push_back(exception.kind);
        if (refused)
            notice.reason = decision->reason;
    }
    return notice;
}

} // namespace

NoticeDesk::NoticeDesk(CaseDesk::Parts parts,
                       ReportPrinter& printer,
                       PaperOutput& output,
                       StationTexts texts)
    : m_parts(std::move(parts)), m_printer(printer), m_output(output), m_texts(std::move(texts))
{
}

Result<CaseNotice> NoticeDesk::noticeOf(const Actor& actor, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(actor, Operation::printVoucher); !permitted)
        return permitted.refusals();
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    if (subject->state != CaseState::awaitingApproval && subject->state != CaseState::rejected)
        return Refusal{wrongState, "state", {std::string{nameOf(subject->state)}}};
    return noticeFor(*subject, m_texts);
}

Result<RenderedPaper> NoticeDesk::paper(const Actor& actor, const std::string& acceptanceNumber)
{
    const auto notice = noticeOf(actor, acceptanceNumber);
    if (!notice)
        return notice.refusals();
    constexpr std::size_t toTheMinute = 16;
    auto head = ReportHead{.authority = m_texts.authority,
                           .station = m_parts.identity.name,
                           .window = m_parts.identity.window};
    head.printedAt = m_parts.time.dateTimeText(m_parts.clock.now()).substr(0, toTheMinute);
    head.time = m_parts.time;
    head.training = m_parts.identity.training;
    return m_printer.noticePaper(head, notice.value());
}

Result<Done> NoticeDesk::print(const Actor& actor, const std::string& acceptanceNumber)
{
    const auto made = paper(actor, acceptanceNumber);
    if (!made)
        return made.refusals();
    m_output.put(made.value().pdf, "notice-" + acceptanceNumber);
    return Done{};
}

} // namespace guitai
