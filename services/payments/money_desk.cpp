#include "services/payments/money_desk.h"

#include "services/approvals/request_evidence.h"
#include "services/cases/case_events.h"
#include "services/payments/attempt_calls.h"
#include "services/payments/charge_lookup.h"
#include "services/payments/payment_events.h"
#include "services/payments/refund_rules.h"

#include <algorithm>
#include <cctype>

namespace guitai
{

namespace
{

using namespace std::chrono_literals;
using enum Refusal::Code;

/// A code that is this long over and still open belongs to nobody at the window any more.
constexpr auto forgottenAfter = 10min;
constexpr auto listedAtMost = 1000;
constexpr auto searchedFor = std::chrono::days{31};
constexpr auto searchedAtMost = 100'000;
constexpr std::size_t tracesAtMost = 5;

std::optional<MoneyMatter>
matterOf(Journal& journal, const ChargeRecord& charge, const Attempt& attempt, Instant now)
{
    if (attempt.frozen)
        return MoneyMatter::frozen;
    if (attempt.state == AttemptState::latePaid) {
        if (charge.keptOf(attempt) == Money{})
            return std::nullopt; // on its way back, or the finance desk's
        return waitsForMoney(journal, charge) ? MoneyMatter::paidLate : MoneyMatter::paidTwice;
    }
    if (attempt.state == AttemptState::watch)
        return MoneyMatter::watched;
    const auto isForgotten =
        moneyMayArrive(attempt.state) && now > attempt.expiresAt + forgottenAfter;
    if (attempt.state == AttemptState::unknown || isForgotten)
        return MoneyMatter::unknown;
    return std::nullopt;
}

std::optional<MoneyMatter> matterOf(const ElectronicRefund& refund)
{
    switch (standingOf(refund)) {
    case RefundStanding::decided:
    case RefundStanding::sent:
    case RefundStanding::unknown:
    case RefundStanding::processing:
        return MoneyMatter::refundRuns;
    case RefundStanding::waitsForFunds:
        return MoneyMatter::refundWaits;
    case RefundStanding::refused:
        return MoneyMatter::refundRefused;
    case RefundStanding::stuck:
        return MoneyMatter::refundStuck;
    case RefundStanding::frozen:
        return MoneyMatter::refundFrozen;
    case RefundStanding::notMade:
    case RefundStanding::done:
    case RefundStanding::handedOver:
        return std::nullopt;
    }
    return std::nullopt;
}

const ChargeItem* itemIn(const ChargeRecord& charge, const std::string& acceptanceNumber)
{
    const auto found =
        std::ranges::find(charge.items, acceptanceNumber, &ChargeItem::acceptanceNumber);
    return found == charge.items.end() ? nullptr : &*found;
}

/// The payment that a file is about.
const Attempt* attemptOf(const ChargeRecord& charge, const std::string& orderNumber)
{
    if (!orderNumber.empty())
        return charge.attempt(orderNumber);
    if (const auto* settled = charge.attempt(charge.settledBy))
        return settled;
    const auto late = std::ranges::find(charge.attempts, AttemptState::latePaid, &Attempt::state);
    return late == charge.attempts.end() ? nullptr : &*late;
}

} // namespace

MoneyChoices choicesOf(MoneyMatter matter)
{
    switch (matter) {
    case MoneyMatter::unknown:
    case MoneyMatter::watched:
    case MoneyMatter::refundRuns:
        return {.ask = true};
    case MoneyMatter::frozen:
        return {.release = true};
    case MoneyMatter::paidLate:
        return {.refund = true, .accept = true, .handOver = true};
    case MoneyMatter::paidTwice:
    case MoneyMatter::refundOwed:
        return {.refund = true, .handOver = true};
    case MoneyMatter::cashOwed:
    case MoneyMatter::refundFrozen:
        return {.handOver = true};
    case MoneyMatter::refundWaits:
    case MoneyMatter::refundRefused:
    case MoneyMatter::refundStuck:
        return {.ask = true, .handOver = true};
    }
    return {};
}

std::string MoneyDesk::nameIn(const std::string& acceptanceNumber)
{
    const auto rows = m_parts.journal.findCases({.acceptanceNumber = acceptanceNumber, .limit = 1});
    return rows.empty() ? std::string{} : rows.front().name;
}

std::optional<MoneyItem> MoneyDesk::itemOf(const AttemptRow& row)
{
    const auto charge = loadCharge(m_parts.journal, row.chargeId);
    const auto* attempt = charge ? charge->attempt(row.orderNumber) : nullptr;
    if (attempt == nullptr)
        return std::nullopt;
    const auto matter = matterOf(m_parts.journal, *charge, *attempt, m_parts.clock.now());
    if (!matter)
        return std::nullopt;
    const auto open = m_parts.journal.openShiftOf(attempt->clerk);
    const auto isLate = attempt->state == AttemptState::latePaid;
    return MoneyItem{.matter = *matter,
                     .acceptanceNumber = row.acceptanceNumber,
                     .name = nameIn(row.acceptanceNumber),
                     .chargeId = charge->id,
                     .channel = attempt->channel,
                     .orderNumber = attempt->orderNumber,
                     .amount = isLate ? charge->keptOf(*attempt) : attempt->amount,
                     .since = attempt->changedAt,
                     .carriedOver = !open || open->id != attempt->shift};
}

std::optional<MoneyItem> MoneyDesk::itemOf(const RefundRow& row)
{
    const auto attempts = m_parts.journal.attempts({.orderNumber = row.orderNumber});
    const auto charge =
        attempts.empty() ? std::nullopt : loadCharge(m_parts.journal, attempts.front().chargeId);
    const auto* refund = charge ? charge->refund(row.refundNumber) : nullptr;
    const auto matter = refund == nullptr ? std::nullopt : matterOf(*refund);
    if (!matter)
        return std::nullopt;
    const auto item = std::ranges::find(charge->items, refund->chargeId, &ChargeItem::chargeId);
    const auto number =
        item == charge->items.end() ? attempts.front().acceptanceNumber : item->acceptanceNumber;
    return MoneyItem{.matter = *matter,
                     .acceptanceNumber = number,
                     .name = nameIn(number),
                     .chargeId = refund->chargeId,
                     .channel = refund->channel,
                     .orderNumber = refund->orderNumber,
                     .refundNumber = refund->refundNumber,
                     .amount = refund->amount,
                     .since = refund->requestedAt};
}

/// Of a withdrawn case that was paid.
std::optional<MoneyItem> MoneyDesk::itemOf(const CaseRow& row)
{
    const auto charge = payingCharge(m_parts.journal, row.acceptanceNumber);
    const auto* item = charge ? itemIn(*charge, row.acceptanceNumber) : nullptr;
    if (item == nullptr)
        return std::nullopt;
    auto listed = MoneyItem{.matter = MoneyMatter::cashOwed,
                            .acceptanceNumber = row.acceptanceNumber,
                            .name = row.name,
                            .chargeId = item->chargeId,
                            .since = row.changedAt};
    if (const auto* attempt = charge->attempt(charge->settledBy)) {
        listed.matter = MoneyMatter::refundOwed;
        listed.channel = attempt->channel;
        listed.orderNumber = attempt->orderNumber;
        listed.amount = refundable(m_parts.journal, *charge, *attempt, item->chargeId);
    } else if (const auto subject = loadCase(m_parts.journal, row.acceptanceNumber)) {
        listed.amount = cashOwed(*charge, *subject);
    }
    return listed.amount == Money{} ? std::nullopt : std::optional{listed};
}

std::vector<MoneyItem> MoneyDesk::workList()
{
    auto& journal = m_parts.journal;
    auto items = std::vector<MoneyItem>{};
    const auto take = [&](const auto& rows) {
        for (const auto& row : rows)
            if (auto item = itemOf(row))
                items.push_back(*std::move(item));
    };
    take(journal.attempts({.unresolvedOnly = true}));
    take(journal.refunds({.unresolvedOnly = true}));
    auto query = CaseQuery{};
    query.state = nameOf(CaseState::withdrawn);
    query.holdsMoney = true;
    query.limit = listedAtMost;
    take(journal.findCases(query));
    std::ranges::stable_sort(items, {}, &MoneyItem::since);
    return items;
}

std::optional<MoneyFile> MoneyDesk::file(const std::string& acceptanceNumber,
                                         const std::string& orderNumber)
{
    auto& journal = m_parts.journal;
    const auto subject = loadCase(journal, acceptanceNumber);
    auto charge = payingCharge(journal, acceptanceNumber);
    if (!orderNumber.empty())
        if (const auto rows = journal.attempts({.orderNumber = orderNumber}); !rows.empty())
            charge = loadCharge(journal, rows.front().chargeId);
    const auto* item = charge ? itemIn(*charge, acceptanceNumber) : nullptr;
    if (!subject || item == nullptr)
        return std::nullopt;
    auto made = MoneyFile{.acceptanceNumber = acceptanceNumber,
                          .name = subject->draft.applicant.name,
                          .chargeId = item->chargeId,
                          .due = item->due,
                          .tender = subject->charge.tender,
                          .state = subject->charge.state};
    const auto* attempt = attemptOf(*charge, orderNumber);
    const auto number = attempt == nullptr ? std::string{} : attempt->orderNumber;
    const auto view = viewOf(*charge, 0s);
    std::ranges::copy_if(view.refunds,
                         std::back_inserter(made.refunds),
                         [&](const RefundView& one) { return one.orderNumber == number; });
    std::ranges::copy_if(view.handovers,
                         std::back_inserter(made.handovers),
                         [&](const FinanceHandover& one) { return one.orderNumber == number; });
    if (attempt == nullptr) {
        made.open = cashOwed(*charge, *subject);
        if (made.open > Money{})
            made.matter = MoneyMatter::cashOwed;
        return made;
    }
    made.attempt = *std::ranges::find(view.attempts, number, &AttemptView::orderNumber);
    made.open = refundable(journal, *charge, *attempt, item->chargeId);
    made.matter = matterOf(journal, *charge, *attempt, m_parts.clock.now());
    if (!made.matter && made.open > Money{})
        made.matter = MoneyMatter::refundOwed;
    for (const auto& refund : charge->refunds)
        if (refund.orderNumber == number && !made.matter)
            made.matter = matterOf(refund);
    return made;
}

std::vector<MoneyFile> MoneyDesk::bearing(std::string_view digits)
{
    auto wanted = std::string{};
    for (const auto c : digits)
        if (!std::isspace(static_cast<unsigned char>(c)))
            wanted += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (wanted.size() < fewestDigits)
        return {};
    const auto ends = [&wanted](const std::string& number) { return number.ends_with(wanted); };
    auto found = std::vector<MoneyFile>{};
    const auto since = m_parts.clock.now() - searchedFor;
    for (const auto& row :
         m_parts.journal.attempts({.createdFrom = since, .limit = searchedAtMost})) {
        if (!ends(row.providerNumber) && !ends(row.orderNumber))
            continue;
        if (auto one = file(row.acceptanceNumber, row.orderNumber); one && one->attempt)
            found.push_back(*std::move(one));
        if (found.size() == tracesAtMost)
            break;
    }
    return found;
}

Result<MoneyFile> MoneyDesk::handCashToFinance(const Actor& actor,
                                               const Agreement& agreement,
                                               const std::string& acceptanceNumber,
                                               const std::string& reason)
{
    if (const auto permitted = require(actor, Operation::withdrawCase); !permitted)
        return permitted.refusals();
    const auto subject = loadCase(m_parts.journal, acceptanceNumber);
    const auto charge = loadCharge(m_parts.journal, chargeIdOf(acceptanceNumber));
    if (!subject || !charge)
        return Refusal{noSuchCase, "acceptanceNumber", {}};
    const auto about = aboutCash(acceptanceNumber);
    const auto agreed = agreedTo(m_parts.journal, agreement, about, reason);
    if (!agreed)
        return agreed.refusals();
    const auto& approver = agreed.value().supervisor;
    if (const auto fault = secondPersonFault(m_parts.journal, *subject, actor, approver))
        return *fault;
    const auto why = refundReason(agreed.value().reason);
    if (!why)
        return why.refusals();
    const auto owed = cashOwed(*charge, *subject);
    if (owed == Money{})
        return Refusal{wrongState, "state", {std::string{nameOf(subject->state)}}};
    if (const auto holds = agreed.value().holdsFor(cashEvidence(owed)); !holds)
        return holds.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(refundHandedOver(actor,
                                        *approver,
                                        {.chargeId = charge->id,
                                         .amount = owed,
                                         .reason = why.value(),
                                         .requester = actor.userId,
                                         .supervisor = approver->userId},
                                        subjectOfCharge(acceptanceNumber),
                                        {}));
        agreed.value().append(writing, m_parts.journal, actor, about);
    });
    return file(acceptanceNumber).value();
}

} // namespace guitai
