#include "app/console/shift_view.h"

#include "app/console/phrasing.h"
#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::console
{

namespace
{

using Json = nlohmann::ordered_json;

/// A clerk counts blind: until then nobody is told what the drawer should hold.
Json afterCount(const Shift& shift, Money amount)
{
    return shift.isCounted() ? Json(amount.inFen()) : Json();
}

} // namespace

Json json(const Shift& shift)
{
    return {{"id", shift.id},
            {"clerk", shift.clerk},
            {"open", shift.open},
            {"openedAt", utcText(shift.openedAt)},
            {"openingFloat_fen", shift.openingFloat.inFen()},
            {"cashCollected_fen", afterCount(shift, shift.cashCollected)},
            {"expected_fen", afterCount(shift, shift.expected())},
            {"movements", shift.movements.size()},
            {"zNumber", shift.close ? Json(shift.close->number) : Json()},
            {"cashCharges", shift.cashCharges},
            {"exemptCharges", shift.exemptCharges}};
}

std::vector<std::string> lines(const Shift& shift, StationTime time)
{
    auto lines = std::vector<std::string>{};
    addLine(lines, words::field("shift"), shift.id);
    addLine(lines, words::field("clerk"), shift.clerk);
    addLine(lines, words::field("state"), say(shift.open ? _("open") : _("closed")));
    addLine(lines, _("Opened at"), time.dateTimeText(shift.openedAt));
    addLine(lines, _("Float"), yuanText(shift.openingFloat));
    return lines;
}

} // namespace guitai::console
