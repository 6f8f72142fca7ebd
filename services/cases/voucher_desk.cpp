#include "services/cases/voucher.h"

#include "services/approvals/request_events.h"
#include "services/approvals/request_evidence.h"
#include "services/cases/case_events.h"
#include "services/cases/voucher_values.h"
#include "services/failure.h"
#include "services/rules/person_name.h"
#include "services/utf8.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// Why no voucher of this case may exist yet, or any more.
Refusals printingFaults(const Case& subject)
{
    if (subject.state == CaseState::rejected || subject.state == CaseState::withdrawn ||
        subject.state == CaseState::collected || subject.state == CaseState::posted)
        return {{wrongState, "state", {std::string{nameOf(subject.state)}}}};
    auto faults = Refusals{};
    if (std::ranges::any_of(subject.exceptions,
                            [](const CaseException& exception) { return !exception.decision; }))
        return {{approvalPending, "exception", {}}}; // no money is taken before the decision
    if (subject.charge.state != ChargeState::settled)
        faults.push_back({notSettled, "payment", {}});
    return faults;
}

bool isUnresolved(const PaperRow& paper)
{
    return paper.state == "intended" || paper.state == "unknown";
}

Refusals originalFaults(const Case& subject)
{
    auto faults = printingFaults(subject);
    const auto papers = papersIn(subject);
    if (std::ranges::any_of(papers, isUnresolved))
        faults.push_back({unresolvedPrint, "paper", {}});
    else if (copiesMade(papers) > 0)
        faults.push_back({alreadyPrinted, "voucher", {}});
    return faults;
}

/// From the second reprint on somebody else answers for it (a supervisor
/// decides reprints, never the own ones).
std::optional<Refusal> agreementFault(const Actor& actor,
                                      const Case& subject,
                                      const std::optional<Actor>& supervisor,
                                      int copy)
{
    if (copy <= copiesWithoutSupervisor)
        return std::nullopt;
    const auto operation = std::string{nameOf(Operation::approveReprint)};
    if (!supervisor || !require(*supervisor, Operation::approveReprint))
        return Refusal{notPermitted, "supervisor", {operation}};
    if (isOneOf(*supervisor,
                {{actor.userId, actor.personId}, {subject.clerk, subject.clerkPerson}}))
        return Refusal{ownWork, "supervisor", {}};
    return std::nullopt;
}

/// The request by which a sheet was printed; empty: none.
std::string
requestOfPaper(Journal& journal, const std::string& acceptanceNumber, const std::string& paperId)
{
    for (const auto& event : journal.eventsOf(subjectOfCase(acceptanceNumber))) {
        if (event.kind != EventKind::paperIntended)
            continue;
        const auto payload = Payload{event};
        if (payload.text("id") == paperId)
            return payload.has("request") ? payload.text("request") : std::string{};
    }
    return {};
}

} // namespace

VoucherDesk::VoucherDesk(CaseDesk::Parts parts,
                         VoucherPrinter& printer,
                         PaperOutput& output,
                         StationTexts texts)
    : m_parts(std::move(parts)), m_printer(printer), m_output(output), m_texts(std::move(texts))
{
}

Result<Done> VoucherDesk::mayIssue(const Actor& actor, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(actor, Operation::printVoucher); !permitted)
        return permitted.refusals();
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    if (auto faults = originalFaults(*subject); !faults.empty())
        return faults;
    return Done{};
}

Result<Voucher>
VoucherDesk::voucherOf(const std::string& acceptanceNumber, int copy, const std::string& reason)
{
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    if (auto faults = printingFaults(*subject); !faults.empty())
        return faults;
    auto voucher = voucherValues(*subject, m_parts.rules, m_parts.identity, m_texts);
    // Post can be asked for on the day of the application only; a sheet of a later day says so
    // instead of offering it, unless it was asked for in time.
    const auto printDay = m_parts.time.dateOf(m_parts.clock.now());
    if (subject->day != printDay && voucher.delivery != DeliveryMethod::post) {
        voucher.postPossible = false;
        voucher.postalEntry.clear();
    }
    voucher.copy = copy;
    voucher.reprintReason = reason;
    voucher.printedAt = m_parts.time.dateMinuteText(m_parts.clock.now());
    return voucher;
}

Result<RgbImage>
VoucherDesk::preview(const Actor& actor, const std::string& acceptanceNumber, double dotsPerInch)
{
    if (const auto permitted = require(actor, Operation::printVoucher); !permitted)
        return permitted.refusals();
    const auto voucher = voucherOf(acceptanceNumber, 0, {});
    if (!voucher)
        return voucher.refusals();
    const auto paper = m_printer.render(voucher.value());
    if (!paper)
        return paper.refusals();
    return m_printer.preview(paper.value().pdf, dotsPerInch);
}

