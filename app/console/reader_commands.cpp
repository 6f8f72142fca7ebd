#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "app/station/settings.h"
#include "forms/text.h"
#include "forms/wording/reader_words.h"
#include "services/cases/card_use.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <thread>

namespace guitai::console
{

namespace
{

struct ReaderTest {
    std::string at;
    int seconds = 10;
};

void tellCard(Answer& answer, const CardReading& reading)
{
    const auto kind = fromUi(words::name(documentOf(reading.card)));
    const auto name = maskedName(holderName(reading.card));
    const auto number = maskedCitizenNumber(holderNumber(reading.card));
    answer.json["card"] = {{"kind", kind},
                           {"name", name},
                           {"number", number},
                           {"readTwice", reading.readTwice},
                           {"fingerprints", reading.prints.size() / 512},
                           {"appendedAddress", reading.appendedAddress.has_value()}};
    // TRANSLATORS: kind of card, masked name, masked number
    answer.lines.push_back(say(_("{1}, {2}, {3}."), {kind, name, number}));
    answer.lines.push_back(
        reading.readTwice ? say(_("It was read twice, the same both times."))
                          : say(_("This reader reads a card once only: compare name and number "
                                  "with the card by eye.")));
}

/// Looks for a card as long as it was told to. Nothing of the card is kept.
Answer testReader(const Console& console, const ReaderTest& wanted)
{
    const auto address =
        wanted.at.empty() ? loadSettings(console.dataFolder).reader : readerAddressFrom(wanted.at);
    if (!address)
        return Answer::refused(
            {wanted.at.empty() ? Refusal::Code::missing : Refusal::Code::malformed, "reader", {}});
    const auto clock = SystemClock{};
    auto reader = CardReader{lineTo(*address), clock, StationTime{}};
    const auto end = clock.sinceBoot() + std::chrono::seconds{wanted.seconds};
    auto report = reader.poll();
    while (report.state != ReaderState::read && clock.sinceBoot() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        report = reader.poll();
    }
    auto answer = Answer{};
    answer.json["state"] = nameOf(report.state);
    answer.lines.push_back(fromUi(words::sentence(report.state)));
    if (report.reading)
        tellCard(answer, *report.reading);
    answer.refusals = report.refusals;
    answer.notDone = report.state != ReaderState::read;
    return answer;
}

} // namespace

void addReaderCommands(CLI::App& app, Console& console)
{
    auto* reader = app.add_subcommand("reader", say(_("The card reader")));
    reader->require_subcommand(1);
    const auto wanted = std::make_shared<ReaderTest>();
    auto* test = reader->add_subcommand("test", say(_("Read one card and say how that went")));
    test->add_option(
        "--at", wanted->at, say(_("Device or tcp://ADDRESS:PORT, instead of the one in settings")));
    constexpr auto longest = 600;
    test->add_option("--wait", wanted->seconds, say(_("Seconds to wait for a card, 10")))
        ->check(CLI::Range(0, longest));
    test->callback([&console, wanted] {
        console.choose([&console, wanted] { return testReader(console, *wanted); });
    });
}

} // namespace guitai::console
