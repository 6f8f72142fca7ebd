#include "services/devices/reader/card_reader.h"

#include "tests/services/devices/chip_bytes.h"
#include "tests/simulators/reader/reader_emulator.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>

namespace guitai::card_reader_test
{

using namespace guitai::simulator;
using namespace std::chrono_literals;

namespace
{

/// A window with an emulated reader, over a real pseudo-terminal. Time-outs are long, so that a
/// busy machine does not fail a read; those that a test waits for are its own.
struct ReaderDesk {
    explicit ReaderDesk(ReaderEmulator::Module module = ReaderEmulator::Module::current)
        : emulator(folder.path(), module)
    {
    }

    ReaderReport pollUntil(ReaderState state)
    {
        auto report = reader.poll();
        for (int polls = 1; polls < 10 && report.state != state; ++polls)
            report = reader.poll();
        CHECK(report.state == state);
        return report;
    }

    std::string numberRead()
    {
        const auto report = pollUntil(ReaderState::read);
        return report.reading ? std::get<ResidentCard>(report.reading->card).citizenNumber : "";
    }

    TemporaryFolder folder;
    ReaderEmulator emulator;
    SystemClock clock;
    CardReader reader{[this] { return openSerialLine(emulator.device()); },
                      clock,
                      StationTime{},
                      ReaderTimeouts{1s, 1s, 2s, 2s, 2s, 10s}};
};

EmulatedCard secondCard()
{
    return {.text = chipText(ResidentFields{.name = u"张建国",
                                            .sex = u"2",
                                            .birthDate = u"19900307",
                                            .number = u"110108199003076047"})};
}

constexpr auto firstNumber = "110101198804123019";
constexpr auto secondNumber = "110108199003076047";

} // namespace

TEST_CASE("CardReader reads a card that is laid down")
{
    auto desk = ReaderDesk{};
    CHECK(desk.reader.poll().state == ReaderState::waiting);
    auto card = EmulatedCard{};
    SUBCASE("once, until it is lifted and laid down again")
    {
        desk.emulator.putDown(card);
        const auto report = desk.reader.poll();
        REQUIRE(report.state == ReaderState::read);
        CHECK(std::get<ResidentCard>(report.reading->card).citizenNumber == firstNumber);
        CHECK(report.reading->photo == fromChip(chipPhoto()));
        CHECK(report.reading->prints == fromChip(chipPrints(2)));
        CHECK_FALSE(report.reading->appendedAddress);
        CHECK(desk.reader.poll().state == ReaderState::waiting);
        desk.emulator.lift();
        desk.emulator.putDown(card);
        CHECK(desk.reader.poll().state == ReaderState::read);
    }
    SUBCASE("without fingerprints on the chip, or with one")
    {
        for (const auto fingers : {std::size_t{0}, std::size_t{1}}) {
            card.prints = chipPrints(fingers);
            desk.emulator.putDown(card);
            CHECK(desk.pollUntil(ReaderState::read).reading->prints.size() == 512 * fingers);
        }
    }
    SUBCASE("with an appended address")
    {
        card.appendedAddress = chipAddress(u"北京市海淀区示例路5号");
        desk.emulator.putDown(card);
        const auto report = desk.reader.poll();
        REQUIRE(report.state == ReaderState::read);
        CHECK(report.reading->appendedAddress->text == "北京市海淀区示例路5号");
    }
    SUBCASE("with an appended address that is none")
    {
        card.appendedAddress = ChipBytes(70, 0);
        desk.emulator.putDown(card);
        const auto report = desk.reader.poll();
        CHECK(report.state == ReaderState::unreadable);
        CHECK(report.refusals.front().field == "card.appendedAddress");
    }
    SUBCASE("whose content is wrong: refused by field")
    {
        card.text = chipText(ResidentFields{.ethnicity = u"60"});
        desk.emulator.putDown(card);
        const auto report = desk.reader.poll();
        CHECK(report.state == ReaderState::unreadable);
        CHECK_FALSE(report.reading);
        CHECK(report.refusals.front().field == "card.ethnicity");
    }
    SUBCASE("crookedly: at the third attempt, or not at all")
    {
        desk.emulator.failReads(2);
        desk.emulator.putDown(card);
        CHECK(desk.reader.poll().state == ReaderState::read);
        desk.emulator.failReads(3);
        desk.emulator.putDown(card);
        const auto report = desk.reader.poll();
        CHECK(report.state == ReaderState::unreadable);
        CHECK(report.status == ReaderStatus::readFailed);
        CHECK(desk.reader.poll().state == ReaderState::liftCard);
        desk.emulator.lift();
        CHECK(desk.reader.poll().state == ReaderState::waiting);
    }
}

TEST_CASE("CardReader believes nothing that passed the checksum by chance")
{
    auto desk = ReaderDesk{};
    CHECK(desk.reader.poll().state == ReaderState::waiting);
    desk.emulator.putDown({});
    for (const auto answer : {2, 4}) { // the first reading or the second
        desk.emulator.putDown({});
        desk.emulator.breakAnswer(LineFault::twoBits, answer);
        const auto report = desk.reader.poll();
        CHECK(report.state == ReaderState::silent);
        CHECK_FALSE(report.reading);
        desk.emulator.lift();
        desk.emulator.putDown({});
        const auto next = desk.pollUntil(ReaderState::read);
        CHECK(std::get<ResidentCard>(next.reading->card).name.text == "李晓梅");
        CHECK(next.reading->readTwice);
    }
}

TEST_CASE("CardReader with other modules")
{
    SUBCASE("one that reads a chip once until the card was lifted")
    {
        auto desk = ReaderDesk{ReaderEmulator::Module::readsOnce};
        desk.emulator.putDown({});
        const auto report = desk.reader.poll();
        REQUIRE(report.state == ReaderState::read);
        CHECK_FALSE(report.reading->readTwice);
    }
    SUBCASE("an old one that knows no fingerprints")
    {
        auto desk = ReaderDesk{ReaderEmulator::Module::withoutPrints};
        desk.emulator.putDown({});
        const auto report = desk.reader.poll();
        REQUIRE(report.state == ReaderState::read);
        CHECK(report.reading->prints.empty());
        CHECK(report.reading->photo == fromChip(chipPhoto()));
    }
    SUBCASE("one without a licence")
    {
        auto desk = ReaderDesk{ReaderEmulator::Module::unlicensed};
        desk.emulator.putDown({});
        const auto report = desk.reader.poll();
        CHECK(report.state == ReaderState::moduleFault);
        CHECK(report.status == ReaderStatus::moduleNotAuthorised);
    }
}

TEST_CASE("CardReader never mixes two people")
{
    auto desk = ReaderDesk{};
    CHECK(desk.reader.poll().state == ReaderState::waiting);
    auto first = EmulatedCard{.appendedAddress = chipAddress(u"北京市海淀区示例路5号")};
    desk.emulator.putDown(first);
    SUBCASE("when cards are exchanged after any answer of a read")
    {
        for (int after = 0; after < 3; ++after) { // found, selected, text
            desk.emulator.putDown(first);
            desk.emulator.swapAfter(after, secondCard());
            const auto report = desk.pollUntil(ReaderState::read);
            REQUIRE(report.reading);
            CHECK(std::get<ResidentCard>(report.reading->card).citizenNumber == secondNumber);
            CHECK_FALSE(report.reading->appendedAddress);
        }
    }
    SUBCASE("when the first card's answer comes during the second's read")
    {
        auto quick = CardReader{[&] { return openSerialLine(desk.emulator.device()); },
                                desk.clock,
                                StationTime{},
                                ReaderTimeouts{1s, 1s, 1s, 50ms, 50ms, 1s}};
        desk.emulator.breakAnswer(LineFault::late, 3); // status, found, selected, then this
        CHECK(quick.poll().state == ReaderState::silent);
        desk.emulator.lift();
        desk.emulator.putDown(secondCard());
        auto report = quick.poll();
        for (int polls = 0; polls < 20 && report.state != ReaderState::read; ++polls)
            report = quick.poll();
        REQUIRE(report.state == ReaderState::read);
        CHECK(std::get<ResidentCard>(report.reading->card).citizenNumber == secondNumber);
    }
}

TEST_CASE("CardReader stands what the line does")
{
    auto desk = ReaderDesk{};
    CHECK(desk.reader.poll().state == ReaderState::waiting);
    SUBCASE("without noticing")
    {
        for (const auto fault : {LineFault::fragmented, LineFault::leadingGarbage})
            for (int answer = 0; answer < 6; ++answer) {
                desk.emulator.putDown({});
                desk.emulator.breakAnswer(fault, answer);
                CHECK(desk.reader.poll().state == ReaderState::read);
            }
    }
    SUBCASE("by beginning anew, never with half a card")
    {
        auto quick = CardReader{[&] { return openSerialLine(desk.emulator.device()); },
                                desk.clock,
                                StationTime{},
                                ReaderTimeouts{300ms, 300ms, 300ms, 300ms, 300ms, 2s}};
        CHECK(quick.poll().state == ReaderState::waiting);
        for (const auto fault : {LineFault::wrongChecksum,
                                 LineFault::missingTail,
                                 LineFault::silence,
                                 LineFault::late})
            for (int answer = 0; answer < 6; ++answer) {
                desk.emulator.breakAnswer(fault, answer);
                desk.emulator.putDown({});
                const auto report = quick.poll();
                CHECK(report.state == ReaderState::silent);
                CHECK_FALSE(report.reading);
                desk.emulator.putDown(secondCard());
                auto next = quick.poll();
                for (int polls = 0; polls < 10 && next.state != ReaderState::read; ++polls)
                    next = quick.poll();
                REQUIRE(next.reading);
                CHECK(std::get<ResidentCard>(next.reading->card).citizenNumber == secondNumber);
            }
    }
}

TEST_CASE("CardReader finds a reader that was unplugged")
{
    auto desk = ReaderDesk{};
    desk.emulator.putDown({});
    CHECK(desk.numberRead() == firstNumber);
    desk.emulator.unplug();
    CHECK(desk.reader.poll().state == ReaderState::unplugged);
    CHECK(desk.reader.poll().state == ReaderState::unplugged);
    desk.emulator.plug();
    desk.emulator.putDown(secondCard());
    const auto report = desk.reader.poll(); // the very next one
    REQUIRE(report.state == ReaderState::read);
    CHECK(std::get<ResidentCard>(report.reading->card).citizenNumber == secondNumber);
}

} // namespace guitai::card_reader_test