Result<IssuedPaper> VoucherDesk::issue(const Actor& actor, const std::string& acceptanceNumber)
{
    if (const auto may = mayIssue(actor, acceptanceNumber); !may)
        return may.refusals();
    return release(actor, acceptanceNumber, 0, {});
}

Result<IssuedPaper> VoucherDesk::reprint(const Actor& actor,
                                         const std::string& acceptanceNumber,
                                         const std::string& reason,
                                         const Agreement& agreement)
{
    if (const auto permitted = require(actor, Operation::reprintVoucher); !permitted)
        return permitted.refusals();
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    if (!subject)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    if (auto faults = printingFaults(*subject); !faults.empty())
        return faults;
    const auto papers = papersIn(*subject);
    if (std::ranges::any_of(papers, isUnresolved))
        return Refusal{unresolvedPrint, "paper", {}};
    const auto copy = copiesMade(papers);
    if (copy == 0) // there is no original that could be printed again
        return Refusal{missing, "voucher", {}};
    auto agreed =
        agreedTo(m_parts.journal, agreement, aboutReprint(acceptanceNumber), trimmed(reason));
    if (!agreed)
        return agreed.refusals();
    if (agreed.value().reason.empty())
        return Refusal{reasonNeeded, "reason", {}};
    const auto why = parseText(agreed.value().reason, longestReprintReason, "reason");
    if (!why)
        return why.refusals();
    agreed.value().reason = why.value();
    if (const auto holds = agreed.value().holdsFor(reprintEvidence(papers)); !holds)
        return holds.refusals();
    if (const auto fault = agreementFault(actor, *subject, agreed.value().supervisor, copy))
        return *fault;
    if (copy <= copiesWithoutSupervisor)
        agreed.value().supervisor.reset(); // the first one is the clerk's own
    return release(actor, acceptanceNumber, copy, agreed.value());
}

Result<IssuedPaper> VoucherDesk::release(const Actor& actor,
                                         const std::string& acceptanceNumber,
                                         int copy,
                                         const Agreed& agreed)
{
    const auto voucher = voucherOf(acceptanceNumber, copy, agreed.reason);
    if (!voucher)
        return voucher.refusals();
    const auto paper = m_printer.render(voucher.value());
    if (!paper)
        return paper.refusals();
    const auto id = m_parts.random.id();
    auto intent = nlohmann::json{
        {"id", id}, {"case", acceptanceNumber}, {"copy", copy}, {"reason", agreed.reason}};
    if (agreed.supervisor)
        intent["supervisor"] = agreed.supervisor->userId;
    if (!agreed.request.empty())
        intent["request"] = agreed.request;
    auto& journal = m_parts.journal;
    journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(
            EventKind::paperIntended, subjectOfCase(acceptanceNumber), actor, std::move(intent)));
        agreed.append(writing, journal, actor, aboutReprint(acceptanceNumber));
    });
    try {
        m_output.put(paper.value().pdf, voucherTitle(acceptanceNumber, copy));
    } catch (const ServiceFailure&) {
        end(EventKind::paperFailed, actor, acceptanceNumber, id); // nothing left the machine
        throw;
    }
    end(EventKind::paperIssued, actor, acceptanceNumber, id);
    const auto papers = papersOf(acceptanceNumber);
    return IssuedPaper{*std::ranges::find(papers, id, &PaperRow::id), paper.value().pdf};
}

/// What was approved for a sheet that did not come out holds on.
void VoucherDesk::end(EventKind outcome,
                      const Actor& actor,
                      const std::string& acceptanceNumber,
                      const std::string& paperId)
{
    auto& journal = m_parts.journal;
    const auto request = outcome == EventKind::paperFailed
                             ? requestOfPaper(journal, acceptanceNumber, paperId)
                             : std::string{};
    journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(outcome,
                                subjectOfCase(acceptanceNumber),
                                actor,
                                {{"id", paperId}, {"case", acceptanceNumber}}));
        if (!request.empty())
            appendReturn(writing, journal, actor, request);
    });
}

Result<Done> VoucherDesk::resolve(const Actor& actor, const std::string& paperId, bool cameOut)
{
    if (const auto permitted = require(actor, Operation::printVoucher); !permitted)
        return permitted.refusals();
    const auto papers = m_parts.journal.unresolvedPapers();
    const auto paper = std::ranges::find(papers, paperId, &PaperRow::id);
    if (paper == papers.end())
        return Refusal{alreadyDecided, "paper", {}};
    end(cameOut ? EventKind::paperIssued : EventKind::paperFailed,
        actor,
        paper->acceptanceNumber,
        paperId);
    return Done{};
}

std::vector<PaperRow> VoucherDesk::papersOf(const std::string& acceptanceNumber)
{
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    return subject ? papersIn(*subject) : std::vector<PaperRow>{};
}

std::vector<PaperRow> VoucherDesk::unresolved()
{
    return m_parts.journal.unresolvedPapers();
}

} // namespace guitai
