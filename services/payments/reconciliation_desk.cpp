#include "services/payments/reconciliation_desk.h"

#include "services/cases/case_events.h"
#include "services/payments/attempt.h"
#include "services/payments/bills/bill_import.h"
#include "services/payments/cash_checks.h"
#include "services/payments/crypto/digests.h"
#include "services/payments/order_number.h"
#include "services/payments/reconciliation_json.h"
#include "services/utf8.h"

#include <algorithm>
#include <set>

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr int allRows = 1'000'000;

/// A merged payment lives 24 h, so what a bill of `day` lists was begun two days before at most;
/// what is older is looked up by its number.
constexpr std::chrono::days begunBefore{2};

bool isOfChannel(BillFile::Form form, GatewayChannel channel)
{
    switch (form) {
    case BillFile::Form::empty:
        return true;
    case BillFile::Form::weChatText:
    case BillFile::Form::weChatGzip:
        return channel == GatewayChannel::weChat;
    case BillFile::Form::alipayZip:
        return channel == GatewayChannel::alipay;
    }
    return false;
}

/// What the provider gave back by itself when we reversed has a number of ours (R00) that the
/// provider never saw: the order's number tells which it is.
LocalTrade tradeFrom(const RefundRow& row)
{
    const auto isDone = row.state == "done";
    const auto isReversal = row.refundNumber == reversalNumber(row.orderNumber);
    return {.kind = isReversal ? BillLine::Kind::reversed : BillLine::Kind::refund,
            .orderNumber = row.orderNumber,
            .refundNumber = isReversal ? std::string{} : row.refundNumber,
            .chargeId = row.chargeId,
            .amount = row.amount,
            .done = isDone,
            .chargeDropped = false,
            .at = isDone ? std::optional{row.doneAt} : std::nullopt};
}

} // namespace

ReconciliationDesk::ReconciliationDesk(CaseDesk::Parts parts, std::optional<std::string> prefix)
    : m_parts(std::move(parts)), m_prefix(std::move(prefix))
{
}

/// Station and device, as in the newest order: a restored database goes on under another epoch,
/// and a bill of the days around it holds both.
std::string ReconciliationDesk::prefix()
{
    if (m_prefix)
        return *m_prefix;
    const auto newest = m_parts.journal.attempts({.limit = 1});
    const auto parts =
        newest.empty() ? std::nullopt : orderNumberPartsFrom(newest.front().orderNumber);
    return parts ? parts->station + parts->device : std::string{};
}

/// Only what is not paid can belong to a charge that was dropped; then the case is looked at.
LocalTrade ReconciliationDesk::tradeFrom(const AttemptRow& row)
{
    const auto state = attemptStateFrom(row.state);
    const auto isDone = row.paidAt != Instant{}; // also what went back when it was reversed
    auto trade = LocalTrade{.kind = BillLine::Kind::pay,
                            .orderNumber = row.orderNumber,
                            .refundNumber = {},
                            .chargeId = row.chargeId,
                            .amount = row.amount,
                            .done = isDone,
                            .chargeDropped = false,
                            .at = isDone ? std::optional{row.paidAt} : std::nullopt};
    if (state == AttemptState::paid)
        return trade;
    if (const auto subject = loadCase(m_parts.journal, row.acceptanceNumber))
        trade.chargeDropped = subject->charge.state == ChargeState::voided ||
                              subject->charge.tender == Tender::exempt;
    return trade;
}

std::vector<LocalTrade> ReconciliationDesk::recordsAround(GatewayChannel channel,
                                                          Date day,
                                                          const std::vector<BillLine>& bill)
{
    const auto name = std::string{nameOf(channel)};
    const auto from = m_parts.time.startOf(day) - begunBefore;
    const auto end = m_parts.time.startOf(day) + std::chrono::days{2};
    auto& journal = m_parts.journal;
    auto records = std::vector<LocalTrade>{};
    auto known = std::set<std::string>{};
    const auto addAttempts = [&](const AttemptQuery& query) {
        for (const auto& row : journal.attempts(query))
            if (row.createdAt < end && known.insert(row.orderNumber).second)
                records.push_back(tradeFrom(row));
    };
    const auto addRefunds = [&](const RefundQuery& query) {
        for (const auto& row : journal.refunds(query))
            if (row.requestedAt < end && known.insert(row.refundNumber).second)
                records.push_back(guitai::tradeFrom(row));
    };
    addAttempts({.channel = name, .createdFrom = from, .limit = allRows});
    addRefunds({.channel = name, .requestedFrom = from, .limit = allRows});
    addRefunds({.channel = name, .doneFrom = from, .doneBefore = end, .limit = allRows});
    const auto ours = prefix();
    for (const auto& line : bill) {
        if (!line.orderNumber.starts_with(ours))
            continue;
        if (line.kind == BillLine::Kind::pay && !known.contains(line.orderNumber))
            addAttempts({.orderNumber = line.orderNumber, .channel = name});
        if (!line.refundNumber.empty() && !known.contains(line.refundNumber))
            addRefunds({.refundNumber = line.refundNumber, .channel = name});
    }
    return records;
}

