#include "services/cases/case.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace guitai::case_fold_test
{

using nlohmann::json;

namespace
{

const auto number = std::string{"1101085202026112302001"};
const auto clerk = Actor{"hong", "p-hong", Role::clerk};
const auto supervisor = Actor{"luo", "p-luo", Role::supervisor};

/// A history as the journal would give it; hashes are the journal's business.
class History
{
public:
    /// A case whose charge is `due`, with or without an exception.
    explicit History(Money due, bool exception)
    {
        auto begun = Case{};
        begun.acceptanceNumber = number;
        begun.draft = anyoneDraft();
        begun.category = Category::couldUseTerminal;
        begun.kind = ApplicationKind::damage;
        begun.promised = {exampleDay, false};
        begun.day = exampleDay;
        begun.clerkPerson = clerk.personId;
        begun.state = exception ? CaseState::awaitingApproval : CaseState::awaitingPayment;
        if (exception)
            begun.exceptions.push_back({ExceptionKind::couldUseTerminal, "", "", std::nullopt});
        add(newEvent(
            EventKind::caseConfirmed, subjectOfCase(number), clerk, confirmationJson(begun, 2001)));
        const auto lines = std::vector<FeeLine>{{"card", "工本费", due, ""}};
        add(newEvent(EventKind::chargeOpened,
                     subjectOfCharge(number),
                     clerk,
                     {{"id", chargeIdOf(number)},
                      {"case", number},
                      {"lines", feeLinesJson(lines)},
                      {"due_fen", due.inFen()}}));
    }

    History& add(const NewEvent& event)
    {
        auto stored = Event{};
        stored.window = "03";
        stored.sequence = static_cast<std::int64_t>(m_events.size()) + 1;
        stored.kind = event.kind;
        stored.subject = event.subject;
        stored.actor = event.actor;
        stored.payload = event.payload;
        m_events.push_back(stored);
        return *this;
    }
    History& add(EventKind kind);

    Case fold() const { return foldCase(m_events); }
    const std::vector<Event>& events() const { return m_events; }

private:
    std::vector<Event> m_events;
};

NewEvent onCase(EventKind kind, const json& members, const Actor& actor = clerk)
{
    return newEvent(kind, subjectOfCase(number), actor, members);
}

NewEvent onCharge(EventKind kind, const json& members)
{
    return newEvent(kind, subjectOfCharge(number), clerk, members);
}

/// A well-formed event of the kind, as the services would write it for a charge of 40 yuan.
NewEvent wellFormed(EventKind kind)
{
    const auto state = [](CaseState next) { return json{{"state", nameOf(next)}}; };
    const auto drop = json{{"case", number},
                           {"reason", "r"},
                           {"amount_fen", 4000},
                           {"shift", "s"},
                           {"supervisor", ""}};
    switch (kind) {
    case EventKind::chargeOpened:
        return onCharge(kind,
                        {{"id", chargeIdOf(number)},
                         {"case", number},
                         {"lines", json::array()},
                         {"due_fen", 0}});
    case EventKind::chargeSettled:
        return onCharge(kind,
                        {{"case", number},
                         {"tender", "cash"},
                         {"due_fen", 4000},
                         {"tendered_fen", 5000},
                         {"change_fen", 1000},
                         {"shift", "s"},
                         {"receiptNumber", "R1"}});
    case EventKind::chargeExempted:
        return onCharge(
            kind, {{"case", number}, {"ground", "g"}, {"receiptNumber", "R1"}, {"shift", ""}});
    case EventKind::chargeVoided:
    case EventKind::chargeRefunded:
        return onCharge(kind, drop);
    case EventKind::approvalDecided:
        return onCase(kind,
                      {{"exception", "couldUseTerminal"},
                       {"outcome", "approved"},
                       {"reason", ""},
                       {"personId", supervisor.personId},
                       {"state", "awaitingPayment"}},
                      supervisor);
    case EventKind::inquiryMade:
        return onCase(kind,
                      {{"exception", "couldUseTerminal"},
                       {"question", "q"},
                       {"personId", supervisor.personId}},
                      supervisor);
    case EventKind::caseAccepted:
        return onCase(kind, state(CaseState::accepted));
    case EventKind::caseWithdrawn:
        return onCase(kind, {{"reason", "r"}, {"supervisor", ""}, {"state", "withdrawn"}});
    case EventKind::cardReady:
        return onCase(kind, state(CaseState::ready));
    case EventKind::cardCollected:
        return onCase(kind, state(CaseState::collected));
    case EventKind::cardPosted:
        return onCase(kind, state(CaseState::posted));
    case EventKind::paperIntended:
        return onCase(kind, {{"id", "q"}, {"case", number}, {"copy", 0}, {"reason", ""}});
    case EventKind::paperIssued:
    case EventKind::paperFailed:
    case EventKind::paperUnknown:
        return onCase(kind, {{"id", "q"}, {"case", number}});
    default:
        return onCase(kind, json::object());
    }
}

History& History::add(EventKind kind)
{
    return add(wellFormed(kind));
}

NewEvent rejection()
{
    return onCase(EventKind::approvalDecided,
                  {{"exception", "couldUseTerminal"},
                   {"outcome", "rejected"},
                   {"reason", "r"},
                   {"personId", supervisor.personId},
                   {"state", "rejected"}},
                  supervisor);
}

/// A history that ends in the state, its money as it usually is there.
History historyTo(CaseState state)
{
    const auto due = Money::yuan(40);
    if (state == CaseState::awaitingApproval)
        return History{due, true};
    if (state == CaseState::rejected)
        return History{due, true}.add(rejection());
    auto history = History{due, false};
    if (state == CaseState::awaitingPayment)
        return history;
    history.add(EventKind::chargeSettled).add(EventKind::caseAccepted);
    if (state == CaseState::accepted)
        return history;
    if (state == CaseState::withdrawn)
        return history.add(EventKind::caseWithdrawn);
    history.add(EventKind::cardReady);
    if (state == CaseState::collected)
        history.add(EventKind::cardCollected);
    if (state == CaseState::posted)
        history.add(EventKind::cardPosted);
    return history;
}

bool accepts(History history, const NewEvent& event)
{
    try {
        (void)history.add(event).fold();
        return true;
    } catch (const ServiceFailure& failure) {
        CHECK(failure.kind() == ServiceFailure::Kind::damaged);
        return false;
    }
}

std::vector<EventKind> allKinds()
{
    auto kinds = std::vector<EventKind>{};
    for (int i = 0; i <= static_cast<int>(EventKind::journalExported); ++i)
        kinds.push_back(static_cast<EventKind>(i));
    return kinds;
}

} // namespace

TEST_CASE("foldCase")
{
    using enum EventKind;

    SUBCASE("takes exactly the paths of the state machine, for every event in every state")
    {
        const auto legal = std::map<CaseState, std::set<EventKind>>{
            {CaseState::awaitingApproval, {approvalDecided, inquiryMade, caseWithdrawn}},
            {CaseState::awaitingPayment, {chargeSettled, caseWithdrawn}},
            {CaseState::accepted, {caseWithdrawn, cardReady, cardsReturned, paperIntended}},
            {CaseState::ready, {cardCollected, cardPosted, cardsReturned, paperIntended}},
            {CaseState::collected, {cardsReturned, templatesRemoved}},
            {CaseState::posted, {cardsReturned, templatesRemoved}},
            {CaseState::rejected, {chargeVoided, templatesRemoved}},
            {CaseState::withdrawn, {chargeRefunded, templatesRemoved}},
        };
        for (const auto& row : legal) {
            const auto state = row.first;
            REQUIRE(historyTo(state).fold().state == state);
            for (const auto kind : allKinds()) {
                INFO(nameOf(state) << " " << nameOf(kind));
                const auto expected = row.second.contains(kind) || kind == personalDataViewed;
                CHECK(accepts(historyTo(state), wellFormed(kind)) == expected);
            }
        }
    }
    SUBCASE("moves as the events say")
    {
        auto history = History{Money::yuan(40), true};
        CHECK(history.add(approvalDecided).fold().state == CaseState::awaitingPayment);
        CHECK(history.add(chargeSettled).fold().charge.state == ChargeState::settled);
        CHECK(history.fold().state == CaseState::awaitingPayment);
        const auto accepted = history.add(caseAccepted).fold();
        CHECK(accepted.state == CaseState::accepted);
        CHECK(accepted.charge.tendered == Money::yuan(50));
        CHECK(accepted.charge.change == Money::yuan(10));
        CHECK(accepted.charge.receiptNumber == "R1");
        CHECK(accepted.exceptions.front().decision.value().supervisor == "luo");
        CHECK(accepted.history.size() == 5);
    }
    SUBCASE("accepts only what is settled, and exempts only what costs nothing")
    {
        CHECK_FALSE(accepts(History{Money::yuan(40), false}, wellFormed(caseAccepted)));
        CHECK_FALSE(accepts(History{Money::yuan(40), false}, wellFormed(chargeExempted)));
        CHECK(accepts(History{Money{}, false}, wellFormed(chargeExempted)));
        CHECK_FALSE(accepts(History{Money{}, false}, wellFormed(chargeSettled)));
        CHECK(accepts(History{Money{}, false}.add(chargeExempted), wellFormed(caseAccepted)));
        CHECK_FALSE(
            accepts(History{Money::yuan(40), false}.add(chargeSettled), wellFormed(chargeSettled)));
    }
    SUBCASE("owes back what was paid, and nothing of an exemption")
    {
        CHECK(historyTo(CaseState::withdrawn).fold().charge.state == ChargeState::refundPending);
        CHECK(historyTo(CaseState::withdrawn).add(chargeRefunded).fold().charge.state ==
              ChargeState::refunded);
        CHECK(History{Money{}, false}
                  .add(chargeExempted)
                  .add(caseAccepted)
                  .add(caseWithdrawn)
                  .fold()
                  .charge.state == ChargeState::voided);
        CHECK(History{Money::yuan(40), false}
                  .add(caseWithdrawn)
                  .add(chargeVoided)
                  .fold()
                  .charge.state == ChargeState::voided);
    }
    SUBCASE("refuses amounts that do not add up")
    {
        for (const auto& [member, value] : std::map<std::string, int>{
                 {"due_fen", 2000}, {"change_fen", 0}, {"tendered_fen", 0}}) {
            auto event = wellFormed(chargeSettled);
            auto payload = json::parse(event.payload);
            payload[member] = value;
            event.payload = payload.dump();
            CHECK_FALSE(accepts(historyTo(CaseState::awaitingPayment), event));
        }
    }
    SUBCASE("refuses a decision on own work, whatever wrote it")
    {
        auto own = wellFormed(approvalDecided);
        own.actor = clerk.userId;
        CHECK_FALSE(accepts(historyTo(CaseState::awaitingApproval), own));
        auto payload = json::parse(wellFormed(approvalDecided).payload);
        payload["personId"] = clerk.personId;
        CHECK_FALSE(accepts(historyTo(CaseState::awaitingApproval),
                            onCase(approvalDecided, payload, supervisor)));
    }
    SUBCASE("refuses a state that does not follow")
    {
        CHECK_FALSE(
            accepts(historyTo(CaseState::accepted), onCase(cardReady, {{"state", "collected"}})));
        auto payload = json::parse(rejection().payload);
        payload["state"] = "awaitingPayment";
        CHECK_FALSE(accepts(historyTo(CaseState::awaitingApproval),
                            onCase(approvalDecided, payload, supervisor)));
    }
    SUBCASE("gives every paper one outcome, after its intent, even a late one")
    {
        auto printed = historyTo(CaseState::accepted).add(paperIntended);
        for (const auto kind : {paperIssued, paperFailed, paperUnknown})
            CHECK(accepts(printed, wellFormed(kind)));
        CHECK_FALSE(accepts(printed, wellFormed(paperIntended)));
        CHECK_FALSE(accepts(History{printed}.add(paperIssued), wellFormed(paperFailed)));
        CHECK(accepts(History{printed}.add(paperUnknown), wellFormed(paperIssued)));
        CHECK(accepts(History{printed}.add(caseWithdrawn), wellFormed(paperIssued)));
    }
    SUBCASE("refuses events of another case or without a beginning")
    {
        auto stranger = wellFormed(caseWithdrawn);
        stranger.subject = subjectOfCase("1101085202026112302002");
        CHECK_FALSE(accepts(historyTo(CaseState::awaitingPayment), stranger));
        CHECK_THROWS_AS(foldCase({}), ServiceFailure);
        auto events = historyTo(CaseState::awaitingPayment).events();
        events.erase(events.begin());
        CHECK_THROWS_AS(foldCase(events), ServiceFailure);
    }
    SUBCASE("refuses payloads of another form or version without repeating them")
    {
        for (const auto* payload : {"",
                                    "[]",
                                    "{}",
                                    R"({"v":2,"state":"ready"})",
                                    R"({"state":7,"v":1})",
                                    R"({"state":"王小满","v":1})"}) {
            auto event = wellFormed(cardReady);
            event.payload = payload;
            INFO(payload);
            try {
                (void)historyTo(CaseState::accepted).add(event).fold();
                FAIL("accepted");
            } catch (const ServiceFailure& failure) {
                CHECK(std::string{failure.what()}.find("王") == std::string::npos);
            }
        }
    }
}

TEST_CASE("papersIn")
{
    SUBCASE("tells copy, state and reason of each paper, oldest first")
    {
        const auto papers = papersIn(
            historyTo(CaseState::accepted)
                .add(EventKind::paperIntended)
                .add(EventKind::paperFailed)
                .add(onCase(EventKind::paperIntended,
                            {{"id", "q2"}, {"case", number}, {"copy", 1}, {"reason", "遗失"}}))
                .fold());
        REQUIRE(papers.size() == 2);
        CHECK(papers.at(0).state == "failed");
        CHECK(papers.at(1).state == "intended");
        CHECK(papers.at(1).copy == 1);
        CHECK(papers.at(1).reason == "遗失");
        CHECK(papers.at(1).actor == "hong");
    }
}

} // namespace guitai::case_fold_test
