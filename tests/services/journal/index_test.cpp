#include "services/failure.h"
#include "services/journal/case_queries.h"
#include "services/station_time.h"
#include "tests/support/example_events.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

std::vector<std::string> numbersOf(const std::vector<CaseRow>& rows)
{
    auto numbers = std::vector<std::string>{};
    for (const auto& row : rows)
        numbers.push_back(row.acceptanceNumber.substr(17));
    return numbers;
}

using Numbers = std::vector<std::string>;

Date date(int day)
{
    return Date{std::chrono::year{2026},
                std::chrono::November,
                std::chrono::day(static_cast<unsigned>(day))};
}

} // namespace

TEST_CASE("the case index follows the events")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    const auto example = ExampleCase{};
    const auto row = [&] {
        return journal.findCases({.acceptanceNumber = example.number()}).at(0);
    };
    journal.commit([](JournalWriting& writing) { writing.append(shiftOpened("s1", "wang")); });
    confirm(journal, example);

    SUBCASE("confirmation makes the row")
    {
        CHECK(row() == CaseRow{.acceptanceNumber = example.number(),
                               .citizenNumber = example.citizenNumber,
                               .name = "林小满",
                               .phone = "13800138000",
                               .guardianNumber = example.guardianNumber,
                               .category = "under16",
                               .kind = "expiry",
                               .state = "awaitingPayment",
                               .delivery = "pickUp",
                               .clerk = "wang",
                               .confirmedAt = window.clock.now(),
                               .changedAt = window.clock.now(),
                               .day = example.day,
                               .due = Money::yuan(20),
                               .collected = {}});
    }
    SUBCASE("settlement moves state, money and drawer")
    {
        window.clock.pass(std::chrono::minutes{1});
        settle(journal, example, "s1");
        CHECK(row().state == "accepted");
        CHECK(row().collected == Money::yuan(20));
        CHECK(row().changedAt == window.clock.now());
        const auto shift = journal.openShiftOf("wang").value();
        CHECK(shift.cashCollected == Money::yuan(20));
        CHECK(shift.openingFloat == Money::yuan(250));
        CHECK(shift.cases == 1);
    }
    SUBCASE("a refund takes it back out of the drawer")
    {
        settle(journal, example, "s1");
        journal.commit([&](JournalWriting& writing) {
            writing.append(chargeRefunded(example, "s1"));
            writing.append(caseMoved(example, EventKind::caseWithdrawn, "withdrawn"));
        });
        CHECK(row().state == "withdrawn");
        CHECK(row().collected == Money{});
        CHECK(journal.openShiftOf("wang")->cashCollected == Money{});
    }
    SUBCASE("a second case of the same draft or number is impossible")
    {
        auto second = example;
        second.serial = 2;
        auto event = caseConfirmed(second);
        const auto at = event.payload.find(second.draftId());
        event.payload.replace(at, 32, example.draftId());
        CHECK_THROWS_AS(journal.commit([&](JournalWriting& writing) { writing.append(event); }),
                        ServiceFailure);
        CHECK_THROWS_AS(confirm(journal, example), ServiceFailure);
        CHECK(journal.countCases({}) == 1);
    }
}

TEST_CASE("the shift index")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    const auto append = [&](const NewEvent& event) {
        journal.commit([&](JournalWriting& writing) { writing.append(event); });
    };
    append(shiftOpened("s1", "wang"));
    CHECK_FALSE(journal.openShiftOf("zhao"));
    CHECK(journal.openShiftOf("wang")->id == "s1");
    SUBCASE("knows one drawer a clerk")
    {
        CHECK_THROWS_AS(append(shiftOpened("s2", "wang")), ServiceFailure);
        append(shiftOpened("s3", "li"));
        CHECK(journal.shifts(10).size() == 2);
        CHECK(journal.shifts(1).at(0).id == "s3");
    }
    SUBCASE("forgets a closed one as open")
    {
        append(shiftClosed("s1", "wang", Money::yuan(250)));
        CHECK_FALSE(journal.openShiftOf("wang"));
        append(shiftOpened("s2", "wang"));
        CHECK(journal.openShiftOf("wang")->id == "s2");
    }
}

TEST_CASE("the paper index")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    const auto example = ExampleCase{};
    const auto append = [&](const NewEvent& event) {
        journal.commit([&](JournalWriting& writing) { writing.append(event); });
    };
    confirm(journal, example);
    append(paperIntended(example, "p1", 0));

    SUBCASE("shows an intent without an outcome as unresolved, and an unknown outcome too")
    {
        CHECK(journal.unresolvedPapers().size() == 1);
        append(paperEnded(example, "p1", EventKind::paperUnknown));
        CHECK(journal.unresolvedPapers().at(0).state == "unknown");
        append(paperEnded(example, "p1", EventKind::paperIssued));
        CHECK(journal.unresolvedPapers().empty());
        CHECK(journal.papersOf(example.number()).at(0).state == "issued");
    }
    SUBCASE("knows one original a case, unless it failed")
    {
        CHECK_THROWS_AS(append(paperIntended(example, "p2", 0)), ServiceFailure);
        append(paperEnded(example, "p1", EventKind::paperFailed));
        append(paperIntended(example, "p2", 0));
        append(paperEnded(example, "p2", EventKind::paperIssued));
        append(paperIntended(example, "p3", 1));
        CHECK(journal.papersOf(example.number()).size() == 3);
        CHECK(journal.papersOf(example.number()).at(2).reason == "纸张破损");
    }
}

