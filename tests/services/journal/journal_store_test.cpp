#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "tests/support/example_events.h"
#include "tests/support/failures.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

using namespace guitai;
using Kind = ServiceFailure::Kind;

namespace
{

void append(Journal& journal, const NewEvent& event)
{
    journal.commit([&](JournalWriting& writing) { writing.append(event); });
}

} // namespace

TEST_CASE("Journal::commit")
{
    auto window = TestWindow{};
    auto& journal = window.journal();

    SUBCASE("numbers events from 1 without gaps and chains their hashes")
    {
        append(journal, userAdded("wang", "clerk"));
        append(journal, userAdded("zhao", "supervisor"));
        const auto events = journal.eventsFrom(1, 10);
        REQUIRE(events.size() == 3);
        CHECK(events[0].kind == EventKind::windowInitialised);
        CHECK(events[0].previousHash == std::string(64, '0'));
        for (std::size_t i = 0; i < events.size(); ++i) {
            CHECK(events[i].sequence == static_cast<std::int64_t>(i) + 1);
            CHECK(events[i].window == "03");
            if (i > 0)
                CHECK(events[i].previousHash == events[i - 1].hash);
        }
        CHECK(journal.lastEvent() == events.back());
    }
    SUBCASE("rolls everything back when the work throws, and works on")
    {
        const auto before = journal.lastEvent();
        CHECK_THROWS_AS(journal.commit([&](JournalWriting& writing) {
            writing.append(userAdded("wang", "clerk"));
            writing.putAttachment(Bytes(10), "image/png");
            throw std::runtime_error("the work's own");
        }),
                        std::runtime_error);
        CHECK(journal.lastEvent() == before);
        CHECK_FALSE(journal.user("wang"));
        append(journal, userAdded("wang", "clerk"));
        CHECK(journal.lastEvent()->sequence == 2);
        CHECK(journal.verify().problems.empty());
    }
    SUBCASE("is not nested")
    {
        CHECK_THROWS_AS(
            journal.commit([&](JournalWriting&) { journal.commit([](JournalWriting&) {}); }),
            std::logic_error);
        CHECK_THROWS_AS(journal.commit([&](JournalWriting&) { journal.eraseDraft("x"); }),
                        std::logic_error);
    }
    SUBCASE("lets the work read what it wrote")
    {
        journal.commit([&](JournalWriting& writing) {
            writing.append(userAdded("wang", "clerk"));
            CHECK(journal.user("wang"));
            CHECK(journal.eventsOf("user/wang").size() == 1);
        });
    }
    SUBCASE("refuses payloads that are not canonical: a bug of the caller")
    {
        for (const auto* payload :
             {"", "[]", "{}", "{\"v\": 1}", "{\"v\":1,\"a\":2}", "{\"v\":1", "{\"v\":1,\"v\":1}"})
            CHECK_THROWS_AS(append(journal,
                                   {.kind = EventKind::backupMade,
                                    .subject = "window",
                                    .actor = "system",
                                    .payload = payload}),
                            std::logic_error);
    }
    SUBCASE("refuses an event of something that no event began, and keeps nothing of it")
    {
        CHECK_THROWS_AS(append(journal, chargeSettled(ExampleCase{}, "no-such-shift")),
                        std::logic_error);
        CHECK(journal.lastEvent()->sequence == 1);
        CHECK(journal.eventsOf(ExampleCase{}.chargeSubject()).empty());
    }
}

TEST_CASE("Journal and the clock")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    append(journal, userAdded("wang", "clerk"));
    const auto last = journal.lastEvent()->at;

    SUBCASE("two seconds back are forgiven; the event takes the time of the one before")
    {
        window.clock.jumpWall(std::chrono::seconds{-2});
        append(journal, userAdded("zhao", "supervisor"));
        CHECK(journal.lastEvent()->at == last);
    }
    SUBCASE("three seconds back are refused, and nothing is kept")
    {
        window.clock.jumpWall(std::chrono::seconds{-3});
        CHECK(failureOf([&] { append(journal, userAdded("zhao", "supervisor")); }) == Kind::clock);
        CHECK_FALSE(journal.user("zhao"));
    }
    SUBCASE("a journal is not opened before its last event")
    {
        window.close();
        window.clock.jumpWall(std::chrono::hours{-1});
        CHECK(failureOf([&] { window.open(); }) == Kind::clock);
        window.clock.jumpWall(std::chrono::hours{2});
        CHECK_NOTHROW(window.open());
    }
}

