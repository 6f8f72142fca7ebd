#include "app/station/training.h"

#include "services/failure.h"
#include "tests/support/test_window.h"

#include <doctest/doctest.h>

using namespace guitai;

TEST_CASE("openTraining")
{
    const auto folder = TemporaryFolder{};
    const auto place = JournalPlace{.folder = folder / "training"};
    auto clock = SettableClock{};
    auto random = SeededRandom{};
    auto hasher = PasswordHasher{{.passes = 1, .memoryMiB = 8}};

    SUBCASE("makes the station and its people once")
    {
        for (auto start = 0; start < 2; ++start) {
            auto open = openTraining(place, clock, random, hasher);
            CHECK(open.identity == trainingIdentity());
            CHECK(People{*open.journal, hasher, clock}.list().size() == trainingUsers().size());
        }
    }
    SUBCASE("everybody whom the page names can sign in with the password it shows")
    {
        auto open = openTraining(place, clock, random, hasher);
        auto people = People{*open.journal, hasher, clock};
        for (const auto& user : trainingUsers()) {
            CAPTURE(user.id);
            const auto actor = people.signIn(user.id, user.password);
            REQUIRE(actor);
            CHECK(actor.value().role == user.role);
        }
    }
    SUBCASE("never among real people")
    {
        auto real = TestWindow::exampleIdentity();
        real.training = false;
        initialiseJournal(place, real, clock, random);
        CHECK_THROWS_AS(openTraining(place, clock, random, hasher), ServiceFailure);
    }
}
