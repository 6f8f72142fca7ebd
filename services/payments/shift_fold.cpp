#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/cash_count_json.h"
#include "services/payments/cash_desk.h"

#include <charconv>

namespace guitai
{

nlohmann::json countJson(const CashCount& count)
{
    auto object = nlohmann::json::object();
    for (const auto& [denomination, pieces] : count)
        object[std::to_string(denomination)] = pieces;
    return object;
}

namespace
{

std::optional<std::int64_t> denominationFrom(const std::string& key)
{
    auto denomination = std::int64_t{};
    const auto* end = key.data() + key.size();
    const auto [stop, error] = std::from_chars(key.data(), end, denomination);
    return error == std::errc{} && stop == end ? std::optional{denomination} : std::nullopt;
}

CashCount countFrom(const Payload& payload, const char* name)
{
    if (!payload.member(name).is_object())
        payload.damaged(name);
    auto count = CashCount{};
    for (const auto& [key, pieces] : payload.member(name).items()) {
        const auto denomination = denominationFrom(key);
        if (!denomination || !pieces.is_number_integer())
            payload.damaged(name);
        count[*denomination] = pieces.get<std::int64_t>();
    }
    return count;
}

void open(Shift& shift, const Event& event, const Payload& payload)
{
    shift.id = payload.text("id");
    shift.clerk = event.actor;
    shift.openedAt = event.at;
    shift.open = true;
    shift.opening = countFrom(payload, "opening");
    shift.openingFloat = payload.money("float_fen");
    const auto counted = totalOf(shift.opening);
    if (event.subject != subjectOfShift(shift.id) || !counted ||
        counted.value() != shift.openingFloat)
        payload.damaged("opening");
}

void collect(ElectronicSums& sums, Money amount)
{
    sums.collected = sums.collected + amount;
    ++sums.charges;
}

void giveBack(ElectronicSums& sums, Money amount)
{
    sums.refunded = sums.refunded + amount;
    ++sums.refunds;
}

void move(Shift& shift, const Payload& payload)
{
    const auto kind = payload.text("kind");
    const auto amount = payload.money("amount_fen");
    if (kind == "collected" && amount > Money{}) {
        shift.cashCollected = shift.cashCollected + amount;
        ++shift.cashCharges;
    } else if (kind == "refund" && amount > Money{} && amount <= shift.cashCollected) {
        shift.cashCollected = shift.cashCollected - amount;
        shift.cashRefunded = shift.cashRefunded + amount;
    } else if (kind == "exempt" && amount == Money{}) {
        ++shift.exemptCharges;
    } else if (kind == "weChat" && amount > Money{}) {
        collect(shift.weChat, amount);
    } else if (kind == "alipay" && amount > Money{}) {
        collect(shift.alipay, amount);
    } else if (kind == "weChatRefund" && amount > Money{}) {
        giveBack(shift.weChat, amount);
    } else if (kind == "alipayRefund" && amount > Money{}) {
        giveBack(shift.alipay, amount);
    } else {
        payload.damaged("kind");
    }
}

void close(Shift& shift, const Event& event, const Payload& payload)
{
    shift.open = false;
    shift.close = ShiftClose{countFrom(payload, "counted"),
                             payload.money("counted_fen"),
                             payload.money("difference_fen"),
                             payload.text("reason"),
                             event.at};
    if (payload.money("expected_fen") != shift.expected() ||
        shift.close->total - shift.expected() != shift.close->difference)
        payload.damaged("expected_fen");
}

} // namespace

Shift foldShift(const std::vector<Event>& events)
{
    auto shift = Shift{};
    for (const auto& event : events) {
        const auto payload = Payload{event};
        const auto first = shift.id.empty();
        if (first && event.kind == EventKind::shiftOpened)
            open(shift, event, payload);
        else if (!first && shift.open && event.kind == EventKind::cashMoved)
            move(shift, payload);
        else if (!first && shift.open && event.kind == EventKind::shiftClosed)
            close(shift, event, payload);
        else
            payload.damaged("path");
    }
    if (shift.id.empty())
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a shift without events");
    return shift;
}

} // namespace guitai
