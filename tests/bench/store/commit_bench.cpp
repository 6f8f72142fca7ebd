// Confirming a case: the durable commit of the journal beside bare sqlite3 writing the same rows
// with the same settings in the same number of commits, in turn.
//
// usage: commit_bench [COMMITS] [FOLDER]    FOLDER: on the disk that counts; default: temporary
#include "services/cases/case_desk.h"
#include "services/people/people.h"
#include "tests/bench/store/bare_copy.h"
#include "tests/bench/store/figures.h"
#include "tests/services/cases/example_draft.h"
#include "tests/services/cases/example_pictures.h"
#include "tests/support/test_window.h"

#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

namespace
{

using namespace guitai;

class EveryGlyph final : public GlyphCoverage
{
public:
    std::optional<char32_t> firstMissing(std::string_view) const override { return std::nullopt; }
};

constexpr auto clerk = "zhangmin";

/// The drafts of the cases to come, saved as a clerk leaves them.
std::vector<Draft> savedDrafts(CaseDesk& desk, const Actor& actor, int count)
{
    auto drafts = std::vector<Draft>{};
    for (auto i = 0; i < count; ++i) {
        auto draft = firstTimeDraft();
        draft.id = desk.newDraft(actor).value().id;
        draft.applicant.citizenNumber = numberOf(
            "110108",
            Date{std::chrono::sys_days{*parseIsoDate("2005-01-01")} + std::chrono::days{i}},
            101);
        draft.photo = desk.keepPhoto(actor, exampleJpeg()).value();
        draft.confirmation.signature = desk.keepSignature(actor, examplePng()).value();
        if (!desk.saveDraft(actor, draft))
            throw std::runtime_error("a draft was refused");
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

/// The events of each confirmation, as the services make them.
std::vector<std::vector<NewEvent>> confirmations(TestWindow& window,
                                                 CaseDesk& desk,
                                                 const Actor& actor,
                                                 const std::vector<Draft>& drafts)
{
    auto all = std::vector<std::vector<NewEvent>>{};
    for (const auto& draft : drafts) {
        const auto before = window.journal().lastEvent()->sequence;
        const auto confirmed = desk.confirm(actor, draft);
        if (!confirmed)
            throw std::runtime_error("refused: " + std::string{nameOf(confirmed.refusal().code)} +
                                     " " + confirmed.refusal().field);
        auto& events = all.emplace_back();
        for (const auto& event : window.journal().eventsFrom(before + 1, 100))
            events.push_back({event.kind, event.subject, event.actor, event.payload});
    }
    return all;
}

struct Desk {
    explicit Desk(TestWindow& window, const RuleBook& rules)
        : desk(
              {window.journal(), rules, glyphs, window.clock, window.random, window.identity(), {}})
    {
    }
    EveryGlyph glyphs;
    CaseDesk desk;
};

} // namespace

int main(int argc, char** argv)
{
    const auto count = argc > 1 ? std::atoi(argv[1]) : 300;
    if (argc > 2)
        setenv("TMPDIR", argv[2], 1);
    const auto rules = loadRuleBook(Assets{});
    const auto actor = Actor{clerk, clerk, Role::clerk};

    // One window confirms for real; its twin, with the same drafts, is the one that is timed.
    auto original = TestWindow{};
    auto first = Desk{original, rules};
    const auto events =
        confirmations(original, first.desk, actor, savedDrafts(first.desk, actor, count));
    auto twin = TestWindow{};
    auto second = Desk{twin, rules};
    const auto drafts = savedDrafts(second.desk, actor, count);

    auto watch = bench::RowWatch{twin.place().database()};
    auto copyFolder = TemporaryFolder{};
    auto copy = bench::BareCopy{copyFolder.path() / "bare.db", watch};
    auto ours = std::vector<double>{};
    auto floor = std::vector<double>{};
    for (auto i = std::size_t{0}; i < events.size(); ++i) {
        ours.push_back(bench::milliseconds([&] {
            twin.journal().commit([&](JournalWriting& writing) {
                for (const auto& event : events[i])
                    writing.append(event);
                writing.eraseDraft(drafts[i].id);
            });
        }));
        const auto change = watch.sinceLastTime();
        floor.push_back(bench::milliseconds([&] { copy.commit(change); }));
    }
    std::printf("confirming a case: one durable commit, %d in turn\n", count);
    std::printf("%-24s median %7.3f ms   p99 %7.3f ms\n",
                "journal",
                bench::median(ours),
                bench::quantile(ours, 0.99));
    std::printf("%-24s median %7.3f ms   p99 %7.3f ms\n",
                "bare sqlite3",
                bench::median(floor),
                bench::quantile(floor, 0.99));
    std::printf(
        "%-24s        %7.2f\n", "ratio of the medians", bench::median(ours) / bench::median(floor));
    return 0;
}
