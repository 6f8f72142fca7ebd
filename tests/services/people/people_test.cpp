#include "services/failure.h"
#include "services/people/people.h"
#include "tests/support/failures.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

namespace guitai::people_test
{

using Code = Refusal::Code;

namespace
{

constexpr auto rightPassword = "a fine password";

/// A window whose administrator is "admin" and whose clerk is "wang".
struct Station {
    Station()
    {
        const auto first = people().createFirstAdministrator("admin", "管理员", rightPassword);
        REQUIRE(first);
        admin = people().signIn("admin", rightPassword).value();
        REQUIRE(people().add(admin, "wang", "王小河", Role::clerk, rightPassword));
    }

    People people() { return People{window.journal(), hasher, window.clock}; }
    Code failToSignIn(const std::string& id, const std::string& password = "wrong password")
    {
        return people().signIn(id, password).refusal().code;
    }
    void failOften(int times)
    {
        for (auto i = 0; i < times; ++i)
            REQUIRE(failToSignIn("wang") == Code::wrongPassword);
    }
    bool isLocked() { return people().find("wang")->minutesLocked > 0; }

    TestWindow window;
    PasswordHasher hasher{{.passes = 1, .memoryMiB = 1}};
    Actor admin;
};

} // namespace

TEST_CASE("People::createFirstAdministrator")
{
    auto window = TestWindow{};
    auto hasher = PasswordHasher{{.passes = 1, .memoryMiB = 1}};
    auto people = People{window.journal(), hasher, window.clock};
    SUBCASE("works once")
    {
        const auto first = people.createFirstAdministrator("admin", " 管理员 ", rightPassword);
        REQUIRE(first);
        CHECK(first.value().role == Role::administrator);
        CHECK(first.value().displayName == "管理员");
        CHECK(people.createFirstAdministrator("other", "某人", rightPassword).refusal().code ==
              Code::alreadyInitialised);
    }
    SUBCASE("tells all that is wrong, each with its field")
    {
        const auto refused = people.createFirstAdministrator("a b", "", "short");
        REQUIRE_FALSE(refused);
        auto fields = std::vector<std::string>{};
        for (const auto& refusal : refused.refusals())
            fields.push_back(refusal.field);
        CHECK(fields == std::vector<std::string>{"id", "password", "displayName"});
        CHECK(people.list().empty());
    }
}

TEST_CASE("People::add")
{
    auto station = Station{};
    auto people = station.people();
    SUBCASE("is for administrators only")
    {
        const auto clerk = people.signIn("wang", rightPassword).value();
        CHECK(people.add(clerk, "li", "李", Role::clerk, rightPassword).refusal().code ==
              Code::notPermitted);
    }
    SUBCASE("takes a name once, whatever the case of its letters")
    {
        CHECK(people.add(station.admin, "WANG", "王", Role::clerk, rightPassword).refusal().code ==
              Code::nameTaken);
    }
    SUBCASE("ties two accounts of one person")
    {
        const auto second =
            people.add(station.admin, "wang2", "王小河", Role::supervisor, rightPassword, "wang");
        REQUIRE(second);
        CHECK(second.value().personId == people.find("wang")->personId);
        CHECK(people.signIn("wang2", rightPassword).value().personId == "wang");
    }
    SUBCASE("keeps the password's hash only")
    {
        for (const auto& event : station.window.journal().eventsFrom(1, 100))
            CHECK(event.payload.find(rightPassword) == std::string::npos);
    }
}

TEST_CASE("People::signIn")
{
    auto station = Station{};
    auto people = station.people();
    SUBCASE("makes the actor")
    {
        CHECK(people.signIn("wang", rightPassword).value() ==
              Actor{.userId = "wang", .personId = "wang", .role = Role::clerk});
    }
    SUBCASE("answers a wrong name like a wrong password, and keeps neither")
    {
        CHECK(people.signIn("nobody-secret", rightPassword).refusal() ==
              people.signIn("wang", "not the password").refusal());
        for (const auto& event : station.window.journal().eventsFrom(1, 100))
            CHECK((event.payload + event.subject + event.actor).find("secret") ==
                  std::string::npos);
    }
    SUBCASE("refuses a disabled account, and says so to whoever knows the password")
    {
        REQUIRE(people.disable(station.admin, "wang"));
        CHECK(station.failToSignIn("wang") == Code::wrongPassword);
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountDisabled);
        REQUIRE(people.enable(station.admin, "wang"));
        CHECK(people.signIn("wang", rightPassword));
    }
    SUBCASE("is journaled, as is signing out")
    {
        const auto actor = people.signIn("wang", rightPassword).value();
        people.signOut(actor);
        const auto events = station.window.journal().eventsOf("user/wang");
        REQUIRE(events.size() == 3);
        CHECK(events[1].kind == EventKind::signedIn);
        CHECK(events[2].kind == EventKind::signedOut);
    }
}

