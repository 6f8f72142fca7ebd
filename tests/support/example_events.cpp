#include "tests/support/example_events.h"

#include "services/station_time.h"

#include <nlohmann/json.hpp>

namespace guitai
{

namespace
{

using Json = nlohmann::json;

std::string serialText(int serial)
{
    const auto digits = std::to_string(serial);
    return std::string(5 - digits.size(), '0') + digits;
}

NewEvent event(EventKind kind, std::string subject, std::string actor, Json payload)
{
    payload["v"] = 1;
    return {.kind = kind,
            .subject = std::move(subject),
            .actor = std::move(actor),
            .payload = payload.dump()};
}

Bytes examplePhoto(int serial)
{
    auto bytes = Bytes(2000);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>((i * 31 + static_cast<std::size_t>(serial)) & 0xFFU);
    return bytes;
}

} // namespace

std::string ExampleCase::number() const
{
    return "110108520" + digitDate(day) + serialText(serial);
}

std::string ExampleCase::draftId() const
{
    const auto digits = digitDate(day) + serialText(serial);
    return std::string(32 - digits.size(), 'd') + digits;
}

NewEvent userAdded(const std::string& id, const std::string& role)
{
    return event(EventKind::userAdded,
                 "user/" + id,
                 "system",
                 {{"id", id},
                  {"personId", "person-" + id},
                  {"displayName", "王小河"},
                  {"role", role},
                  {"passwordHash", "$argon2id$v=19$made-up"}});
}

NewEvent shiftOpened(const std::string& id, const std::string& clerk)
{
    return event(EventKind::shiftOpened,
                 "shift/" + id,
                 clerk,
                 {{"id", id}, {"opening", {{"10000", 2}, {"1000", 5}}}, {"float_fen", 25000}});
}

NewEvent shiftClosed(const std::string& id, const std::string& clerk, Money counted)
{
    return event(EventKind::shiftClosed,
                 "shift/" + id,
                 clerk,
                 {{"id", id},
                  {"counted", {{"10000", 2}}},
                  {"counted_fen", counted.inFen()},
                  {"expected_fen", counted.inFen()},
                  {"difference_fen", 0},
                  {"reason", ""}});
}

NewEvent caseConfirmed(const ExampleCase& example)
{
    auto draft = Json{{"applicant",
                       {{"citizenNumber", example.citizenNumber},
                        {"name", example.name},
                        {"phone", example.phone}}},
                      {"delivery", {{"method", "pickUp"}}}};
    if (!example.guardianNumber.empty())
        draft["guardian"] = {{"citizenNumber", example.guardianNumber}};
    if (!example.photo.sha256.empty())
        draft["photo"] = {{"image",
                           {{"sha256", example.photo.sha256},
                            {"mediaType", example.photo.mediaType},
                            {"size", example.photo.size}}},
                          {"width", 358},
                          {"height", 441}};
    return event(EventKind::caseConfirmed,
                 example.subject(),
                 example.clerk,
                 {{"acceptanceNumber", example.number()},
                  {"day", isoDate(example.day)},
                  {"serial", example.serial},
                  {"draftId", example.draftId()},
                  {"draft", draft},
                  {"category", example.category},
                  {"marks", Json::array()},
                  {"kind", "expiry"},
                  {"validity", {{"years", 5}}},
                  {"promised", "2026-12-07"},
                  {"postPossible", true},
                  {"clerkName", "王小河"},
                  {"clerkPerson", "person-" + example.clerk},
                  {"exceptions", Json::array()},
                  {"state", "awaitingPayment"}});
}

NewEvent chargeOpened(const ExampleCase& example)
{
    return event(EventKind::chargeOpened,
                 example.chargeSubject(),
                 example.clerk,
                 {{"id", example.number() + "-1"},
                  {"case", example.number()},
                  {"lines",
                   {{{"code", "idCard"},
                     {"title", "居民身份证工本费"},
                     {"amount_fen", example.due.inFen()},
                     {"ground", ""}}}},
                  {"due_fen", example.due.inFen()}});
}

NewEvent chargeSettled(const ExampleCase& example, const std::string& shift)
{
    return event(EventKind::chargeSettled,
                 example.chargeSubject(),
                 example.clerk,
                 {{"case", example.number()},
                  {"tender", "cash"},
                  {"due_fen", example.due.inFen()},
                  {"tendered_fen", 10000},
                  {"change_fen", 10000 - example.due.inFen()},
                  {"shift", shift},
                  {"receiptNumber", "R-" + example.number()}});
}

NewEvent chargeRefunded(const ExampleCase& example, const std::string& shift)
{
    return event(EventKind::chargeRefunded,
                 example.chargeSubject(),
                 example.clerk,
                 {{"case", example.number()},
                  {"reason", "申请人撤回"},
                  {"amount_fen", example.due.inFen()},
                  {"shift", shift},
                  {"supervisor", "zhao"}});
}

NewEvent caseMoved(const ExampleCase& example, EventKind kind, const std::string& state)
{
    return event(kind, example.subject(), example.clerk, {{"state", state}});
}

NewEvent paperIntended(const ExampleCase& example, const std::string& id, int copy)
{
    return event(EventKind::paperIntended,
                 example.subject(),
                 example.clerk,
                 {{"id", id},
                  {"case", example.number()},
                  {"copy", copy},
                  {"reason", copy == 0 ? "" : "纸张破损"}});
}

NewEvent paperEnded(const ExampleCase& example, const std::string& id, EventKind outcome)
{
    return event(
        outcome, example.subject(), example.clerk, {{"id", id}, {"case", example.number()}});
}

NewEvent attemptPlanned(const ExampleCase& example, const std::string& order, int counter)
{
    return event(EventKind::attemptPlanned,
                 example.chargeSubject(),
                 example.clerk,
                 {{"charge", example.number() + "-1"},
                  {"case", example.number()},
                  {"order", order},
                  {"epoch", "1"},
                  {"counter", counter},
                  {"channel", "weChat"},
                  {"mode", "code"},
                  {"amount_fen", example.due.inFen()},
                  {"content", "{}"},
                  {"contentHash", ""},
                  {"expiresAt", 1795400000},
                  {"shift", "s1"},
                  {"bootId", "boot-1"},
                  {"sinceBootMs", 1000},
                  {"state", "planned"}});
}

NewEvent attemptAnswered(const ExampleCase& example,
                         const std::string& order,
                         const std::string& state,
                         const std::string& providerNumber)
{
    auto payload = Json{{"order", order}, {"state", state}, {"problem", "none"}};
    if (!providerNumber.empty()) {
        payload["providerNumber"] = providerNumber;
        payload["paidAt"] = 1795395600;
    }
    return event(
        EventKind::attemptAnswered, example.chargeSubject(), example.clerk, std::move(payload));
}

NewEvent refundPlanned(const ExampleCase& example, const std::string& order)
{
    return event(EventKind::refundPlanned,
                 example.chargeSubject(),
                 example.clerk,
                 {{"charge", example.number() + "-1"},
                  {"order", order},
                  {"number", order + "R01"},
                  {"channel", "weChat"},
                  {"amount_fen", example.due.inFen()},
                  {"total_fen", example.due.inFen()},
                  {"reason", "重复支付"},
                  {"cause", "late"},
                  {"requester", example.clerk},
                  {"supervisor", "zhao"},
                  {"shift", "s1"},
                  {"content", "{}"},
                  {"contentHash", ""},
                  {"state", "planned"}});
}

NewEvent
refundAnswered(const ExampleCase& example, const std::string& order, const std::string& state)
{
    return event(
        EventKind::refundAnswered,
        example.chargeSubject(),
        example.clerk,
        {{"order", order}, {"number", order + "R01"}, {"state", state}, {"problem", "none"}});
}

NewEvent chargeLocked(const ExampleCase& example, const std::string& into)
{
    return event(EventKind::chargeLocked, example.chargeSubject(), example.clerk, {{"into", into}});
}

NewEvent requestMade(const ExampleCase& example, const std::string& id)
{
    return event(EventKind::requestMade,
                 "request/" + id,
                 example.clerk,
                 {{"id", id},
                  {"kind", "reprint"},
                  {"target", example.number()},
                  {"case", example.number()},
                  {"charge", ""},
                  {"order", ""},
                  {"step", "withdraw"},
                  {"shift", ""},
                  {"evidence", {{"copies", 2}}},
                  {"reason", "居民遗失"},
                  {"personId", "person-" + example.clerk},
                  {"parties", Json::array()}});
}

void confirm(Journal& journal, ExampleCase example)
{
    journal.commit([&](JournalWriting& writing) {
        example.photo = writing.putAttachment(examplePhoto(example.serial), "image/jpeg");
        writing.append(caseConfirmed(example));
        writing.append(chargeOpened(example));
        writing.eraseDraft(example.draftId());
    });
}

void settle(Journal& journal, const ExampleCase& example, const std::string& shift)
{
    journal.commit([&](JournalWriting& writing) {
        writing.append(chargeSettled(example, shift));
        writing.append(caseMoved(example, EventKind::caseAccepted, "accepted"));
    });
}

void fillWithExamples(Journal& journal, int cases)
{
    const auto append = [&](const NewEvent& event) {
        journal.commit([&](JournalWriting& writing) { writing.append(event); });
    };
    append(userAdded("wang", "clerk"));
    append(userAdded("zhao", "supervisor"));
    append(shiftOpened("s1", "wang"));
    for (auto serial = 1; serial <= cases; ++serial) {
        const auto example = ExampleCase{.serial = serial};
        const auto paper = "paper-" + std::to_string(serial);
        confirm(journal, example);
        if (serial % 3 == 0)
            continue;
        if (serial == 1) {
            append(attemptPlanned(example, "520310000001A1"));
            append(attemptAnswered(example, "520310000001A1", "latePaid", "4200001"));
            append(refundPlanned(example, "520310000001A1"));
            append(chargeLocked(example, example.number() + "-M1"));
            append(requestMade(example, "request-1"));
        }
        settle(journal, example, "s1");
        append(paperIntended(example, paper, 0));
        if (serial % 3 == 1)
            append(paperEnded(example, paper, EventKind::paperIssued));
    }
    for (const auto* id : {"0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"})
        journal.saveDraft({.id = id,
                           .owner = "wang",
                           .parked = id[0] == 'f',
                           .savedAt = {},
                           .fields = {{"/applicant/name", "\"欧阳雪\""},
                                      {"/applicant/phone", "\"13900139000\""},
                                      {"/temporaryCard", "true"}}});
}

} // namespace guitai