TEST_CASE("Journal::eventsOf gives the events of one subject, oldest first")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    fillWithExamples(journal, 2);
    const auto events = journal.eventsOf(ExampleCase{.serial = 1}.subject());
    REQUIRE(events.size() == 4);
    CHECK(events[0].kind == EventKind::caseConfirmed);
    CHECK(events[1].kind == EventKind::caseAccepted);
    CHECK(events[2].kind == EventKind::paperIntended);
    CHECK(events[3].kind == EventKind::paperIssued);
    CHECK(journal.eventsOf("case/none").empty());
    CHECK(journal.eventsFrom(3, 2).size() == 2);
    CHECK(journal.eventsFrom(3, 2).front().sequence == 3);
}

TEST_CASE("Journal keeps attachments")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    auto bytes = Bytes(300000);
    window.random.fill(bytes);

    const auto ref = journal.keep(bytes, "image/jpeg");
    CHECK(ref.sha256 == sha256(bytes));
    CHECK(ref.size == 300000);
    SUBCASE("exactly, over a restart")
    {
        window.reopen();
        CHECK(window.journal().attachment(ref.sha256) == bytes);
    }
    SUBCASE("once, whoever keeps them again")
    {
        CHECK(journal.keep(bytes, "image/jpeg") == ref);
        CHECK(journal.verify().attachments == 1);
    }
    SUBCASE("empty ones too")
    {
        CHECK(journal.attachment(journal.keep({}, "x").sha256) == Bytes{});
    }
    SUBCASE("and says when there is none")
    {
        CHECK_FALSE(journal.attachment(std::string(64, 'a')));
    }
}

TEST_CASE("Journal keeps drafts field by field")
{
    auto window = TestWindow{};
    auto& journal = window.journal();
    auto draft =
        StoredDraft{.id = "d1",
                    .owner = "wang",
                    .parked = false,
                    .savedAt = {},
                    .fields = {{"/applicant/name", "\"张\\u0000三\""}, {"/kind", "\"loss\""}}};
    journal.saveDraft(draft);

    SUBCASE("and gives them back after a restart")
    {
        window.reopen();
        const auto kept = window.journal().draft("d1");
        REQUIRE(kept);
        CHECK(kept->fields == draft.fields);
        CHECK(kept->owner == "wang");
        CHECK(kept->savedAt == window.clock.now());
    }
    SUBCASE("with changes, additions and removals")
    {
        draft.fields = {{"/kind", "\"expiry\""}, {"/temporaryCard", "true"}};
        draft.parked = true;
        journal.saveDraft(draft);
        const auto kept = journal.draft("d1");
        CHECK(kept->fields == draft.fields);
        CHECK(kept->parked);
        CHECK(journal.verify().problems.empty());
    }
    SUBCASE("newest first")
    {
        window.clock.pass(std::chrono::seconds{5});
        journal.saveDraft({.id = "d2", .owner = "wang", .parked = false, .savedAt = {}});
        CHECK(journal.drafts().front().id == "d2");
        window.clock.pass(std::chrono::seconds{5});
        draft.fields["/kind"] = "\"damage\"";
        journal.saveDraft(draft);
        CHECK(journal.drafts().front().id == "d1");
    }
    SUBCASE("without touching the time when nothing changed")
    {
        const auto saved = journal.draft("d1")->savedAt;
        window.clock.pass(std::chrono::minutes{5});
        journal.saveDraft(draft);
        CHECK(journal.draft("d1")->savedAt == saved);
    }
    SUBCASE("until they are erased")
    {
        journal.eraseDraft("d1");
        CHECK_FALSE(journal.draft("d1"));
        CHECK(journal.drafts().empty());
        CHECK(journal.verify().problems.empty());
    }
    SUBCASE("or became a case, in the same transaction")
    {
        const auto example = ExampleCase{};
        journal.saveDraft(
            {.id = example.draftId(), .owner = "wang", .parked = false, .savedAt = {}});
        confirm(journal, example);
        CHECK_FALSE(journal.draft(example.draftId()));
        CHECK(journal.findCaseOfDraft(example.draftId()) == example.number());
        CHECK_FALSE(journal.findCaseOfDraft("d1"));
    }
}
