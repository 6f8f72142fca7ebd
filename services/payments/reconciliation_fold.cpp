#include "services/payments/reconciliation_json.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/crypto/digests.h"

#include <algorithm>

namespace guitai
{

namespace
{

using nlohmann::json;

constexpr auto kinds =
    std::array{BillLine::Kind::pay, BillLine::Kind::refund, BillLine::Kind::reversed};

json amountJson(const std::optional<Money>& amount)
{
    return amount ? json(amount->inFen()) : json();
}

std::optional<Money> amountFrom(const json& value)
{
    return value.is_null() ? std::nullopt : std::optional{Money::fen(value.get<std::int64_t>())};
}

Difference differenceFrom(const json& value)
{
    return {.id = value.at("id").get<std::string>(),
            .kind = differenceClassFrom(value.at("class").get<std::string>()).value(),
            .trade = kinds.at(value.at("trade").get<std::size_t>()),
            .orderNumber = value.at("order").get<std::string>(),
            .refundNumber = value.at("refund").get<std::string>(),
            .providerNumber = value.at("provider").get<std::string>(),
            .chargeId = value.at("charge").get<std::string>(),
            .local = amountFrom(value.at("local_fen")),
            .bill = amountFrom(value.at("bill_fen")),
            .localEffect = Money::fen(value.at("localEffect_fen").get<std::int64_t>()),
            .billEffect = Money::fen(value.at("billEffect_fen").get<std::int64_t>()),
            .line = value.at("line").get<std::size_t>()};
}

Reconciliation sheetFrom(const Payload& payload)
{
    auto sheet = Reconciliation{.day = payload.date("day"),
                                .lines = payload.number("lines"),
                                .foreign = payload.number("foreign"),
                                .matched = payload.number("matched"),
                                .differences = {},
                                .localPaid = payload.money("localPaid_fen"),
                                .localRefunded = payload.money("localRefunded_fen"),
                                .billPaid = payload.money("billPaid_fen"),
                                .billRefunded = payload.money("billRefunded_fen"),
                                .feeMilliFen = payload.number("fee_milliFen"),
                                .explained = payload.money("explained_fen")};
    try {
        for (const auto& value : payload.member("differences"))
            sheet.differences.push_back(differenceFrom(value));
    } catch (const std::exception&) { // of json, optional or array: none holds
        payload.damaged("differences");
    }
    return sheet;
}

FundComparison fundsFrom(const Payload& payload)
{
    try {
        const auto& value = payload.member("funds");
        const auto money = [&value](const char* name) {
            return Money::fen(value.at(name).get<std::int64_t>());
        };
        return {.sums = {.lines = value.at("lines").get<std::int64_t>(),
                         .taken = money("taken_fen"),
                         .givenBack = money("givenBack_fen"),
                         .fees = money("fees_fen"),
                         .otherIn = money("otherIn_fen"),
                         .otherOut = money("otherOut_fen")},
                .billPaid = money("billPaid_fen"),
                .billRefunded = money("billRefunded_fen"),
                .hash = value.at("hash").get<std::string>(),
                .comparedBy = value.at("by").get<std::string>(),
                .comparedAt = Instant{std::chrono::seconds{value.at("at").get<std::int64_t>()}}};
    } catch (const json::exception&) {
        payload.damaged("funds");
    }
}

std::optional<GatewayChannel> channelFrom(std::string_view name)
{
    for (const auto channel :
         {GatewayChannel::weChat, GatewayChannel::alipay, GatewayChannel::platform})
        if (nameOf(channel) == name)
            return channel;
    return std::nullopt;
}

/// It belongs to who compared; to nobody when the window did it by itself.
WorkItem newItem(const Event& event, Instant due)
{
    auto item = WorkItem{};
    item.owner = event.actor == windowItself ? std::string{} : event.actor;
    item.due = due;
    return item;
}

/// What was done about differences that are still there goes on.
void compare(DayComparison& day, const Event& event, const Payload& payload)
{
    auto next = DayComparison{.channel = payload.named("channel", channelFrom),
                              .sheet = sheetFrom(payload),
                              .billHash = payload.text("billHash"),
                              .comparedBy = event.actor,
                              .comparedAt = event.at,
                              .items = {}};
    const auto due = Instant{std::chrono::seconds{payload.number("due")}};
    for (const auto& difference : next.sheet.differences) {
        if (!difference.isOpen())
            continue;
        const auto before = std::ranges::find_if(
            day.items, [&](const WorkItem& item) { return item.difference.id == difference.id; });
        auto item = before == day.items.end() ? newItem(event, due) : *before;
        item.difference = difference;
        next.items.push_back(std::move(item));
    }
    if (payload.has("funds"))
        next.funds = fundsFrom(payload);
    if (payload.has("comparedBy")) { // the account was compared; the trades were before
        next.comparedBy = payload.text("comparedBy");
        next.comparedAt = Instant{std::chrono::seconds{payload.number("comparedAt")}};
    }
    day = std::move(next);
}

void work(DayComparison& day, const Event& event, const Payload& payload)
{
    const auto id = payload.text("id");
    const auto item = std::ranges::find_if(
        day.items, [&](const WorkItem& known) { return known.difference.id == id; });
    if (item == day.items.end() || item->isResolved())
        payload.damaged("id");
    if (event.kind == EventKind::differenceAssigned) {
        item->owner = payload.text("owner");
        item->note = payload.has("note") ? payload.text("note") : std::string{};
        item->due = Instant{std::chrono::seconds{payload.number("due")}};
        return;
    }
    item->resolution = payload.text("resolution");
    item->approver = event.actor;
    item->resolvedAt = event.at;
}

} // namespace

Actor windowActor()
{
    const auto name = std::string{windowItself};
    return {.userId = name, .personId = name, .role = Role::supervisor};
}

std::string hashOf(const BillFile& file)
{
    return file.bytes.empty() ? std::string{} : sha256(bytesOf(file.bytes));
}

void keepFile(JournalWriting& writing, const BillFile& file, json& members)
{
    if (file.bytes.empty())
        return;
    const auto bytes = bytesOf(file.bytes);
    const auto ref =
        writing.putAttachment({bytes.begin(), bytes.end()}, "application/octet-stream");
    members["bill"] = {{"sha256", ref.sha256}, {"mediaType", ref.mediaType}, {"size", ref.size}};
}

std::string subjectOfComparison(GatewayChannel channel, Date day)
{
    return "reconciliation/" + std::string{nameOf(channel)} + "/" + isoDate(day);
}

json comparisonJson(const Reconciliation& sheet, GatewayChannel channel)
{
    auto differences = json::array();
    for (const auto& difference : sheet.differences)
        differences.push_back({{"id", difference.id},
                               {"class", nameOf(difference.kind)},
                               {"trade", static_cast<int>(difference.trade)},
                               {"order", difference.orderNumber},
                               {"refund", difference.refundNumber},
                               {"provider", difference.providerNumber},
                               {"charge", difference.chargeId},
                               {"local_fen", amountJson(difference.local)},
                               {"bill_fen", amountJson(difference.bill)},
                               {"localEffect_fen", difference.localEffect.inFen()},
                               {"billEffect_fen", difference.billEffect.inFen()},
                               {"line", difference.line}});
    return {{"channel", nameOf(channel)},
            {"day", isoDate(sheet.day)},
            {"lines", sheet.lines},
            {"foreign", sheet.foreign},
            {"matched", sheet.matched},
            {"differences", differences},
            {"localPaid_fen", sheet.localPaid.inFen()},
            {"localRefunded_fen", sheet.localRefunded.inFen()},
            {"billPaid_fen", sheet.billPaid.inFen()},
            {"billRefunded_fen", sheet.billRefunded.inFen()},
            {"fee_milliFen", sheet.feeMilliFen},
            {"explained_fen", sheet.explained.inFen()}};
}

json fundsJson(const FundComparison& funds)
{
    return {{"lines", funds.sums.lines},
            {"taken_fen", funds.sums.taken.inFen()},
            {"givenBack_fen", funds.sums.givenBack.inFen()},
            {"fees_fen", funds.sums.fees.inFen()},
            {"otherIn_fen", funds.sums.otherIn.inFen()},
            {"otherOut_fen", funds.sums.otherOut.inFen()},
            {"billPaid_fen", funds.billPaid.inFen()},
            {"billRefunded_fen", funds.billRefunded.inFen()},
            {"hash", funds.hash},
            {"by", funds.comparedBy},
            {"at", funds.comparedAt.time_since_epoch().count()}};
}

DayComparison foldComparison(const std::vector<Event>& events)
{
    auto day = DayComparison{};
    auto isCompared = false;
    for (const auto& event : events) {
        const auto payload = Payload{event};
        if (event.kind == EventKind::billCompared)
            compare(day, event, payload);
        else if (isCompared && (event.kind == EventKind::differenceAssigned ||
                                event.kind == EventKind::differenceResolved))
            work(day, event, payload);
        else
            payload.damaged("path");
        isCompared = true;
    }
    if (!isCompared)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a comparison without events");
    return day;
}

} // namespace guitai