TEST_CASE("Journal::findCases")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    confirm(journal, {.serial = 1, .day = date(23), .name = "张三"});
    confirm(journal, {.serial = 2, .day = date(23), .name = "张三丰", .phone = "13900139000"});
    confirm(journal,
            {.serial = 3,
             .day = date(24),
             .name = "李四",
             .citizenNumber = "110108199001010011",
             .guardianNumber = "",
             .phone = "",
             .category = "firstTime"});
    confirm(journal, {.serial = 4, .day = date(25), .name = "弡文"}); // U+5F21, after 张 U+5F20

    SUBCASE("gives all, newest first, page by page")
    {
        CHECK(numbersOf(journal.findCases({})) == Numbers{"00004", "00003", "00002", "00001"});
        CHECK(numbersOf(journal.findCases({.limit = 2, .offset = 1})) == Numbers{"00003", "00002"});
        CHECK(journal.countCases({.limit = 2}) == 4);
    }
    SUBCASE("finds by the beginning of a name, not by its middle")
    {
        CHECK(numbersOf(journal.findCases({.nameBeginning = "张"})) == Numbers{"00002", "00001"});
        CHECK(numbersOf(journal.findCases({.nameBeginning = "张三丰"})) == Numbers{"00002"});
        CHECK(journal.findCases({.nameBeginning = "三"}).empty());
        CHECK(journal.findCases({.nameBeginning = "%"}).empty());
    }
    SUBCASE("finds by numbers, phone, guardian, category, state and day")
    {
        CHECK(numbersOf(journal.findCases({.citizenNumber = "110108199001010011"})) ==
              Numbers{"00003"});
        CHECK(numbersOf(journal.findCases({.phone = "13900139000"})) == Numbers{"00002"});
        CHECK(journal.countCases({.guardianNumber = "110108198607213413"}) == 3);
        CHECK(numbersOf(journal.findCases({.category = "firstTime"})) == Numbers{"00003"});
        CHECK(journal.countCases({.state = "awaitingPayment"}) == 4);
        CHECK(numbersOf(journal.findCases({.acceptedFrom = date(24), .acceptedTo = date(25)})) ==
              Numbers{"00004", "00003"});
        CHECK(numbersOf(journal.findCases({.acceptedTo = date(23)})) == Numbers{"00002", "00001"});
    }
    SUBCASE("narrows by all that is given")
    {
        CHECK(numbersOf(journal.findCases({.nameBeginning = "张",
                                           .phone = "13900139000",
                                           .acceptedFrom = date(23),
                                           .acceptedTo = date(23),
                                           .category = "under16",
                                           .state = "awaitingPayment"})) == Numbers{"00002"});
        CHECK(journal.countCases({.nameBeginning = "张", .category = "firstTime"}) == 0);
    }
    SUBCASE("takes hostile text as text")
    {
        for (const auto* text : {"' OR '1'='1", "\"; DROP TABLE journal; --", ":name", "?", "\\"})
            CHECK(journal.findCases({.nameBeginning = text}).empty());
        CHECK(journal.countCases({}) == 4);
    }
}

TEST_CASE("endOfBeginning is the first text after all that begin so")
{
    CHECK(endOfBeginning("ab") == "ac");
    CHECK(endOfBeginning("a\xFF") == "b");
    CHECK(endOfBeginning("\xFF\xFF").empty());
    CHECK(endOfBeginning("").empty());
}

TEST_CASE("JournalWriting::lastSerial")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    const auto last = [&](int day) {
        auto serial = -1;
        journal.commit([&](JournalWriting& writing) { serial = writing.lastSerial(date(day)); });
        return serial;
    };
    CHECK(last(23) == 0);
    confirm(journal, {.serial = 2001, .day = date(23)});
    confirm(journal, {.serial = 2002, .day = date(23)});
    CHECK(last(23) == 2002);
    CHECK(last(24) == 0);
    window.reopen();
    auto again = 0;
    window.journal().commit([&](JournalWriting& writing) { again = writing.lastSerial(date(23)); });
    CHECK(again == 2002);
}

TEST_CASE("Journal::rebuildIndex makes the same rows from the journal alone")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    fillWithExamples(journal, 9);
    const auto cases = journal.findCases({});
    const auto users = journal.users();
    const auto shifts = journal.shifts(9);
    const auto papers = journal.unresolvedPapers();
    journal.rebuildIndex();
    CHECK(journal.findCases({}) == cases);
    CHECK(journal.users() == users);
    CHECK(journal.shifts(9) == shifts);
    CHECK(journal.unresolvedPapers() == papers);
    CHECK(journal.verify().problems.empty());
    confirm(journal, {.serial = 77});
    CHECK(journal.verify().problems.empty());
}

