// Look-ups and start-up with many cases in the journal; one photo is shared.
//
// usage: many_cases_bench [CASES] [FOLDER]    default 20,000; 1,000,000 for the full figures
#include "services/cases/case_desk.h"
#include "tests/bench/store/figures.h"
#include "tests/services/cases/example_draft.h"
#include "tests/services/cases/example_pictures.h"
#include "tests/support/test_window.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <sys/resource.h>

namespace
{

using namespace guitai;

class EveryGlyph final : public GlyphCoverage
{
public:
    std::optional<char32_t> firstMissing(std::string_view) const override { return std::nullopt; }
};

constexpr auto casesADay = 1000;
constexpr auto batch = 500;

constexpr auto surnames = std::array{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                     "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗"};
constexpr auto given = std::array{"敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰",
                                  "娟", "涛", "明", "超", "兰", "霞", "平", "刚", "英", "华"};

std::string nameOfCase(int i)
{
    const auto pick = [](const auto& list, int index) {
        return std::string{list[static_cast<std::size_t>(index) % list.size()]};
    };
    return pick(surnames, i * 7) + pick(given, i / 20) + pick(given, i / 400);
}

Date dayOfCase(int i)
{
    return Date{std::chrono::sys_days{*parseIsoDate("2020-01-01")} +
                std::chrono::days{i / casesADay}};
}

std::string citizenNumberOfCase(int i)
{
    return numberOf(
        "110108",
        Date{std::chrono::sys_days{*parseIsoDate("1950-01-01")} + std::chrono::days{i % 20000}},
        i / 20000 * 2 % 1000);
}

std::string acceptanceNumberOfCase(int i)
{
    return acceptanceNumber("110108520", dayOfCase(i), i % casesADay + 1);
}

/// The events of one real case, made anew for another person and number.
class CaseMill
{
public:
    explicit CaseMill(std::vector<Event> model) : m_model(std::move(model))
    {
        for (const auto& event : m_model)
            m_payloads.push_back(nlohmann::json::parse(event.payload));
        m_number = m_payloads.front().at("acceptanceNumber");
    }

    void append(JournalWriting& writing, int i)
    {
        const auto number = acceptanceNumberOfCase(i);
        for (std::size_t k = 0; k < m_model.size(); ++k) {
            auto payload = m_payloads[k];
            if (m_model[k].kind == EventKind::caseConfirmed) {
                payload["acceptanceNumber"] = number;
                payload["serial"] = i % casesADay + 1;
                payload["day"] = isoDate(dayOfCase(i));
                payload["draftId"] = "draft" + std::to_string(i);
                payload["draft"]["applicant"]["name"] = nameOfCase(i);
                payload["draft"]["applicant"]["citizenNumber"] = citizenNumberOfCase(i);
            }
            if (payload.contains("case"))
                payload["case"] = number;
            if (m_model[k].kind == EventKind::chargeOpened)
                payload["id"] = number + "-1";
            auto subject = m_model[k].subject;
            subject.replace(subject.find(m_number), m_number.size(), number);
            writing.append({m_model[k].kind, subject, m_model[k].actor, payload.dump()});
        }
    }

private:
    std::vector<Event> m_model;
    std::vector<nlohmann::json> m_payloads;
    std::string m_number;
};

std::vector<Event> realCase(TestWindow& window, const RuleBook& rules)
{
    const auto glyphs = EveryGlyph{};
    auto desk = CaseDesk(
        {window.journal(), rules, glyphs, window.clock, window.random, window.identity(), {}});
    const auto actor = Actor{"zhangmin", "zhangmin", Role::clerk};
    auto draft = firstTimeDraft();
    draft.id = desk.newDraft(actor).value().id;
    draft.photo = desk.keepPhoto(actor, exampleJpeg()).value();
    draft.confirmation.signature = desk.keepSignature(actor, examplePng()).value();
    return desk.confirm(actor, draft).value().history;
}

void measure(const char* what, int rounds, const std::function<void(int)>& look)
{
    auto figures = std::vector<double>{};
    for (auto i = 0; i < rounds; ++i)
        figures.push_back(bench::milliseconds([&] { look(i); }));
    std::printf("%-44s median %8.3f ms   p99 %8.3f ms\n",
                what,
                bench::median(figures),
                bench::quantile(figures, 0.99));
}

double opening(TestWindow& window)
{
    auto figures = std::vector<double>{};
    for (auto i = 0; i < 7; ++i) {
        window.close();
        figures.push_back(bench::milliseconds([&] { window.open(); }));
    }
    return bench::median(figures);
}

} // namespace

int main(int argc, char** argv)
{
    const auto count = argc > 1 ? std::atoi(argv[1]) : 20'000;
    if (argc > 2)
        setenv("TMPDIR", argv[2], 1);
    const auto rules = loadRuleBook(Assets{});
    auto modelWindow = TestWindow{};
    auto window = TestWindow{};
    const auto emptyOpening = opening(window);
    auto mill = CaseMill{realCase(modelWindow, rules)};
    const auto filling = bench::milliseconds([&] {
        for (auto i = 0; i < count; i += batch) {
            window.journal().commit([&](JournalWriting& writing) {
                for (auto k = i; k < std::min(i + batch, count); ++k)
                    mill.append(writing, k);
            });
        }
    });
    std::printf("%d cases, filled in %.0f s\n", count, filling / 1000);
    const auto fullOpening = opening(window);
    const auto size = static_cast<double>(std::filesystem::file_size(window.place().database()));
    std::printf("%-44s %8.0f bytes\n", "database a case, without pictures", size / count);
    std::printf("%-44s %8.1f ms, empty %.1f ms\n", "opening", fullOpening, emptyOpening);

    auto& journal = window.journal();
    const auto spread = [count](int i) {
        return static_cast<int>(static_cast<std::int64_t>(i) * 7919 % count);
    };
    const auto found = [](const std::vector<CaseRow>& rows) {
        if (rows.empty())
            throw std::runtime_error("a case was not found");
    };
    measure("acceptance number", 2000, [&](int i) {
        found(journal.findCases({.acceptanceNumber = acceptanceNumberOfCase(spread(i))}));
    });
    measure("citizen number", 2000, [&](int i) {
        found(journal.findCases({.citizenNumber = citizenNumberOfCase(spread(i))}));
    });
    measure("name, first character", 200, [&](int i) {
        found(journal.findCases(
            {.nameBeginning = surnames[static_cast<std::size_t>(i) % surnames.size()]}));
    });
    measure("name, first two characters", 200, [&](int i) {
        found(journal.findCases({.nameBeginning = nameOfCase(spread(i)).substr(0, 6)}));
    });
    measure("name, whole", 200, [&](int i) {
        found(journal.findCases({.nameBeginning = nameOfCase(spread(i))}));
    });
    measure("cases of one day", 200, [&](int i) {
        auto query = CaseQuery{};
        query.acceptedFrom = query.acceptedTo = dayOfCase(spread(i));
        found(journal.findCases(query));
    });
    measure("one case, its events checked and folded", 500, [&](int i) {
        const auto number = acceptanceNumberOfCase(spread(i));
        journal.eventsOf("case/" + number);
        journal.eventsOf("charge/" + number + "-1");
    });
    auto usage = rusage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-44s %8.1f MiB\n", "peak memory", static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