Result<std::vector<BillLine>> ReconciliationDesk::linesOf(const BillFile& file,
                                                          GatewayChannel channel)
{
    if (!isOfChannel(file.form, channel))
        return Refusal{badBill, "bill", {std::string{nameOf(BillFault::noHeader)}, "0"}};
    if (file.hash == BillFile::Hash::differs)
        return Refusal{badBill, "bill", {std::string{nameOf(BillFault::damagedFile)}, "0"}};
    auto lines = std::vector<BillLine>{};
    const auto verdict = readBill(file, [&lines](const BillLine& line) {
        lines.push_back(line);
        lines.back().title.clear(); // the payer's words; not compared
    });
    if (verdict.fault != BillFault::none)
        return Refusal{
            badBill, "bill", {std::string{nameOf(verdict.fault)}, std::to_string(verdict.line)}};
    return lines;
}

/// Lines of the day after, when it was compared already.
std::vector<BillLine> ReconciliationDesk::storedBill(GatewayChannel channel, Date day)
{
    const auto comparison = lastComparison(channel, day);
    const auto file = comparison ? fileOf(*comparison) : std::nullopt;
    if (!file)
        return {};
    auto lines = linesOf(*file, channel);
    return lines ? std::move(lines.value()) : std::vector<BillLine>{};
}

std::optional<DayComparison> ReconciliationDesk::lastComparison(GatewayChannel channel, Date day)
{
    const auto events = m_parts.journal.eventsOf(subjectOfComparison(channel, day));
    return events.empty() ? std::nullopt : std::optional{foldComparison(events)};
}

std::optional<BillFile> ReconciliationDesk::fileOf(const DayComparison& comparison)
{
    if (comparison.billHash.empty())
        return BillFile{}; // a day without trade
    const auto bytes = m_parts.journal.attachment(comparison.billHash);
    return bytes ? std::optional{billFileFrom(textOf(*bytes))} : std::nullopt;
}

Result<DayComparison> ReconciliationDesk::compare(
    const Actor& actor, GatewayChannel channel, Date day, const BillFile& file, BillBook book)
{
    if (const auto permitted = require(actor, Operation::reconcile); !permitted)
        return permitted.refusals();
    return record(actor, channel, day, file, book);
}

Result<DayComparison> ReconciliationDesk::compareFetched(GatewayChannel channel,
                                                         Date day,
                                                         const BillFile& file,
                                                         BillBook book)
{
    return record(windowActor(), channel, day, file, book);
}

Result<DayComparison> ReconciliationDesk::record(
    const Actor& actor, GatewayChannel channel, Date day, const BillFile& file, BillBook book)
{
    return book == BillBook::funds ? recordFunds(actor, channel, day, file)
                                   : recordTrades(actor, channel, day, file);
}

Result<DayComparison> ReconciliationDesk::recordTrades(const Actor& actor,
                                                       GatewayChannel channel,
                                                       Date day,
                                                       const BillFile& file)
{
    auto lines = linesOf(file, channel);
    if (!lines)
        return lines.refusals();
    const auto& limits = m_parts.rules.cash;
    auto input = ReconciliationInput{};
    input.day = day;
    input.time = m_parts.time;
    input.prefix = prefix();
    input.records = recordsAround(channel, day, lines.value());
    input.bill = std::move(lines.value());
    input.nextBill = storedBill(channel, std::chrono::sys_days{day} + std::chrono::days{1});
    input.feePerMillion =
        channel == GatewayChannel::alipay ? limits.alipayFeePerMillion : limits.weChatFeePerMillion;
    const auto sheet = reconcile(input);
    const auto subject = subjectOfComparison(channel, day);
    const auto hash = hashOf(file);
    const auto before = lastComparison(channel, day);
    if (before && before->sheet == sheet && before->billHash == hash)
        return *before;
    auto members = comparisonJson(sheet, channel);
    if (before && before->funds && before->billHash == hash)
        members["funds"] = fundsJson(*before->funds); // of this very bill: it still holds
    members["billHash"] = hash;
    const auto due = m_parts.clock.now() + limits.differenceDue;
    members["due"] = due.time_since_epoch().count();
    m_parts.journal.commit([&](JournalWriting& writing) {
        keepFile(writing, file, members);
        writing.append(newEvent(EventKind::billCompared, subject, actor, members));
    });
    return *lastComparison(channel, day);
}

