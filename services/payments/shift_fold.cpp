#include "services/payments/shift.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/payments/cash_count_json.h"

#include <algorithm>
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

/// A count whose total stands beside it.
CashCount countedIn(const Payload& payload, const char* name, Money total)
{
    auto count = countFrom(payload, name);
    const auto sum = totalOf(count);
    if (!sum || sum.value() != total)
        payload.damaged(name);
    return count;
}

std::string optionalText(const Payload& payload, const char* name)
{
    return payload.has(name) ? payload.text(name) : std::string{};
}

void open(Shift& shift, const Event& event, const Payload& payload)
{
    shift.id = payload.text("id");
    shift.clerk = event.actor;
    shift.openedAt = event.at;
    shift.open = true;
    shift.openingFloat = payload.money("float_fen");
    shift.opening = countedIn(payload, "opening", shift.openingFloat);
    shift.openingReason = optionalText(payload, "reason");
    shift.takenFrom = optionalText(payload, "from");
    if (event.subject != subjectOfShift(shift.id))
        payload.damaged("opening");
}

void takeCash(Shift& shift, Money amount)
{
    shift.cashCollected = shift.cashCollected + amount;
    ++shift.cashCharges;
}

void giveCashBack(Shift& shift, Money amount, const Payload& payload)
{
    if (amount > shift.cashCollected)
        payload.damaged("amount_fen");
    shift.cashCollected = shift.cashCollected - amount;
    shift.cashRefunded = shift.cashRefunded + amount;
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

void apply(Shift& shift, const ShiftEntry& entry, const Payload& payload)
{
    switch (entry.kind) {
    case CashMovement::collected:
        return takeCash(shift, entry.amount);
    case CashMovement::refund:
        return giveCashBack(shift, entry.amount, payload);
    case CashMovement::exempt:
        ++shift.exemptCharges;
        return;
    case CashMovement::weChat:
        return collect(shift.weChat, entry.amount);
    case CashMovement::alipay:
        return collect(shift.alipay, entry.amount);
    case CashMovement::weChatRefund:
        return giveBack(shift.weChat, entry.amount);
    case CashMovement::alipayRefund:
        return giveBack(shift.alipay, entry.amount);
    }
}

/// After the count no cash moves; what moves none may still be added.
void takeCharge(Shift& shift, const Event& event, const Payload& payload)
{
    auto entry = ShiftEntry{payload.named("kind", cashMovementFrom),
                            payload.text("charge"),
                            payload.money("amount_fen"),
                            event.at};
    if (entry.kind == CashMovement::collected) // older entries do not say it: taken as exact
        entry.tendered = payload.has("tendered_fen") ? payload.money("tendered_fen") : entry.amount;
    const auto isExempt = entry.kind == CashMovement::exempt;
    const auto isCash = entry.kind == CashMovement::collected || entry.kind == CashMovement::refund;
    if (isExempt != (entry.amount == Money{}) || entry.amount < Money{} ||
        (isCash && shift.isCounted()))
        payload.damaged("amount_fen");
    if (entry.kind == CashMovement::collected && entry.tendered < entry.amount)
        payload.damaged("tendered_fen");
    apply(shift, entry, payload);
    shift.entries.push_back(entry);
}

void move(Shift& shift, const Event& event, const Payload& payload)
{
    auto movement = DrawerMovement{.kind = payload.named("kind", drawerMoveFrom),
                                   .slip = payload.number("slip"),
                                   .pieces = {},
                                   .amount = payload.money("amount_fen"),
                                   .reason = payload.text("reason"),
                                   .receiver = payload.text("receiver"),
                                   .second = payload.text("second"),
                                   .at = event.at};
    movement.pieces = countedIn(payload, "pieces", movement.amount);
    const auto isIn = movement.kind == DrawerMove::in;
    if (shift.isCounted() || movement.amount <= Money{} ||
        movement.slip != static_cast<std::int64_t>(shift.movements.size()) + 1 ||
        (!isIn && (movement.amount > shift.expected() || movement.second.empty())))
        payload.damaged("amount_fen");
    auto& sum = isIn ? shift.movedIn : shift.movedOut;
    sum = sum + movement.amount;
    shift.movements.push_back(std::move(movement));
}

void noteIncident(Shift& shift, const Event& event, const Payload& payload)
{
    shift.incidents.push_back({payload.named("fault", noteFaultFrom),
                               payload.number("denomination_fen"),
                               payload.text("serialNumber"),
                               payload.text("noticed"),
                               payload.text("officer"),
                               event.at});
}

void count(Shift& shift, const Event& event, const Payload& payload)
{
    const auto total = payload.money("counted_fen");
    const auto witness = payload.text("witness");
    if (shift.isCounted() && witness.empty())
        payload.damaged("witness");
    shift.counts.push_back({countedIn(payload, "counted", total), total, witness, event.at});
}

std::vector<std::string> carriedBy(const Payload& payload)
{
    auto numbers = std::vector<std::string>{};
    if (!payload.has("carried"))
        return numbers;
    for (const auto& number : payload.member("carried")) {
        if (!number.is_string())
            payload.damaged("carried");
        numbers.push_back(number.get<std::string>());
    }
    return numbers;
}

/// Closes from before counts and numbers were kept have neither.
void close(Shift& shift, const Event& event, const Payload& payload)
{
    shift.open = false;
    auto end = ShiftClose{};
    end.total = payload.money("counted_fen");
    end.counted = countFrom(payload, "counted");
    end.difference = payload.money("difference_fen");
    end.reason = payload.text("reason");
    end.supervisor = optionalText(payload, "supervisor");
    end.taker = optionalText(payload, "taker");
    end.carried = carriedBy(payload);
    end.number = payload.has("number") ? payload.number("number") : 0;
    end.sequence = event.sequence;
    end.seal = event.hash;
    end.at = event.at;
    if (shift.isCounted() && shift.counts.back().counted != end.counted)
        payload.damaged("counted");
    if (payload.money("expected_fen") != shift.expected() ||
        end.total - shift.expected() != end.difference)
        payload.damaged("expected_fen");
    shift.close = std::move(end);
}

void intendReport(Shift& shift, const Event& event, const Payload& payload)
{
    shift.reports.push_back({payload.text("id"),
                             payload.flag("final"),
                             static_cast<int>(payload.number("copy")),
                             "intended",
                             payload.text("reason"),
                             event.actor,
                             event.at,
                             payload.has("slip") ? payload.number("slip") : 0});
    const auto& paper = shift.reports.back();
    const auto slips = static_cast<std::int64_t>(shift.movements.size());
    if ((paper.final && (shift.open || paper.slip != 0)) || paper.slip < 0 || paper.slip > slips)
        payload.damaged("final");
}

void endReport(Shift& shift, const Payload& payload, const std::string& state)
{
    const auto paper = std::ranges::find(shift.reports, payload.text("id"), &ReportPaper::id);
    if (paper == shift.reports.end() || (paper->state != "intended" && paper->state != "unknown"))
        payload.damaged("id");
    paper->state = state;
}

void applyWhileOpen(Shift& shift, const Event& event, const Payload& payload)
{
    if (event.kind == EventKind::cashMoved)
        takeCharge(shift, event, payload);
    else if (event.kind == EventKind::drawerMoved)
        move(shift, event, payload);
    else if (event.kind == EventKind::drawerOpened)
        shift.openings.push_back({payload.text("reason"), event.at});
    else if (event.kind == EventKind::noteIncident)
        noteIncident(shift, event, payload);
    else if (event.kind == EventKind::shiftCounted)
        count(shift, event, payload);
    else if (event.kind == EventKind::shiftClosed)
        close(shift, event, payload);
    else
        payload.damaged("path");
}

void apply(Shift& shift, const Event& event, const Payload& payload)
{
    if (event.kind == EventKind::reportIntended)
        intendReport(shift, event, payload);
    else if (event.kind == EventKind::reportIssued)
        endReport(shift, payload, "issued");
    else if (event.kind == EventKind::reportFailed)
        endReport(shift, payload, "failed");
    else if (event.kind == EventKind::reportUnknown)
        endReport(shift, payload, "unknown");
    else if (shift.open)
        applyWhileOpen(shift, event, payload);
    else
        payload.damaged("path");
}

} // namespace

Shift foldShift(const std::vector<Event>& events)
{
    auto shift = Shift{};
    for (const auto& event : events) {
        const auto payload = Payload{event};
        if (!shift.id.empty())
            apply(shift, event, payload);
        else if (event.kind == EventKind::shiftOpened)
            open(shift, event, payload);
        else
            payload.damaged("path");
    }
    if (shift.id.empty())
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a shift without events");
    return shift;
}

} // namespace guitai
