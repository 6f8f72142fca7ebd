// Plays human situations through the real window and prints how each ended.
#include "forms/widgets/theme.h"
#include "forms/widgets/window_picture.h"
#include "forms/wording/translations.h"
#include "services/practice/scenario_reader.h"
#include "tests/app/program.h"
#include "tests/forms/counter/clerk_keys.h"
#include "tests/scenarios/clerk.h"

#include <wx/image.h>
#include <wx/init.h>
#include <wx/uiaction.h>

#include <cstdio>
#include <fstream>
#include <future>
#include <iostream>
#include <sstream>

namespace guitai
{

namespace
{

struct Played {
    std::vector<std::string> faults;
    int keys = 0;
    Money held;
    std::size_t papers = 0;
    std::chrono::milliseconds took{};
};

std::string spoken(const Deviation& deviation)
{
    constexpr auto names = std::array{"no case of the person",
                                      "state",
                                      "category",
                                      "kind",
                                      "exceptions",
                                      "due",
                                      "tender",
                                      "refunded",
                                      "delivery",
                                      "vouchers",
                                      "reprints"};
    const auto what = std::string{names.at(static_cast<std::size_t>(deviation.what))};
    return deviation.wanted == deviation.found
               ? what
               : what + ": wanted \"" + deviation.wanted + "\", found \"" + deviation.found + "\"";
}

/// The text of a sheet as another program reads it, without blanks.
std::string textOf(const Bytes& pdf)
{
    const auto folder = TemporaryFolder{"scenario-paper"};
    const auto file = folder / "paper.pdf";
    std::ofstream{file, std::ios::binary}.write(reinterpret_cast<const char*>(pdf.data()),
                                                static_cast<std::streamsize>(pdf.size()));
    const auto read =
        run({.command = {"pdftotext", "-enc", "UTF-8", file.string(), "-"}, .locale = "C.UTF-8"});
    auto text = read.out;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
}

/// Each sheet names the case and the fee; a reprint says that it is one.
void judgePapers(const ScenarioOutcome& outcome,
                 const std::vector<Bytes>& papers,
                 const ScenarioEnd& end,
                 std::vector<std::string>& faults)
{
    const auto wanted = static_cast<std::size_t>(end.vouchers + end.reprints);
    if (papers.size() != wanted)
        faults.push_back("sheets: wanted " + std::to_string(wanted) + ", found " +
                         std::to_string(papers.size()));
    auto marked = 0;
    for (const auto& paper : papers) {
        const auto text = textOf(paper);
        const auto has = [&text](const std::string& part) {
            return text.find(part) != std::string::npos;
        };
        if (!has(outcome.found->acceptanceNumber))
            faults.emplace_back("a sheet does not name the acceptance number");
        if (end.due != Money{} && !has(end.due.text()))
            faults.emplace_back("a sheet does not name the fee");
        marked += has("补打") ? 1 : 0;
    }
    if (marked != end.reprints)
        faults.push_back("marked reprints: wanted " + std::to_string(end.reprints) + ", found " +
                         std::to_string(marked));
}

void judge(const Scenario& scenario, ScenarioOffice& office, Played& played)
{
    const auto& end = scenario.end;
    const auto outcome = office.outcome();
    for (const auto& deviation : deviations(scenario, outcome))
        played.faults.push_back(spoken(deviation));
    if (!outcome.found)
        return;
    const auto drawer = office.drawer();
    if (drawer != end.drawer)
        played.faults.push_back("drawer: wanted " + end.drawer.text() + ", found " + drawer.text());
    const auto isElectronic = end.tender == Tender::weChat || end.tender == Tender::alipay;
    const auto owed = isElectronic ? end.due - end.refunded : Money{};
    const auto held = office.heldByProviders();
    if (held != owed)
        played.faults.push_back("providers hold " + held.text() + " instead of " + owed.text());
    played.held = drawer + held;
    played.papers = office.papers().size();
    judgePapers(outcome, office.papers(), end, played.faults);
    if (played.keys > end.keys)
        played.faults.push_back("keys: " + std::to_string(played.keys) + " instead of at most " +
                                std::to_string(end.keys));
}

Played playOne(const Scenario& scenario)
{
    using Clock = std::chrono::steady_clock;
    constexpr auto longest = std::chrono::minutes{3};
    const auto began = Clock::now();
    auto played = Played{};
    {
        auto office = ScenarioOffice{scenario};
        const auto pointer = wxUIActionSimulator{}; // gives the keys of the display to the window
        auto clerk = ScenarioClerk{scenario, office};
        auto playing = std::async(std::launch::async, [&clerk] { clerk.play(); });
        const auto isOver = [&playing] {
            return playing.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
        };
        if (!liveUntil(isOver, longest))
            std::abort(); // its thread cannot be ended otherwise
        try {
            playing.get();
            played.keys = clerk.presses();
            judge(scenario, office, played);
        } catch (const std::exception& fault) {
            played.faults.push_back(std::string{fault.what()} + "; notice: " + office.notice());
            savePicture(office.frame(), scenario.name + ".png");
        }
    }
    played.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
    return played;
}

Scenario scenarioIn(const std::filesystem::path& file)
{
    auto text = std::ostringstream{};
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return parseScenario(text.str(), file.stem().string(), file.string());
}

int playAll(const std::vector<std::filesystem::path>& files)
{
    auto failed = 0;
    std::printf(
        "%-44s %-7s %5s %9s %6s %8s\n", "scenario", "result", "keys", "yuan", "papers", "ms");
    for (const auto& file : files) {
        const auto scenario = scenarioIn(file);
        const auto played = playOne(scenario);
        std::printf("%-44s %-7s %5d %9s %6zu %8lld\n",
                    scenario.name.c_str(),
                    played.faults.empty() ? "ok" : "WRONG",
                    played.keys,
                    played.held.text().c_str(),
                    played.papers,
                    static_cast<long long>(played.took.count()));
        for (const auto& fault : played.faults)
            std::printf("    %s\n", fault.c_str());
        std::fflush(stdout);
        failed += played.faults.empty() ? 0 : 1;
    }
    std::printf("%zu scenarios, %d wrong\n", files.size(), failed);
    return failed == 0 ? 0 : 1;
}

} // namespace

} // namespace guitai

int main(int argc, char** argv)
{
    auto files = std::vector<std::filesystem::path>{argv + 1, argv + argc};
    wxApp::SetInstance(new wxApp);
    auto count = 1;
    if (!wxEntryStart(count, argv)) {
        std::fputs("no display: install xvfb, or start this under xvfb-run\n", stderr);
        return 1;
    }
    guitai::useLanguage(guitai::Language::english);
    guitai::theme::install();
    wxImage::AddHandler(new wxJPEGHandler);
    wxImage::AddHandler(new wxPNGHandler);
    auto code = 1;
    try {
        code = guitai::playAll(files);
    } catch (const std::exception& fault) { // a scenario's file is wrong
        std::fprintf(stderr, "%s\n", fault.what());
    }
    wxEntryCleanup();
    return code;
}
