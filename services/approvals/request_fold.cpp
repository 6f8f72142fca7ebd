// What requests are in the journal: written, read back, found.
#include "services/approvals/request_events.h"

#include "services/cases/case_events.h"
#include "services/failure.h"

#include <span>

namespace guitai
{

namespace
{

using nlohmann::json;

json jsonOf(const ReprintEvidence& evidence)
{
    return {{"copies", evidence.copies}};
}

json jsonOf(const RefundEvidence& evidence)
{
    return {{"amount_fen", evidence.amount.inFen()},
            {"open_fen", evidence.open.inFen()},
            {"tender", nameOf(evidence.tender)},
            {"drawer", evidence.drawer},
            {"printed", evidence.printed}};
}

json jsonOf(const DifferenceEvidence& evidence)
{
    return {{"counted_fen", evidence.counted.inFen()},
            {"expected_fen", evidence.expected.inFen()},
            {"counts", evidence.counts},
            {"carried", evidence.carried}};
}

RequestEvidence evidenceOf(const Payload& payload, RequestKind kind)
{
    try {
        const auto& found = payload.member("evidence");
        const auto money = [&](const char* name) {
            return Money::fen(found.at(name).get<std::int64_t>());
        };
        switch (kind) {
        case RequestKind::reprint:
            return ReprintEvidence{found.at("copies").get<std::int64_t>()};
        case RequestKind::refund: {
            const auto tender = tenderFrom(found.at("tender").get<std::string>());
            if (!tender)
                payload.damaged("tender");
            return RefundEvidence{money("amount_fen"),
                                  money("open_fen"),
                                  *tender,
                                  found.at("drawer").get<std::string>(),
                                  found.at("printed").get<bool>()};
        }
        case RequestKind::cashDifference:
            return DifferenceEvidence{money("counted_fen"),
                                      money("expected_fen"),
                                      found.at("counts").get<std::int64_t>(),
                                      found.at("carried").get<std::vector<std::string>>()};
        }
    } catch (const json::exception&) { // its text may repeat the payload
        payload.damaged("evidence");
    }
    payload.damaged("kind");
}

std::vector<Party> partiesOf(const Payload& payload)
{
    auto parties = std::vector<Party>{};
    try {
        for (const auto& party : payload.member("parties"))
            parties.push_back(
                {party.at("user").get<std::string>(), party.at("person").get<std::string>()});
    } catch (const json::exception&) {
        payload.damaged("parties");
    }
    return parties;
}

ApprovalRequest begun(const Event& event, const Payload& payload)
{
    if (event.kind != EventKind::requestMade)
        payload.damaged("path");
    const auto kind = payload.named("kind", requestKindFrom);
    auto request = ApprovalRequest{.id = payload.text("id"),
                                   .subject = {.kind = kind,
                                               .acceptanceNumber = payload.text("case"),
                                               .chargeId = payload.text("charge"),
                                               .orderNumber = payload.text("order"),
                                               .step = payload.named("step", refundStepFrom),
                                               .shift = payload.text("shift")},
                                   .evidence = evidenceOf(payload, kind),
                                   .reason = payload.text("reason"),
                                   .requester = event.actor,
                                   .requesterPerson = payload.text("personId"),
                                   .parties = partiesOf(payload),
                                   .askedAt = event.at};
    if (event.subject != subjectOfRequest(request.id) ||
        payload.text("target") != targetOf(request.subject))
        payload.damaged("target");
    return request;
}

/// Whether somebody without a part in the request did it.
void requireOther(const ApprovalRequest& request, const Event& event, const Payload& payload)
{
    if (hasPartIn({event.actor, payload.text("personId"), Role::supervisor}, request))
        payload.damaged("ownWork");
}

void decide(ApprovalRequest& request, const Event& event, const Payload& payload)
{
    requireOther(request, event, payload);
    const auto outcome = payload.named("outcome", decisionOutcomeFrom);
    request.decision =
        Decision{outcome, event.actor, payload.text("personId"), payload.text("reason"), event.at};
    request.state =
        outcome == DecisionOutcome::approved ? RequestState::approved : RequestState::rejected;
}

void answer(ApprovalRequest& request, const Event& event, const Payload& payload)
{
    auto& inquiry = request.inquiries.back();
    inquiry.answer = payload.text("answer");
    inquiry.clerk = event.actor;
    inquiry.clerkPerson = payload.text("personId");
    inquiry.answeredAt = event.at;
    if (inquiry.clerk == inquiry.supervisor || inquiry.clerkPerson == inquiry.supervisorPerson)
        payload.damaged("ownWork");
}

void follow(ApprovalRequest& request, const Event& event)
{
    const auto payload = Payload{event};
    const auto waits = request.state == RequestState::waiting;
    const auto isApproved = request.state == RequestState::approved;
    if (event.kind == EventKind::requestQuestioned && waits && !request.isAskedBack()) {
        requireOther(request, event, payload);
        request.inquiries.push_back(
            {payload.text("question"), event.actor, payload.text("personId"), event.at});
    } else if (event.kind == EventKind::requestAnswered && waits && request.isAskedBack()) {
        answer(request, event, payload);
    } else if (event.kind == EventKind::requestDecided && waits) {
        decide(request, event, payload);
    } else if (event.kind == EventKind::requestUsed && isApproved) {
        request.state = RequestState::used;
    } else if (event.kind == EventKind::requestReturned && request.state == RequestState::used) {
        request.state = RequestState::approved;
    } else if (event.kind == EventKind::requestLapsed && (waits || isApproved)) {
        request.state = RequestState::lapsed;
    } else {
        payload.damaged("path");
    }
}

} // namespace

std::string subjectOfRequest(std::string_view id)
{
    return "request/" + std::string{id};
}

json evidenceJson(const RequestEvidence& evidence)
{
    return std::visit([](const auto& one) { return jsonOf(one); }, evidence);
}

json requestJson(const ApprovalRequest& request)
{
    const auto& subject = request.subject;
    auto parties = json::array();
    for (const auto& party : request.parties)
        parties.push_back({{"user", party.user}, {"person", party.person}});
    return {{"id", request.id},
            {"kind", nameOf(subject.kind)},
            {"target", targetOf(subject)},
            {"case", subject.acceptanceNumber},
            {"charge", subject.chargeId},
            {"order", subject.orderNumber},
            {"step", nameOf(subject.step)},
            {"shift", subject.shift},
            {"evidence", evidenceJson(request.evidence)},
            {"reason", request.reason},
            {"personId", request.requesterPerson},
            {"parties", parties}};
}

ApprovalRequest foldRequest(const std::vector<Event>& events)
{
    if (events.empty())
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a request without events");
    auto request = begun(events.front(), Payload{events.front()});
    for (const auto& event : std::span{events}.subspan(1)) {
        if (event.subject != events.front().subject)
            Payload{event}.damaged("subject");
        follow(request, event);
    }
    return request;
}

std::optional<ApprovalRequest> loadRequest(Journal& journal, const std::string& id)
{
    const auto events = journal.eventsOf(subjectOfRequest(id));
    return events.empty() ? std::nullopt : std::optional{foldRequest(events)};
}

std::optional<ApprovalRequest> newestRequest(Journal& journal, const RequestSubject& subject)
{
    const auto rows = journal.requests(
        {.target = targetOf(subject), .kind = std::string{nameOf(subject.kind)}, .limit = 1});
    return rows.empty() ? std::nullopt : loadRequest(journal, rows.front().id);
}

std::optional<ApprovalRequest> openRequest(Journal& journal, const RequestSubject& subject)
{
    auto newest = newestRequest(journal, subject); // one made later replaced all before it
    const auto isOpen = newest && (newest->state == RequestState::waiting ||
                                   newest->state == RequestState::approved);
    return isOpen ? newest : std::nullopt;
}

void appendLapse(JournalWriting& writing,
                 Journal& journal,
                 const Actor& actor,
                 const RequestSubject& subject)
{
    if (const auto open = openRequest(journal, subject))
        writing.append(
            newEvent(EventKind::requestLapsed, subjectOfRequest(open->id), actor, json::object()));
}

void appendReturn(JournalWriting& writing,
                  Journal& journal,
                  const Actor& actor,
                  const std::string& request)
{
    const auto found = loadRequest(journal, request);
    if (!found || found->state != RequestState::used)
        return;
    // Somebody may have asked anew meanwhile: one open request is enough.
    if (!openRequest(journal, found->subject))
        writing.append(
            newEvent(EventKind::requestReturned, subjectOfRequest(request), actor, json::object()));
}

} // namespace guitai
