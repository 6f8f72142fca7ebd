#include "app/console/case_view.h"

#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/document_words.h"
#include "forms/wording/guardian_words.h"
#include "forms/wording/words.h"
#include "services/cases/draft_json.h"

#include <wx/translation.h>

namespace guitai::console
{

namespace
{

using Json = nlohmann::ordered_json;

Json feesJson(const std::vector<FeeLine>& fees)
{
    auto list = Json::array();
    for (const auto& fee : fees)
        list.push_back({{"code", fee.code},
                        {"title", fee.title},
                        {"amount_fen", fee.amount.inFen()},
                        {"ground", fee.ground}});
    return list;
}

template <class Enum>
Json namesJson(const std::vector<Enum>& values)
{
    auto list = Json::array();
    for (const auto value : values)
        list.push_back(nameOf(value));
    return list;
}

template <class Enum>
Json nameJson(const std::optional<Enum>& value)
{
    return value ? Json(nameOf(*value)) : Json();
}

Json dateJson(const std::optional<Date>& date)
{
    return date ? Json(isoDate(*date)) : Json();
}

Json validityJson(const Validity& validity)
{
    return {{"years", validity.years ? Json(*validity.years) : Json()},
            {"end", dateJson(validity.end)},
            {"classChange", dateJson(validity.classChange)}};
}

Json workingDayJson(const WorkingDay& day)
{
    return {{"date", isoDate(day.date)}, {"estimated", day.estimated}};
}

Json exceptionsJson(const std::vector<CaseException>& exceptions)
{
    auto list = Json::array();
    for (const auto& exception : exceptions)
        list.push_back({{"kind", nameOf(exception.kind)},
                        {"requester", exception.requester},
                        {"inquiries", json(exception.inquiries)},
                        {"decision", json(exception.decision)}});
    return list;
}

Json chargeJson(const Charge& charge)
{
    return {{"id", charge.id},
            {"fees", feesJson(charge.lines)},
            {"due_fen", charge.due.inFen()},
            {"state", nameOf(charge.state)},
            {"tender", nameJson(charge.tender)},
            {"tendered_fen", charge.tendered.inFen()},
            {"change_fen", charge.change.inFen()},
            {"ground", charge.ground},
            {"shift", charge.shift},
            {"receiptNumber", charge.receiptNumber},
            {"settledAt", charge.receiptNumber.empty() ? Json() : Json(utcText(charge.settledAt))}};
}

Json historyJson(const std::vector<Event>& history)
{
    auto list = Json::array();
    for (const auto& event : history)
        list.push_back({{"sequence", event.sequence},
                        {"at", utcText(event.at)},
                        {"kind", nameOf(event.kind)},
                        {"subject", event.subject},
                        {"actor", event.actor}});
    return list;
}

Json pointsJson(const std::vector<ServicePoint>& points)
{
    auto list = Json::array();
    for (const auto& point : points)
        list.push_back({{"district", point.district}, {"name", point.name}});
    return list;
}

std::string promisedText(const WorkingDay& day)
{
    return day.estimated ? say(_("{1} (estimated: the calendar of that year is not loaded)"),
                               {isoDate(day.date)})
                         : isoDate(day.date);
}

std::string validityText(const Validity& validity)
{
    if (!validity.years)
        return say(_("for ever"));
    return say(_("{1} years, provisionally until {2}"),
               {std::to_string(*validity.years), validity.end ? isoDate(*validity.end) : ""});
}

std::string paidText(const Charge& charge)
{
    if (!charge.tender)
        return say(_("not paid yet"));
    const auto tender = fromUi(words::name(*charge.tender));
    switch (*charge.tender) {
    case Tender::exempt:
        return say(_("{1}: {2}"), {tender, charge.ground});
    case Tender::cash:
        return say(_("{1}: tendered {2}, change {3}, receipt {4}"),
                   {tender, charge.tendered.text(), charge.change.text(), charge.receiptNumber});
    case Tender::weChat:
    case Tender::alipay:
        return say(_("{1}, receipt {2}"), {tender, charge.receiptNumber});
    }
    return tender;
}

std::string exceptionText(const CaseException& exception)
{
    const auto kind = fromUi(words::name(exception.kind));
    const auto wire = std::string{nameOf(exception.kind)};
    if (!exception.decision)
        return say(_("{1} ({2}): to be decided"), {kind, wire});
    return say(_("{1} ({2}): {3} by {4}"),
               {kind,
                wire,
                fromUi(words::name(exception.decision->outcome)),
                exception.decision->supervisor});
}

const CaseException* undecided(const Case& value)
{
    for (const auto& exception : value.exceptions)
        if (!exception.decision)
            return &exception;
    return nullptr;
}

bool wasPrinted(const Case& value)
{
    for (const auto& event : value.history)
        if (event.kind == EventKind::paperIssued)
            return true;
    return false;
}

} // namespace

Json json(const std::optional<Decision>& decision)
{
    if (!decision)
        return {};
    return {{"outcome", nameOf(decision->outcome)},
            {"supervisor", decision->supervisor},
            {"reason", decision->reason},
            {"at", utcText(decision->at)}};
}

Json json(const std::vector<Inquiry>& inquiries)
{
    auto list = Json::array();
    for (const auto& inquiry : inquiries)
        list.push_back({{"question", inquiry.question},
                        {"supervisor", inquiry.supervisor},
                        {"answer", inquiry.answer},
                        {"clerk", inquiry.clerk}});
    return list;
}

Json json(const Case& value)
{
    return {{"acceptanceNumber", value.acceptanceNumber},
            {"state", nameOf(value.state)},
            {"category", nameOf(value.category)},
            {"marks", namesJson(value.marks)},
            {"kind", nameOf(value.kind)},
            {"day", isoDate(value.day)},
            {"confirmedAt", utcText(value.confirmedAt)},
            {"clerk", value.clerk},
            {"clerkName", value.clerkName},
            {"validity", validityJson(value.validity)},
            {"promised", workingDayJson(value.promised)},
            {"postPossible", value.postPossible},
            {"exceptions", exceptionsJson(value.exceptions)},
            {"charge", chargeJson(value.charge)},
            {"draft", toJson(value.draft)},
            {"history", historyJson(value.history)}};
}

std::vector<std::string> lines(const Case& value, StationTime time)
{
    auto lines = std::vector<std::string>{};
    const auto& applicant = value.draft.applicant;
    addLine(
        lines, words::field("acceptanceNumber"), groupedAcceptanceNumber(value.acceptanceNumber));
    addLine(lines, words::field("state"), fromUi(words::name(value.state)));
    addLine(lines, words::field("applicant.name"), applicant.name);
    addLine(lines, words::field("applicant.citizenNumber"), applicant.citizenNumber);
    addLine(lines, words::field("applicant.address"), applicant.address);
    if (value.draft.guardian)
        addLine(
            lines, words::field("guardian.name"), fromUi(words::guardian(*value.draft.guardian)));
    addLine(lines, words::field("category"), fromUi(words::name(value.category)));
    addLine(lines, words::field("kind"), fromUi(words::name(value.kind)));
    addLine(lines, _("Validity"), validityText(value.validity));
    addLine(lines, _("Card ready on"), promisedText(value.promised));
    addLine(lines, words::field("copies"), fromUi(words::copies(value.draft.copies)));
    if (value.draft.delivery.method)
        addLine(lines,
                words::field("delivery.method"),
                fromUi(words::name(*value.draft.delivery.method)));
    for (const auto& exception : value.exceptions)
        addLine(lines, words::field("exception"), exceptionText(exception));
    addLine(lines, _("Fee"), yuanText(value.charge.due));
    addLine(lines, words::field("payment"), paidText(value.charge));
    addLine(lines, words::field("clerk"), value.clerkName);
    for (const auto& event : value.history)
        lines.push_back("  " + time.dateTimeText(event.at) + "  " +
                        fromUi(words::name(event.kind)) + "  " + event.actor);
    return lines;
}

std::string nextStep(const Case& value)
{
    const auto& number = value.acceptanceNumber;
    switch (value.state) {
        using enum CaseState;
    case awaitingApproval:
        if (const auto* exception = undecided(value))
            return say(_("Next, a supervisor decides: guitai-admin case decide {1} --exception {2} "
                         "--approve --reason TEXT --user SUPERVISOR"),
                       {number, std::string{nameOf(exception->kind)}});
        return {};
    case awaitingPayment:
        return say(_("Next, the fee of {1} yuan: guitai-admin case pay {2} --cash {1} --user "
                     "CLERK"),
                   {value.charge.due.text(), number});
    case accepted:
        if (wasPrinted(value))
            return {};
        return say(_("Next, the voucher: guitai-admin voucher {1} --out FILE --reason TEXT --user "
                     "CLERK"),
                   {number});
    case ready:
    case collected:
    case posted:
    case rejected:
    case withdrawn:
        return {};
    }
    return {};
}

Json json(const Derived& derived)
{
    return {{"birthDate", dateJson(derived.birthDate)},
            {"sex", nameJson(derived.sex)},
            {"age", derived.age ? Json(*derived.age) : Json()},
            {"areaName", derived.areaName},
            {"category", nameJson(derived.category)},
            {"marks", namesJson(derived.marks)},
            {"kind", nameJson(derived.kind)},
            {"validity", derived.validity ? validityJson(*derived.validity) : Json()},
            {"documents", namesJson(derived.documents)},
            {"fees", feesJson(derived.fees)},
            {"due_fen", derived.due.inFen()},
            {"exemptionGround", derived.exemptionGround},
            {"promised", workingDayJson(derived.promised)},
            {"postPossible", derived.postPossible},
            {"servicePoints", pointsJson(derived.servicePoints)},
            {"exceptions", namesJson(derived.exceptions)}};
}

std::vector<std::string> lines(const Derived& derived)
{
    auto lines = std::vector<std::string>{};
    if (derived.category)
        addLine(lines, words::field("category"), fromUi(words::name(*derived.category)));
    if (derived.kind)
        addLine(lines, words::field("kind"), fromUi(words::name(*derived.kind)));
    if (derived.age)
        addLine(lines, _("Age"), std::to_string(*derived.age));
    if (derived.validity)
        addLine(lines, _("Validity"), validityText(*derived.validity));
    for (const auto document : derived.documents)
        addLine(lines, _("Original to be seen"), fromUi(words::name(document)));
    if (derived.kind)
        addLine(lines, _("Fee"), yuanText(derived.due));
    addLine(lines, _("Ground of the exemption"), derived.exemptionGround);
    if (derived.promised.date.ok())
        addLine(lines, _("Card ready on"), promisedText(derived.promised));
    for (const auto& point : derived.servicePoints)
        addLine(lines, _("Terminal that can serve"), point.district + " " + point.name);
    for (const auto exception : derived.exceptions)
        addLine(lines, _("A supervisor must decide"), fromUi(words::name(exception)));
    return lines;
}

Answer aboutCase(const Case& value, const std::string& line)
{
    auto answer = Answer{};
    answer.json["case"] = json(value);
    answer.lines.push_back(line);
    if (auto next = nextStep(value); !next.empty())
        answer.lines.push_back(std::move(next));
    return answer;
}

} // namespace guitai::console
