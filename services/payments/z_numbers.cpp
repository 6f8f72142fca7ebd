#include "services/payments/z_numbers.h"

#include "services/cases/case_events.h"

namespace guitai
{

namespace
{

ZNumber numberFrom(const Event& event)
{
    const auto payload = Payload{event};
    return {payload.number("number"), payload.text("shift"), payload.money("float_fen"), event.at};
}

} // namespace

std::vector<ZNumber> zNumbers(Journal& journal)
{
    auto numbers = std::vector<ZNumber>{};
    for (const auto& event : journal.eventsOf(zSubject)) {
        numbers.push_back(numberFrom(event));
        if (event.kind != EventKind::shiftNumbered ||
            numbers.back().number != static_cast<std::int64_t>(numbers.size()))
            Payload{event}.damaged("number");
    }
    return numbers;
}

ZNumber lastZNumber(Journal& journal)
{
    const auto numbers = zNumbers(journal);
    return numbers.empty() ? ZNumber{} : numbers.back();
}

} // namespace guitai
