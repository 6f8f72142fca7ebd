#include "services/journal/index_projector.h"

#include "services/journal/payload_members.h"
#include "services/station_time.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace guitai
{

namespace
{

/// Drafts leave empty members out.
std::string optionalText(const Json& object, const Json::json_pointer& path)
{
    return object.contains(path) ? object.at(path).get<std::string>() : std::string{};
}

Date day(const Json& payload)
{
    const auto date = parseIsoDate(text(payload, "day"));
    if (!date)
        throw std::logic_error("a payload's day");
    return *date;
}

std::string afterSlash(const std::string& subject)
{
    return subject.substr(subject.find('/') + 1);
}

void takeEntries(CaseRow& row, const Json& payload)
{
    const auto& draft = payload.at("draft");
    using Path = Json::json_pointer;
    row.citizenNumber = optionalText(draft, Path{"/applicant/citizenNumber"});
    row.name = optionalText(draft, Path{"/applicant/name"});
    row.phone = optionalText(draft, Path{"/applicant/phone"});
    row.guardianNumber = optionalText(draft, Path{"/guardian/citizenNumber"});
    row.delivery = optionalText(draft, Path{"/delivery/method"});
    row.category = text(payload, "category");
    row.kind = text(payload, "kind");
}

} // namespace

void IndexProjector::apply(const Event& event)
{
    apply(event, Json::parse(event.payload, nullptr, false));
}

void IndexProjector::apply(const Event& event, const Json& payload)
{
    m_tables.extend(event.subject, event.sequence);
    try {
        applyKind(event, payload);
    } catch (const Json::exception&) { // its text may repeat the payload
        throw std::logic_error("the payload of " + std::string{nameOf(event.kind)});
    }
}

void IndexProjector::applyKind(const Event& event, const Json& payload)
{
    switch (event.kind) {
    case EventKind::userAdded:
    case EventKind::userDisabled:
    case EventKind::userEnabled:
    case EventKind::passwordReset:
    case EventKind::signedIn:
    case EventKind::signInFailed:
        return applyToUser(event, payload);
    case EventKind::shiftOpened:
    case EventKind::shiftClosed:
        return applyToShift(event, payload);
    case EventKind::caseConfirmed:
        return confirmCase(event, payload);
    case EventKind::approvalDecided:
    case EventKind::caseAccepted:
    case EventKind::caseWithdrawn:
    case EventKind::caseCorrected:
    case EventKind::cardReady:
    case EventKind::cardCollected:
    case EventKind::cardPosted:
        return moveCase(event, payload);
    case EventKind::chargeOpened:
    case EventKind::chargeSettled:
    case EventKind::chargeExempted:
    case EventKind::chargeVoided:
    case EventKind::chargeRefunded:
        return applyToCharge(event, payload);
    case EventKind::paperIntended:
        return intendPaper(event, payload);
    case EventKind::paperIssued:
        return endPaper(payload, "issued");
    case EventKind::paperFailed:
        return endPaper(payload, "failed");
    case EventKind::paperUnknown:
        return endPaper(payload, "unknown");
    case EventKind::chargeLocked:
    case EventKind::chargeUnlocked:
        return lockCharge(event, payload);
    case EventKind::attemptPlanned:
        return planAttempt(event, payload);
    case EventKind::attemptMoved:
    case EventKind::attemptAnswered:
        return moveAttempt(payload);
    case EventKind::refundPlanned:
        return planRefund(event, payload);
    case EventKind::refundMoved:
    case EventKind::refundAnswered:
        return moveRefund(event, payload);
    case EventKind::refundHandedOver:
        return handOverRefund(payload);
    case EventKind::deviceChanged:
        return changeDevice(payload);
    case EventKind::requestMade:
        return makeRequest(event, payload);
    case EventKind::requestDecided:
    case EventKind::requestUsed:
    case EventKind::requestReturned:
    case EventKind::requestLapsed:
        return moveRequest(event, payload);
    case EventKind::databaseRestored:
        passOverSerials(event, payload);
        return beginEpoch(payload.at("part").get<int>());
    case EventKind::chargesMerged:
    case EventKind::inquiryMade: // the case waits as before
    case EventKind::inquiryAnswered:
    case EventKind::cardsReturned:
    case EventKind::requestQuestioned:
    case EventKind::requestAnswered:
    case EventKind::templatesRemoved:
    case EventKind::windowInitialised:
    case EventKind::signedOut:
    case EventKind::cashMoved:
    case EventKind::shiftCounted:
    case EventKind::shiftNumbered:
    case EventKind::drawerMoved:
    case EventKind::drawerOpened:
    case EventKind::noteIncident:
    case EventKind::reportIntended:
    case EventKind::reportIssued:
    case EventKind::reportFailed:
    case EventKind::reportUnknown:
    case EventKind::billCompared:
    case EventKind::differenceAssigned:
    case EventKind::differenceResolved:
    case EventKind::personalDataViewed:
    case EventKind::backupMade:
    case EventKind::indexRebuilt:
    case EventKind::journalExported:
        return;
    }
}

void IndexProjector::applyToUser(const Event& event, const Json& payload)
{
    if (event.kind == EventKind::userAdded)
        return m_tables.store({.id = text(payload, "id"),
                               .personId = text(payload, "personId"),
                               .displayName = text(payload, "displayName"),
                               .role = text(payload, "role"),
                               .passwordHash = text(payload, "passwordHash")});
    if (event.subject == "window") // a failed sign-in under a name that nobody has
        return;
    auto row = known(m_tables.user(afterSlash(event.subject)));
    if (event.kind == EventKind::userDisabled || event.kind == EventKind::userEnabled)
        row.disabled = event.kind == EventKind::userDisabled;
    if (event.kind == EventKind::passwordReset)
        row.passwordHash = text(payload, "passwordHash");
    if (event.kind == EventKind::passwordReset || event.kind == EventKind::signedIn) {
        row.failures = 0;
        row.lastFailure = {};
        row.failureBoot.clear();
        row.failureSinceBootMs = 0;
    }
    if (event.kind == EventKind::signInFailed) {
        ++row.failures;
        row.lastFailure = event.at;
        row.failureBoot = text(payload, "bootId");
        row.failureSinceBootMs = payload.at("sinceBootMs").get<std::int64_t>();
    }
    m_tables.store(row);
}

void IndexProjector::applyToShift(const Event& event, const Json& payload)
{
    if (event.kind == EventKind::shiftOpened)
        return m_tables.insert(IndexedShift{.sequence = event.sequence,
                                            .row = {.id = text(payload, "id"),
                                                    .clerk = event.actor,
                                                    .openedAt = event.at,
                                                    .open = true,
                                                    .openingFloat = money(payload, "float_fen")}});
    auto shift = known(m_tables.shift(text(payload, "id")));
    shift.row.open = false;
    m_tables.update(shift);
}

void IndexProjector::confirmCase(const Event& event, const Json& payload)
{
    auto indexed = IndexedCase{.sequence = event.sequence, .draft = text(payload, "draftId")};
    auto& row = indexed.row;
    takeEntries(row, payload);
    row.acceptanceNumber = text(payload, "acceptanceNumber");
    row.state = text(payload, "state");
    row.clerk = event.actor;
    row.confirmedAt = event.at;
    row.changedAt = event.at;
    row.day = day(payload);
    m_tables.insert(indexed);

    const auto serial = payload.at("serial").get<int>();
    m_tables.storeSerial(row.day, std::max(serial, m_tables.lastSerial(row.day).value_or(0)));
}

void IndexProjector::moveCase(const Event& event, const Json& payload)
{
    auto indexed = known(m_tables.caseOf(afterSlash(event.subject)));
    indexed.row.state = text(payload, "state");
    indexed.row.changedAt = event.at;
    if (event.kind == EventKind::caseCorrected && payload.contains("draft")) {
        takeEntries(indexed.row, payload);
        return m_tables.correct(indexed);
    }
    m_tables.update(indexed);
}

void IndexProjector::applyToCharge(const Event& event, const Json& payload)
{
    auto indexed = known(m_tables.caseOf(text(payload, "case")));
    auto& row = indexed.row;
    row.changedAt = event.at;
    if (event.kind == EventKind::chargeOpened)
        row.due = money(payload, "due_fen");
    if (event.kind == EventKind::chargeVoided)
        row.due = {};
    if (event.kind == EventKind::chargeSettled) {
        const auto due = money(payload, "due_fen");
        row.collected = row.collected + due;
        const auto isCash = text(payload, "tender") == "cash";
        moveDrawer(text(payload, "shift"), isCash ? due : Money{}, 1);
        m_tables.unlock(afterSlash(event.subject));
    }
    if (event.kind == EventKind::chargeExempted)
        moveDrawer(text(payload, "shift"), {}, 1);
    if (event.kind == EventKind::chargeRefunded) {
        const auto back = money(payload, "amount_fen");
        row.collected = row.collected - back;
        moveDrawer(text(payload, "shift"), Money{} - back, 0);
    }
    m_tables.update(indexed);
}

void IndexProjector::moveDrawer(const std::string& id, Money cash, std::int64_t cases)
{
    if (id.empty()) // an exempt charge needs no drawer
        return;
    auto shift = known(m_tables.shift(id));
    shift.row.cashCollected = shift.row.cashCollected + cash;
    shift.row.cases += cases;
    m_tables.update(shift);
}

void IndexProjector::intendPaper(const Event& event, const Json& payload)
{
    m_tables.insert(IndexedPaper{.sequence = event.sequence,
                                 .row = {.id = text(payload, "id"),
                                         .acceptanceNumber = text(payload, "case"),
                                         .copy = payload.at("copy").get<int>(),
                                         .state = "intended",
                                         .reason = text(payload, "reason"),
                                         .actor = event.actor,
                                         .at = event.at}});
}

void IndexProjector::endPaper(const Json& payload, const std::string& state)
{
    auto paper = known(m_tables.paper(text(payload, "id")));
    paper.row.state = state;
    m_tables.update(paper);
}

/// A backup does not know the numbers that were given after it. So the day goes on behind the part
/// of the window's block in which those stand: `part` counts the restores of that day.
void IndexProjector::passOverSerials(const Event& event, const Json& payload)
{
    const auto date = day(payload);
    const auto part = payload.at("part").get<int>();
    auto window = 0;
    std::from_chars(event.window.data(), event.window.data() + event.window.size(), window);
    const auto before = (window - 1) * serialsOfAWindow; // the last serial before the block
    const auto used = m_tables.lastSerial(date).value_or(before);
    const auto partsUsed = (used - before + serialsOfAPart - 1) / serialsOfAPart;
    const auto passed = std::max(partsUsed, part) * serialsOfAPart;
    m_tables.storeSerial(date, before + std::min(passed, serialsOfAWindow));
}

} // namespace guitai
