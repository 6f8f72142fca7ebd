// Ten thousand cards over a line that does anything: what is read is one of the cards that lay
// there, whole. Module and line are in this program and time passes when nothing comes, so a night
// at the counter takes seconds.
#include "services/devices/reader/card_reader.h"
#include "services/failure.h"
#include "tests/services/devices/chip_bytes.h"
#include "tests/simulators/reader/reader_module.h"
#include "tests/support/seeded_random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

namespace guitai::random_line_test
{

using namespace guitai::simulator;

namespace
{

/// Stands still but for the time that somebody waits.
class WaitedClock final : public Clock
{
public:
    Instant now() const override
    {
        return Instant{std::chrono::sys_days{std::chrono::November / 23 / 2026}};
    }
    std::chrono::milliseconds sinceBoot() const override { return m_waited; }
    std::string bootId() const override { return "boot"; }
    void wait(std::chrono::milliseconds time) { m_waited += time; }

private:
    std::chrono::milliseconds m_waited{1000};
};

/// What somebody's hands and a bad cable do.
struct Counter {
    SeededRandom random{1};
    WaitedClock clock;
    ReaderModule module{};
    bool isPluggedIn = true;
    std::uint64_t faultsInHundred = 0;
};

class BadLine final : public ReaderLine
{
public:
    explicit BadLine(Counter& counter) : m_counter(counter) {}

    void send(std::span<const std::byte> bytes) override
    {
        requirePlug();
        for (const auto byte : bytes)
            if (const auto answer =
                    m_counter.module.take(damaged(std::to_integer<std::uint8_t>(byte))))
                deliver(*answer);
    }

    Bytes receive(std::chrono::milliseconds limit) override
    {
        requirePlug();
        if (m_ready.empty()) {
            m_counter.clock.wait(std::max(limit, std::chrono::milliseconds{1}));
            return {};
        }
        const auto most = below(3) == 0 ? std::size_t{1} + below(90) : m_ready.size();
        const auto end = m_ready.begin() + static_cast<long>(std::min(most, m_ready.size()));
        auto piece = fromChip({m_ready.begin(), end});
        m_ready.erase(m_ready.begin(), end);
        return piece;
    }

private:
    std::uint64_t below(std::uint64_t end) { return m_counter.random.below(end); }
    bool strikes() { return below(100) < m_counter.faultsInHundred; }

    void requirePlug() const
    {
        if (!m_counter.isPluggedIn)
            throw ServiceFailure(ServiceFailure::Kind::device, "unplugged");
    }
    std::uint8_t damaged(std::uint8_t byte)
    {
        const auto hit = m_counter.faultsInHundred > 0 && below(2000) == 0;
        return hit ? static_cast<std::uint8_t>(byte ^ (1U << below(8))) : byte;
    }
    std::uint8_t& anyOf(ChipBytes& bytes) { return bytes[below(bytes.size())]; }

    void deliver(ChipBytes bytes)
    {
        put(std::exchange(m_late, {}));
        if (strikes())
            spoil(bytes);
        put(bytes);
    }
    void put(const ChipBytes& bytes) { m_ready.insert(m_ready.end(), bytes.begin(), bytes.end()); }

    void spoil(ChipBytes& bytes)
    {
        const auto bit = static_cast<std::uint8_t>(1U << below(8));
        switch (below(9)) {
        case 0: // the tail is missing
            return bytes.resize(below(bytes.size()));
        case 1: // noise before it, some of it as if a frame began
            return put({0x00, 0xAA, 0xAA, 0x96, 0x69, static_cast<std::uint8_t>(below(4)), 0xAA});
        case 2:
            anyOf(bytes) ^= bit;
            return;
        case 3: // the checksum comes out all the same
            anyOf(bytes) ^= bit;
            anyOf(bytes) ^= bit;
            return;
        case 4: // a byte is lost
            bytes.erase(bytes.begin() + static_cast<long>(below(bytes.size())));
            return;
        case 5: // only when the next question has come
            m_late = std::exchange(bytes, {});
            return;
        case 6:
            return bytes.clear();
        case 7: // twice
            return put(bytes);
        default:
            m_counter.isPluggedIn = false;
            return;
        }
    }

