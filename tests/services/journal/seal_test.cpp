#include "services/journal/seal.h"

#include <doctest/doctest.h>

using namespace guitai;

namespace
{

Sealer sealerOf(int first)
{
    auto bytes = Bytes(SecretKey::length);
    bytes[0] = static_cast<std::byte>(first);
    return Sealer{SecretKey{bytes}};
}

Event example()
{
    return {.window = "03",
            .sequence = 7,
            .at = Instant{std::chrono::seconds{1795000000}},
            .kind = EventKind::backupMade,
            .subject = "window",
            .actor = "admin",
            .payload = R"({"v":1})",
            .previousHash = noHash,
            .hash = {},
            .mac = {}};
}

} // namespace

TEST_CASE("EventKind has a name for each, and back")
{
    for (auto i = 0; i <= static_cast<int>(EventKind::journalExported); ++i) {
        const auto kind = static_cast<EventKind>(i);
        CHECK(eventKindFrom(nameOf(kind)) == kind);
    }
    CHECK_FALSE(eventKindFrom("somethingElse"));
}

TEST_CASE("CanonicalForm tells apart what glued fields would not")
{
    CHECK(CanonicalForm{"x"}.add("ab").add("c").text() !=
          CanonicalForm{"x"}.add("a").add("bc").text());
    CHECK(CanonicalForm{"x"}.add("").text() != CanonicalForm{"x"}.text());
    CHECK(CanonicalForm{"x"}.add("1:a,").text() != CanonicalForm{"x"}.add("a").text());
    CHECK(CanonicalForm{"x"}.add(std::int64_t{-5}).text() == "1:x,2:-5,");
}

TEST_CASE("the hash of an event is SHA-256 over its documented form")
{
    const auto form = std::string{"5:event,2:03,1:7,10:1795000000,10:backupMade,6:window,5:admin,"
                                  "7:{\"v\":1},64:"} +
                      noHash + ",";
    CHECK(Sealer::hashOf(example()) == sha256(bytesOf(form)));
}

TEST_CASE("Sealer notices a change of any member")
{
    const auto sealer = sealerOf(1);
    auto sealed = example();
    sealer.seal(sealed);
    CHECK(sealer.hashHolds(sealed));
    CHECK(sealer.macHolds(sealed));
    const auto holdsAfter = [&](auto change) {
        auto event = sealed;
        change(event);
        return sealer.hashHolds(event) && sealer.macHolds(event);
    };
    CHECK_FALSE(holdsAfter([](Event& event) { event.window = "04"; }));
    CHECK_FALSE(holdsAfter([](Event& event) { ++event.sequence; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.at += std::chrono::seconds{1}; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.kind = EventKind::indexRebuilt; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.subject += ' '; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.actor = "Admin"; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.payload[4] = '2'; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.previousHash[0] = '1'; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.hash[0] ^= 0x20; }));
    CHECK_FALSE(holdsAfter([](Event& event) { event.mac[0] ^= 0x20; }));
    SUBCASE("and a forger without the key cannot make it hold")
    {
        auto forged = sealed;
        forged.payload = R"({"v":2})";
        sealerOf(2).seal(forged);
        CHECK(sealer.hashHolds(forged));
        CHECK_FALSE(sealer.macHolds(forged));
    }
}