bool ReconciliationDesk::hasTrade(GatewayChannel channel, Date day)
{
    const auto name = std::string{nameOf(channel)};
    const auto from = m_parts.time.startOf(day);
    const auto before = from + std::chrono::days{1};
    auto& journal = m_parts.journal;
    const auto paid =
        AttemptQuery{.channel = name, .paidFrom = from, .paidBefore = before, .limit = 1};
    const auto givenBack =
        RefundQuery{.channel = name, .doneFrom = from, .doneBefore = before, .limit = 1};
    return !journal.attempts(paid).empty() || !journal.refunds(givenBack).empty();
}

std::vector<Date> ReconciliationDesk::missingDays(GatewayChannel channel, Date today)
{
    constexpr auto week = 7;
    auto days = std::vector<Date>{};
    for (auto ago = week; ago >= 1; --ago) {
        const auto day = Date{std::chrono::sys_days{today} - std::chrono::days{ago}};
        const auto isCompared =
            !m_parts.journal.eventsOf(subjectOfComparison(channel, day)).empty();
        if (!isCompared && (ago == 1 || hasTrade(channel, day)))
            days.push_back(day);
    }
    return days;
}

Result<std::vector<ComparedDay>> ReconciliationDesk::openDays(const Actor& actor, Date today)
{
    constexpr auto month = 31;
    if (const auto permitted = require(actor, Operation::reconcile); !permitted)
        return permitted.refusals();
    auto open = std::vector<ComparedDay>{};
    for (auto ago = 1; ago <= month; ++ago) {
        const auto day = Date{std::chrono::sys_days{today} - std::chrono::days{ago}};
        for (const auto channel : {GatewayChannel::weChat, GatewayChannel::alipay}) {
            const auto comparison = lastComparison(channel, day);
            if (!comparison)
                continue;
            const auto count = std::ranges::count_if(
                comparison->items, [](const WorkItem& item) { return !item.isResolved(); });
            if (count > 0)
                open.push_back({channel, day, count});
        }
    }
    return open;
}

Result<std::optional<DayComparison>>
ReconciliationDesk::load(const Actor& actor, GatewayChannel channel, Date day)
{
    if (const auto permitted = require(actor, Operation::reconcile); !permitted)
        return permitted.refusals();
    return lastComparison(channel, day);
}

Result<WorkItem>
ReconciliationDesk::openItem(GatewayChannel channel, Date day, const std::string& id)
{
    const auto comparison = lastComparison(channel, day);
    if (!comparison)
        return Refusal{noSuchDifference, "difference", {}};
    const auto item = std::ranges::find_if(
        comparison->items, [&](const WorkItem& known) { return known.difference.id == id; });
    if (item == comparison->items.end())
        return Refusal{noSuchDifference, "difference", {}};
    if (item->isResolved())
        return Refusal{alreadyDecided, "difference", {}};
    return *item;
}

Result<Done> ReconciliationDesk::assign(const Actor& actor,
                                        GatewayChannel channel,
                                        Date day,
                                        const std::string& id,
                                        const std::string& owner,
                                        Instant due,
                                        const std::string& note)
{
    if (const auto permitted = require(actor, Operation::reconcile); !permitted)
        return permitted.refusals();
    if (const auto item = openItem(channel, day, id); !item)
        return item.refusals();
    if (!m_parts.journal.user(owner))
        return Refusal{noSuchUser, "owner", {}};
    auto told = std::string{};
    if (!trimmed(note).empty()) {
        const auto kept = cashReason(note, "note");
        if (!kept)
            return kept.refusals();
        told = kept.value();
    }
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::differenceAssigned,
                                subjectOfComparison(channel, day),
                                actor,
                                {{"id", id},
                                 {"owner", owner},
                                 {"note", told},
                                 {"due", due.time_since_epoch().count()}}));
    });
    return Done{};
}

Result<Done> ReconciliationDesk::resolve(const Actor& approver,
                                         GatewayChannel channel,
                                         Date day,
                                         const std::string& id,
                                         const std::string& resolution)
{
    if (const auto permitted = require(approver, Operation::approveResolution); !permitted)
        return permitted.refusals();
    const auto item = openItem(channel, day, id);
    if (!item)
        return item.refusals();
    if (item.value().owner.empty())
        return Refusal{missing, "owner", {}};
    const auto owner = m_parts.journal.user(item.value().owner);
    if (item.value().owner == approver.userId || (owner && owner->personId == approver.personId))
        return Refusal{ownWork, "approver", {}};
    const auto how = cashReason(resolution, "resolution");
    if (!how)
        return how.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::differenceResolved,
                                subjectOfComparison(channel, day),
                                approver,
                                {{"id", id}, {"resolution", how.value()}}));
    });
    return Done{};
}

} // namespace guitai
