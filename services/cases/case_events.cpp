#include "services/cases/case_events.h"

#include "services/cases/draft_json.h"
#include "services/failure.h"
#include "services/station_time.h"

#include <algorithm>

namespace guitai
{

using nlohmann::json;

std::string chargeIdOf(std::string_view acceptanceNumber)
{
    return std::string{acceptanceNumber} + "-1";
}

std::string subjectOfCase(std::string_view acceptanceNumber)
{
    return "case/" + std::string{acceptanceNumber};
}

std::string subjectOfCharge(std::string_view acceptanceNumber)
{
    return "charge/" + chargeIdOf(acceptanceNumber);
}

std::string subjectOfShift(std::string_view shiftId)
{
    return "shift/" + std::string{shiftId};
}

NewEvent newEvent(EventKind kind, std::string subject, const Actor& actor, json members)
{
    members["v"] = payloadVersion;
    return {kind, std::move(subject), actor.userId, members.dump()};
}

Payload::Payload(const Event& event)
    : m_place("event " + std::to_string(event.sequence)),
      m_members(json::parse(event.payload, nullptr, false))
{
    if (!m_members.is_object())
        damaged("payload");
    if (number("v") != payloadVersion)
        damaged("v");
}

void Payload::damaged(const std::string& what) const
{
    throw ServiceFailure(ServiceFailure::Kind::damaged, m_place + ": " + what);
}

const json& Payload::member(const char* name) const
{
    const auto found = m_members.find(name);
    if (found == m_members.end())
        damaged(name);
    return *found;
}

std::string Payload::text(const char* name) const
{
    const auto& value = member(name);
    if (!value.is_string())
        damaged(name);
    return value.get<std::string>();
}

std::int64_t Payload::number(const char* name) const
{
    const auto& value = member(name);
    if (!value.is_number_integer())
        damaged(name);
    return value.get<std::int64_t>();
}

bool Payload::flag(const char* name) const
{
    const auto& value = member(name);
    if (!value.is_boolean())
        damaged(name);
    return value.get<bool>();
}

Date Payload::date(const char* name) const
{
    return named(name, parseIsoDate);
}

namespace
{

json validityJson(const Validity& validity)
{
    auto object = json::object();
    if (validity.years)
        object["years"] = *validity.years;
    if (validity.end)
        object["end"] = isoDate(*validity.end);
    if (validity.classChange)
        object["classChange"] = isoDate(*validity.classChange);
    return object;
}

/// A member that is an object, read like a payload of its own.
Payload inside(const Event& event, const Payload& payload, const char* name)
{
    auto object = payload.member(name);
    if (!object.is_object())
        payload.damaged(name);
    object["v"] = payloadVersion;
    auto inner = event;
    inner.payload = object.dump();
    return Payload{inner};
}

Validity validityFrom(const Payload& object)
{
    auto validity = Validity{};
    if (object.has("years"))
        validity.years = static_cast<int>(object.number("years"));
    if (object.has("end"))
        validity.end = object.date("end");
    if (object.has("classChange"))
        validity.classChange = object.date("classChange");
    return validity;
}

template <class Enum>
json namesOf(const std::vector<Enum>& values)
{
    auto names = json::array();
    for (const auto value : values)
        names.push_back(nameOf(value));
    return names;
}

/// The values of an array of wire names.
template <class Enum, class From>
std::vector<Enum> valuesOf(const Payload& payload, const char* name, From from)
{
    const auto& names = payload.member(name);
    if (!names.is_array())
        payload.damaged(name);
    auto values = std::vector<Enum>{};
    for (const auto& item : names) {
        const auto value =
            item.is_string() ? from(item.template get<std::string>()) : std::optional<Enum>{};
        if (!value)
            payload.damaged(name);
        values.push_back(*value);
    }
    return values;
}

} // namespace

json confirmationJson(const Case& confirmed, int serial)
{
    auto exceptions = json::array();
    for (const auto& exception : confirmed.exceptions)
        exceptions.push_back(nameOf(exception.kind));
    return {
        {"acceptanceNumber", confirmed.acceptanceNumber},
        {"day", isoDate(confirmed.day)},
        {"serial", serial},
        {"draftId", confirmed.draft.id},
        {"draft", toJson(confirmed.draft)},
        {"category", nameOf(confirmed.category)},
        {"marks", namesOf(confirmed.marks)},
        {"kind", nameOf(confirmed.kind)},
        {"validity", validityJson(confirmed.validity)},
        {"promised",
         {{"date", isoDate(confirmed.promised.date)}, {"estimated", confirmed.promised.estimated}}},
        {"postPossible", confirmed.postPossible},
        {"clerkName", confirmed.clerkName},
        {"clerkPerson", confirmed.clerkPerson},
        {"exceptions", exceptions},
        {"state", nameOf(confirmed.state)},
    };
}

Case confirmedCase(const Event& event)
{
    const auto payload = Payload{event};
    auto begun = Case{};
    begun.acceptanceNumber = payload.text("acceptanceNumber");
    begun.draft = draftFromJson(payload.member("draft"));
    begun.category = payload.named("category", fromName<Category>);
    begun.marks = valuesOf<Category>(payload, "marks", fromName<Category>);
    begun.kind = payload.named("kind", fromName<ApplicationKind>);
    begun.validity = validityFrom(inside(event, payload, "validity"));
    const auto promised = inside(event, payload, "promised");
    begun.promised = {promised.date("date"), promised.flag("estimated")};
    begun.postPossible = payload.flag("postPossible");
    begun.state = payload.named("state", caseStateFrom);
    begun.clerk = event.actor;
    begun.clerkPerson = payload.text("clerkPerson");
    begun.clerkName = payload.text("clerkName");
    begun.confirmedAt = event.at;
    begun.day = payload.date("day");
    for (const auto kind : valuesOf<ExceptionKind>(payload, "exceptions", exceptionKindFrom))
        begun.exceptions.push_back({kind, begun.clerk, begun.clerkPerson, std::nullopt});
    return begun;
}

json feeLinesJson(const std::vector<FeeLine>& lines)
{
    auto array = json::array();
    for (const auto& line : lines)
        array.push_back({{"code", line.code},
                         {"title", line.title},
                         {"amount_fen", line.amount.inFen()},
                         {"ground", line.ground}});
    return array;
}

std::vector<FeeLine> feeLinesFrom(const Payload& payload)
{
    auto lines = std::vector<FeeLine>{};
    try {
        for (const auto& line : payload.member("lines"))
            lines.push_back({line.at("code").get<std::string>(),
                             line.at("title").get<std::string>(),
                             Money::fen(line.at("amount_fen").get<std::int64_t>()),
                             line.at("ground").get<std::string>()});
    } catch (const json::exception&) {
        payload.damaged("lines");
    }
    return lines;
}

std::string receiptNumberOf(std::string_view acceptanceNumber)
{
    // Date and serial name the case within the station, and a case has one charge.
    constexpr std::size_t areaAndStation = 9;
    return "R" + std::string{acceptanceNumber.substr(areaAndStation)};
}

std::string openShiftIdOf(Journal& journal, const std::string& userId)
{
    const auto shift = journal.openShiftOf(userId);
    return shift ? shift->id : std::string{};
}

NewEvent cashMovement(const Actor& actor,
                      const std::string& shift,
                      const std::string& chargeId,
                      Money amount,
                      CashMovement movement,
                      std::optional<Money> tendered)
{
    auto members = nlohmann::json{
        {"charge", chargeId}, {"amount_fen", amount.inFen()}, {"kind", nameOf(movement)}};
    if (tendered)
        members["tendered_fen"] = tendered->inFen();
    return newEvent(EventKind::cashMoved, subjectOfShift(shift), actor, members);
}

void appendExemption(JournalWriting& writing,
                     const Case& subject,
                     const Actor& actor,
                     const std::string& shift)
{
    const auto& number = subject.acceptanceNumber;
    writing.append(newEvent(EventKind::chargeExempted,
                            subjectOfCharge(number),
                            actor,
                            {{"case", number},
                             {"ground", groundOfExemption(subject.charge.lines)},
                             {"receiptNumber", receiptNumberOf(number)},
                             {"shift", shift}}));
    writing.append(newEvent(EventKind::caseAccepted,
                            subjectOfCase(number),
                            actor,
                            {{"state", nameOf(CaseState::accepted)}}));
    if (!shift.empty())
        writing.append(
            cashMovement(actor, shift, chargeIdOf(number), Money{}, CashMovement::exempt));
}

std::optional<Case> loadCase(Journal& journal, const std::string& acceptanceNumber)
{
    if (!isAcceptanceNumber(acceptanceNumber))
        return std::nullopt;
    auto events = journal.eventsOf(subjectOfCase(acceptanceNumber));
    if (events.empty())
        return std::nullopt;
    const auto charge = journal.eventsOf(subjectOfCharge(acceptanceNumber));
    events.insert(events.end(), charge.begin(), charge.end());
    std::ranges::sort(events, {}, &Event::sequence);
    return foldCase(events);
}

} // namespace guitai
