#include "services/cases/voucher.h"

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

constexpr std::size_t longestReprintReason = 100; ///< code points
constexpr int copiesWithoutSupervisor = 1;

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

/// Copies that left the machine or may have; a failed one did not.
int copiesMade(const std::vector<PaperRow>& papers)
{
    return static_cast<int>(std::ranges::count_if(
        papers, [](const PaperRow& paper) { return paper.state != "failed"; }));
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
std::optional<Refusal>
agreementFault(const Actor& actor, const std::optional<Actor>& supervisor, int copy)
{
    if (copy <= copiesWithoutSupervisor)
        return std::nullopt;
    const auto operation = std::string{nameOf(Operation::approveReprint)};
    if (!supervisor || !require(*supervisor, Operation::approveReprint))
        return Refusal{notPermitted, "supervisor", {operation}};
    if (supervisor->userId == actor.userId || supervisor->personId == actor.personId)
        return Refusal{ownWork, "supervisor", {}};
    return std::nullopt;
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
    constexpr std::size_t toTheMinute = 16;
    voucher.printedAt = m_parts.time.dateTimeText(m_parts.clock.now()).substr(0, toTheMinute);
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
    return release(actor, acceptanceNumber, 0, {}, {});
}

Result<IssuedPaper> VoucherDesk::reprint(const Actor& actor,
                                         const std::string& acceptanceNumber,
                                         const std::string& reason,
                                         const std::optional<Actor>& supervisor)
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
    if (trimmed(reason).empty())
        return Refusal{reasonNeeded, "reason", {}};
    const auto why = parseText(reason, longestReprintReason, "reason");
    if (!why)
        return why.refusals();
    if (const auto fault = agreementFault(actor, supervisor, copy))
        return *fault;
    const auto agreed = copy > copiesWithoutSupervisor ? supervisor->userId : std::string{};
    return release(actor, acceptanceNumber, copy, why.value(), agreed);
}

Result<IssuedPaper> VoucherDesk::release(const Actor& actor,
                                         const std::string& acceptanceNumber,
                                         int copy,
                                         const std::string& reason,
                                         const std::string& supervisor)
{
    const auto voucher = voucherOf(acceptanceNumber, copy, reason);
    if (!voucher)
        return voucher.refusals();
    const auto paper = m_printer.render(voucher.value());
    if (!paper)
        return paper.refusals();
    const auto id = m_parts.random.id();
    auto intent =
        nlohmann::json{{"id", id}, {"case", acceptanceNumber}, {"copy", copy}, {"reason", reason}};
    if (!supervisor.empty())
        intent["supervisor"] = supervisor;
    note(EventKind::paperIntended, actor, acceptanceNumber, intent);
    const auto outcome = nlohmann::json{{"id", id}, {"case", acceptanceNumber}};
    try {
        m_output.put(paper.value().pdf, voucherTitle(acceptanceNumber, copy));
    } catch (const ServiceFailure&) {
        note(EventKind::paperFailed, actor, acceptanceNumber, outcome); // nothing left the machine
        throw;
    }
    note(EventKind::paperIssued, actor, acceptanceNumber, outcome);
    const auto papers = papersOf(acceptanceNumber);
    return IssuedPaper{*std::ranges::find(papers, id, &PaperRow::id), paper.value().pdf};
}

void VoucherDesk::note(EventKind kind,
                       const Actor& actor,
                       const std::string& acceptanceNumber,
                       const nlohmann::json& members)
{
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(kind, subjectOfCase(acceptanceNumber), actor, members));
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
    note(cameOut ? EventKind::paperIssued : EventKind::paperFailed,
         actor,
         paper->acceptanceNumber,
         {{"id", paperId}, {"case", paper->acceptanceNumber}});
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