TEST_CASE("the attempt index")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    const auto append = [&](const NewEvent& event) {
        journal.commit([&](JournalWriting& writing) { writing.append(event); });
    };
    const auto example = ExampleCase{};
    const auto other = ExampleCase{.serial = 2};
    append(shiftOpened("s1", "wang"));
    confirm(journal, example);
    confirm(journal, other);
    append(attemptPlanned(example, "order-1", 7));
    const auto of = [&](const AttemptQuery& query) { return journal.attempts(query); };

    SUBCASE("follows an attempt from plan to payment")
    {
        CHECK(of({.unresolvedOnly = true}).size() == 1);
        append(attemptAnswered(example, "order-1", "paid", "4200001"));
        const auto row = of({.orderNumber = "order-1"}).at(0);
        CHECK(row.chargeId == example.number() + "-1");
        CHECK(row.acceptanceNumber == example.number());
        CHECK(row.channel == "weChat");
        CHECK(row.state == "paid");
        CHECK(row.amount == Money::yuan(20));
        CHECK(row.providerNumber == "4200001");
        CHECK(row.clerk == "wang");
        CHECK(row.shift == "s1");
        CHECK(of({.unresolvedOnly = true}).empty());
        CHECK(of({.paidFrom = row.paidAt, .paidBefore = row.paidAt + std::chrono::seconds{1}})
                  .size() == 1);
        CHECK(of({.paidFrom = row.paidAt + std::chrono::seconds{1}}).empty());
        CHECK(of({.paidBefore = row.paidAt}).empty());
        CHECK(of({.chargeId = other.number() + "-1"}).empty());
        CHECK(of({.shift = "s1"}).size() == 1);
    }
    SUBCASE("takes one attempt a charge whose money may arrive")
    {
        CHECK_THROWS_AS(append(attemptPlanned(example, "order-2")), ServiceFailure);
        append(attemptPlanned(other, "order-2"));
        append(attemptAnswered(example, "order-1", "watch", ""));
        append(attemptPlanned(example, "order-3"));
        CHECK(of({.chargeId = example.number() + "-1", .unresolvedOnly = true}).size() == 2);
    }
    SUBCASE("takes a number once, ours and the provider's")
    {
        append(attemptAnswered(example, "order-1", "paid", "4200001"));
        CHECK_THROWS_AS(append(attemptPlanned(other, "order-1")), ServiceFailure);
        append(attemptPlanned(other, "order-2"));
        CHECK_THROWS_AS(append(attemptAnswered(other, "order-2", "paid", "4200001")),
                        ServiceFailure);
    }
    SUBCASE("keeps late money on the work list until it went back")
    {
        append(attemptAnswered(example, "order-1", "latePaid", "4200001"));
        CHECK(of({.unresolvedOnly = true}).size() == 1);
        append(refundPlanned(example, "order-1"));
        CHECK(journal.refunds({.unresolvedOnly = true}).size() == 1);
        append(refundAnswered(example, "order-1", "done"));
        CHECK(of({.unresolvedOnly = true}).empty());
        CHECK(of({}).at(0).refunded == Money::yuan(20));
        const auto refund = journal.refunds({.orderNumber = "order-1"}).at(0);
        CHECK(refund.state == "done");
        CHECK(refund.doneAt == window.clock.now());
        CHECK(journal.refunds({.doneFrom = refund.doneAt}).size() == 1);
        CHECK(journal.refunds({.doneBefore = refund.doneAt}).empty());
    }
    SUBCASE("locks a charge to one merged charge")
    {
        append(chargeLocked(other, "merged-1"));
        CHECK_THROWS_AS(append(chargeLocked(other, "merged-2")), ServiceFailure);
    }
    SUBCASE("counts order numbers, in a new epoch after each restore and on another machine")
    {
        const auto counter = [&] {
            auto found = OrderCounter{};
            journal.commit([&](JournalWriting& writing) { found = writing.orderCounter(); });
            return found;
        };
        const auto appendToWindow = [&](EventKind kind, const std::string& payload) {
            append({.kind = kind, .subject = "window", .actor = "system", .payload = payload});
        };
        CHECK(counter() == OrderCounter{.epoch = '1', .last = 7});
        appendToWindow(EventKind::databaseRestored, R"({"day":"2026-11-23","part":1,"v":1})");
        CHECK(counter().epoch == '2');
        appendToWindow(EventKind::databaseRestored, R"({"day":"2026-11-23","part":2,"v":1})");
        CHECK(counter().epoch == '4');
        appendToWindow(EventKind::deviceChanged, R"({"machine":"a","v":1})");
        CHECK(counter().epoch == '4'); // the first machine is no change
        appendToWindow(EventKind::deviceChanged, R"({"machine":"b","v":1})");
        CHECK(counter() == OrderCounter{.epoch = '5', .last = 7, .machine = "b"});
    }
    CHECK(journal.verify().problems.empty());
    journal.rebuildIndex();
    CHECK(journal.verify().problems.empty());
}