TEST_CASE("five failures lock an account for 15 minutes")
{
    auto station = Station{};
    auto& clock = station.window.clock;
    using std::chrono::minutes;

    SUBCASE("four do not, and a sign-in that works begins anew")
    {
        station.failOften(4);
        REQUIRE(station.people().signIn("wang", rightPassword));
        station.failOften(4);
        CHECK_FALSE(station.isLocked());
        CHECK(station.people().signIn("wang", rightPassword));
    }
    SUBCASE("the right password does not open it before the time is over")
    {
        station.failOften(5);
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountLocked);
        clock.pass(minutes{14});
        const auto refused = station.people().signIn("wang", rightPassword);
        CHECK(refused.refusal().code == Code::accountLocked);
        CHECK(refused.refusal().arguments == std::vector<std::string>{"1"});
        clock.pass(minutes{1});
        CHECK(station.people().signIn("wang", rightPassword));
    }
    SUBCASE("attempts while it is locked do not prolong it")
    {
        station.failOften(5);
        clock.pass(minutes{10});
        CHECK(station.failToSignIn("wang") == Code::accountLocked);
        clock.pass(minutes{5});
        CHECK(station.people().signIn("wang", rightPassword));
    }
    SUBCASE("five more lock it again")
    {
        station.failOften(5);
        clock.pass(minutes{15});
        station.failOften(5);
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountLocked);
    }
    SUBCASE("a restart of the program between failures changes nothing")
    {
        for (auto i = 0; i < 5; ++i) {
            station.failOften(1);
            station.window.reopen();
        }
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountLocked);
    }
    SUBCASE("setting the clock forward does not open it")
    {
        station.failOften(5);
        clock.jumpWall(std::chrono::hours{48});
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountLocked);
    }
    SUBCASE("setting the clock back does not, and time that passes still counts")
    {
        station.failOften(5);
        clock.jumpWall(std::chrono::hours{-48});
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountLocked);
        clock.pass(minutes{15});
        CHECK_FALSE(station.isLocked());
        // The journal refuses to go on under this clock; nobody is told "wrong password".
        CHECK(failureOf([&] { (void)station.people().signIn("wang", rightPassword); }) ==
              ServiceFailure::Kind::clock);
    }
    SUBCASE("after a restart of the machine the wall clock counts")
    {
        station.failOften(5);
        clock.reboot(minutes{10});
        CHECK(station.failToSignIn("wang", rightPassword) == Code::accountLocked);
        clock.pass(minutes{5});
        CHECK(station.people().signIn("wang", rightPassword));
    }
    SUBCASE("after a restart with a clock before the failure it stays locked")
    {
        station.failOften(5);
        clock.reboot();
        clock.jumpWall(std::chrono::hours{-3});
        CHECK(station.people().find("wang")->minutesLocked == 15);
    }
    SUBCASE("an administrator's reset lifts it")
    {
        station.failOften(5);
        REQUIRE(station.people().resetPassword(station.admin, "wang", "another password"));
        CHECK_FALSE(station.isLocked());
        CHECK(station.failToSignIn("wang", rightPassword) == Code::wrongPassword);
        CHECK(station.people().signIn("wang", "another password"));
    }
    SUBCASE("others are not locked with it")
    {
        station.failOften(5);
        CHECK(station.people().signIn("admin", rightPassword));
    }
}

TEST_CASE("the last administrator cannot be disabled")
{
    auto station = Station{};
    auto people = station.people();
    CHECK(people.disable(station.admin, "admin").refusal().code == Code::lastAdministrator);
    REQUIRE(people.add(station.admin, "admin2", "管理员乙", Role::administrator, rightPassword));
    CHECK(people.disable(station.admin, "admin2"));
    CHECK(people.disable(station.admin, "admin").refusal().code == Code::lastAdministrator);
    CHECK(people.enable(station.admin, "admin2"));
    CHECK(people.disable(station.admin, "admin"));
}

TEST_CASE("changes of accounts")
{
    auto station = Station{};
    auto people = station.people();
    SUBCASE("need a user that there is")
    {
        CHECK(people.disable(station.admin, "nobody").refusal().code == Code::noSuchUser);
        CHECK(people.enable(station.admin, "nobody").refusal().code == Code::noSuchUser);
        CHECK(people.resetPassword(station.admin, "nobody", rightPassword).refusal().code ==
              Code::noSuchUser);
    }
    SUBCASE("are an administrator's")
    {
        const auto clerk = people.signIn("wang", rightPassword).value();
        CHECK(people.disable(clerk, "admin").refusal().code == Code::notPermitted);
        CHECK(people.resetPassword(clerk, "wang", rightPassword).refusal().code ==
              Code::notPermitted);
    }
    SUBCASE("refuse a weak new password")
    {
        CHECK(people.resetPassword(station.admin, "wang", "wang").refusal().code ==
              Code::weakPassword);
    }
    SUBCASE("that change nothing are not journaled")
    {
        const auto before = station.window.journal().lastEvent();
        CHECK(people.enable(station.admin, "wang"));
        CHECK(station.window.journal().lastEvent() == before);
    }
    CHECK(station.window.journal().verify().problems.empty());
}

} // namespace guitai::people_test
