// What moves the drawer without a charge.
#include "services/cases/case_events.h"
#include "services/payments/cash_checks.h"
#include "services/payments/cash_count_json.h"
#include "services/payments/cash_desk.h"
#include "services/rules/person_name.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

constexpr std::size_t longestSerial = 20; ///< characters printed on a note

/// Whatever leaves the drawer has somebody who took it and somebody who saw it.
std::optional<Refusal>
departureFault(const Actor& clerk, const DrawerOrder& order, const std::optional<Actor>& second)
{
    if (order.kind == DrawerMove::in)
        return std::nullopt;
    if (const auto receiver = parseName(order.receiver, "receiver"); !receiver)
        return receiver.refusal();
    return secondPersonFault(clerk, second, Operation::witnessCash, "second");
}

Result<NoteIncident> parseIncident(const NoteIncident& typed)
{
    auto incident = typed;
    if (std::ranges::find(denominations, typed.denomination) == denominations.end())
        return Refusal{malformed, "denomination", {}};
    const auto noticed = cashReason(typed.noticed, "noticed");
    if (!noticed)
        return noticed.refusals();
    const auto officer = parseName(typed.officer, "officer");
    if (!officer)
        return officer.refusals();
    if (!typed.serialNumber.empty()) {
        const auto serial = parseText(typed.serialNumber, longestSerial, "serialNumber");
        if (!serial)
            return serial.refusals();
        incident.serialNumber = serial.value();
    }
    incident.noticed = noticed.value();
    incident.officer = officer.value();
    return incident;
}

} // namespace

Result<Shift>
CashDesk::moveCash(const Actor& clerk, const DrawerOrder& order, const std::optional<Actor>& second)
{
    const auto shift = workingShift(clerk, Operation::moveCash);
    if (!shift)
        return shift.refusals();
    const auto amount = totalOf(order.pieces);
    if (!amount)
        return Refusal{amount.refusal().code, "pieces", amount.refusal().arguments};
    if (amount.value() == Money{})
        return Refusal{missing, "pieces", {}};
    const auto why = cashReason(order.reason, "reason");
    if (!why)
        return why.refusals();
    if (const auto fault = departureFault(clerk, order, second))
        return *fault;
    const auto leaves = order.kind != DrawerMove::in;
    if (leaves && amount.value() > shift.value().expected())
        return Refusal{moreThanInDrawer, "pieces", {}};
    const auto slip = static_cast<std::int64_t>(shift.value().movements.size()) + 1;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(
            EventKind::drawerMoved,
            subjectOfShift(shift.value().id),
            clerk,
            {{"kind", nameOf(order.kind)},
             {"slip", slip},
             {"pieces", countJson(order.pieces)},
             {"amount_fen", amount.value().inFen()},
             {"reason", why.value()},
             {"receiver", leaves ? parseName(order.receiver, "receiver").value() : std::string{}},
             {"second", leaves ? second->userId : std::string{}}}));
    });
    return load(shift.value().id);
}

Result<Shift> CashDesk::openDrawer(const Actor& clerk, const std::string& reason)
{
    const auto shift = workingShift(clerk, Operation::openDrawer);
    if (!shift)
        return shift.refusals();
    const auto why = cashReason(reason, "reason");
    if (!why)
        return why.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::drawerOpened,
                                subjectOfShift(shift.value().id),
                                clerk,
                                {{"reason", why.value()}}));
    });
    return load(shift.value().id);
}

Result<Shift> CashDesk::recordIncident(const Actor& clerk, const NoteIncident& incident)
{
    if (const auto permitted = require(clerk, Operation::recordIncident); !permitted)
        return permitted.refusals();
    const auto shift = openShiftOf(clerk); // a note found while counting is an incident, too
    if (!shift)
        return Refusal{shiftNotOpen, "shift", {}};
    const auto parsed = parseIncident(incident);
    if (!parsed)
        return parsed.refusals();
    const auto& note = parsed.value();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::noteIncident,
                                subjectOfShift(shift->id),
                                clerk,
                                {{"fault", nameOf(note.fault)},
                                 {"denomination_fen", note.denomination},
                                 {"serialNumber", note.serialNumber},
                                 {"noticed", note.noticed},
                                 {"officer", note.officer}}));
    });
    return load(shift->id);
}

} // namespace guitai