    Counter& m_counter;
    ChipBytes m_ready;
    ChipBytes m_late;
};

/// People who stand at the counter, and what each one's card says.
struct Person {
    EmulatedCard card;
    CardText text;
    std::optional<ChipText> address = {};
};

Person person(const ResidentFields& fields, const char16_t* movedTo = nullptr)
{
    auto made = Person{.card = {.text = chipText(fields)}, .text = {}};
    if (movedTo)
        made.card.appendedAddress = chipAddress(movedTo);
    // read in peace
    auto counter = Counter{};
    counter.module.putDown(made.card);
    auto reader = CardReader{
        [&] { return std::make_unique<BadLine>(counter); }, counter.clock, StationTime{}};
    const auto report = reader.poll();
    REQUIRE(report.state == ReaderState::read);
    made.text = report.reading->card;
    made.address = report.reading->appendedAddress;
    return made;
}

std::vector<Person> queue()
{
    return {person({}),
            person({.name = u"张建国",
                    .sex = u"2",
                    .birthDate = u"19900307",
                    .number = u"110108199003076047"},
                   u"北京市海淀区示例路5号"),
            person({.name = u"王芳", .address = u"北京市朝阳区示例里9号"})};
}

bool isWhole(const CardReading& reading, const Person& owner)
{
    return reading.card == owner.text && reading.appendedAddress == owner.address &&
           reading.photo == fromChip(owner.card.photo);
}

} // namespace

TEST_CASE("no wrong person in 10,000 cards over a line that does anything")
{
    const auto people = queue();
    constexpr auto cards = 10'000;
    auto counter = Counter{.random = SeededRandom{20'261'123}, .clock = {}};
    auto reader = CardReader{[&]() -> std::unique_ptr<ReaderLine> {
                                 if (!counter.isPluggedIn)
                                     throw ServiceFailure(ServiceFailure::Kind::device, "none");
                                 return std::make_unique<BadLine>(counter);
                             },
                             counter.clock,
                             StationTime{}};
    auto read = 0;
    auto wrong = 0;
    auto slowest = std::chrono::milliseconds{0};
    for (auto n = 0; n < cards; ++n) {
        const auto first = counter.random.below(people.size());
        const auto second = counter.random.below(people.size());
        counter.isPluggedIn = true;
        counter.module.plugIn();
        counter.module.putDown(people[first].card);
        auto isSwapped = counter.random.below(5) == 0;
        if (isSwapped)
            counter.module.swapAfter(static_cast<int>(counter.random.below(8)),
                                     people[second].card);
        counter.module.failReads(counter.random.below(10) == 0 ? 1 : 0);
        constexpr auto polls = 4;
        for (auto poll = 0; poll < polls; ++poll) {
            counter.faultsInHundred = 8;
            const auto began = counter.clock.sinceBoot();
            const auto report = reader.poll();
            slowest = std::max(slowest, counter.clock.sinceBoot() - began);
            if (report.state != ReaderState::read) { // laid down once more
                counter.isPluggedIn = true;
                counter.module.lift();
                counter.module.putDown(people[first].card);
                isSwapped = false;
                continue;
            }
            ++read;
            const auto isTheirs = isWhole(*report.reading, people[first]) ||
                                  (isSwapped && isWhole(*report.reading, people[second]));
            wrong += isTheirs ? 0 : 1;
            break;
        }
        counter.module.lift();
        counter.faultsInHundred = 0; // the clerk waits until the reader wants a card again
        counter.isPluggedIn = true;
        for (auto poll = 0; poll < 3 && reader.poll().state != ReaderState::waiting; ++poll)
            counter.clock.wait(std::chrono::seconds{1});
    }
    MESSAGE(read << " of " << cards << " cards were read; the slowest poll waited "
                 << slowest.count() << " ms");
    CHECK(wrong == 0);
    CHECK(read > cards * 95 / 100);
    // `overall` and the answers under way: it never hangs
    CHECK(slowest < std::chrono::seconds{20});
}

} // namespace guitai::random_line_test
