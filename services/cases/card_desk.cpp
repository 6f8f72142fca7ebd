#include "services/cases/case_desk.h"
#include "services/cases/case_events.h"
#include "services/rules/person_name.h"

namespace guitai
{

namespace
{

using enum Refusal::Code;

Refusal cardInState(const Case& subject)
{
    return {wrongState, "state", {std::string{nameOf(subject.state)}}};
}

bool isNews(const std::optional<CardReturn>& known, const std::optional<CardReturn>& back)
{
    return back && back != known;
}

/// Only what was still out.
void addReturns(const CardsOut& out, const CardsBack& back, nlohmann::json& members)
{
    if (out.oldCard && back.oldCard)
        members["oldCard"] = nameOf(*back.oldCard);
    if (out.temporaryCard && back.temporaryCard)
        members["temporaryCard"] = nameOf(*back.temporaryCard);
}

nlohmann::json membersOf(const Case& subject, const CardHandOver& handOver)
{
    const auto posted = handOver.receiver == Receiver::post;
    auto members =
        nlohmann::json{{"state", nameOf(posted ? CaseState::posted : CaseState::collected)},
                       {"by", nameOf(handOver.receiver)}};
    const auto known = nameOfReceiver(subject, handOver.receiver);
    const auto name = known.empty() ? normalisedName(handOver.name) : known;
    if (!name.empty())
        members["receiver"] = name;
    if (bringsPapers(handOver.receiver))
        members["papersSeen"] = handOver.papersSeen;
    if (!posted)
        addReturns(cardsOut(subject), handOver.back, members);
    return members;
}

} // namespace

Result<Case> CaseDesk::markReady(const Actor& actor, const std::string& acceptanceNumber)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (found.value().state != CaseState::accepted)
        return cardInState(found.value());
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::cardReady,
                                subjectOfCase(acceptanceNumber),
                                actor,
                                {{"state", nameOf(CaseState::ready)}}));
    });
    return load(acceptanceNumber);
}

Result<Case> CaseDesk::handOver(const Actor& actor,
                                const std::string& acceptanceNumber,
                                const CardHandOver& handOver)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    if (found.value().state != CaseState::ready)
        return cardInState(found.value());
    if (const auto fault = handOverFault(found.value(), handOver))
        return *fault;
    const auto kind =
        handOver.receiver == Receiver::post ? EventKind::cardPosted : EventKind::cardCollected;
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(
            kind, subjectOfCase(acceptanceNumber), actor, membersOf(found.value(), handOver)));
    });
    return load(acceptanceNumber);
}

Result<Case>
CaseDesk::takeBack(const Actor& actor, const std::string& acceptanceNumber, const CardsBack& back)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto found = load(acceptanceNumber);
    if (!found)
        return found.refusals();
    const auto& subject = found.value();
    const auto out = cardsToComeBack(subject);
    if (!takesCardsBack(subject.state) || !out.any())
        return cardInState(subject);
    auto members = nlohmann::json::object();
    addReturns({.oldCard = out.oldCard && isNews(subject.oldCardBack, back.oldCard),
                .temporaryCard =
                    out.temporaryCard && isNews(subject.temporaryCardBack, back.temporaryCard)},
               back,
               members);
    if (members.empty())
        return Refusal{cardNotHandedIn, out.oldCard ? "oldCard" : "temporaryCardBack"};
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(
            newEvent(EventKind::cardsReturned, subjectOfCase(acceptanceNumber), actor, members));
    });
    return load(acceptanceNumber);
}

} // namespace guitai
