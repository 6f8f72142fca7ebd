#include "services/rules/copy_rules.h"

#include "tests/services/rules/broken_asset.h"

using namespace guitai;

namespace
{

std::string mistake(std::string_view old, std::string_view replacement)
{
    return mistakeIn(parseCopyRules, broken("documents.json", old, replacement).text);
}

} // namespace

TEST_CASE("documents.json")
{
    const auto usual = parseCopyRules(Assets{}.load("documents.json"), "documents.json");

    SUBCASE("offers a copy of what proves something, and stops no window without a camera")
    {
        CHECK(usual.needOf(DocumentKind::guardianCard) == CopyNeed::offered);
        CHECK(usual.needOf(DocumentKind::fingersEvidence) == CopyNeed::offered);
        CHECK(usual.needOf(DocumentKind::oldCard) == CopyNeed::none);
        for (const auto& [paper, need] : usual.papers)
            CHECK(need == CopyNeed::offered);
    }
    SUBCASE("can require one")
    {
        const auto asked = broken("documents.json",
                                  R"("guardianCard", "copy": "offered")",
                                  R"("guardianCard", "copy": "required")");
        CHECK(parseCopyRules(asked.text, "asset").needOf(DocumentKind::guardianCard) ==
              CopyNeed::required);
    }
    SUBCASE("refuses mistakes with their line")
    {
        const auto paper = broken("documents.json", "\"guardianCard\"", "\"guardiansCard\"");
        CHECK(mistakeIn(parseCopyRules, paper.text) == complaint(paper, "no paper has this name"));
        const auto twice = broken("documents.json", "\"guardianCard\"", "\"householdRegister\"");
        CHECK(mistakeIn(parseCopyRules, twice.text) ==
              complaint(twice, "the paper is given twice"));
        const auto word = broken("documents.json", "\"offered\"", "\"wanted\"", 1);
        CHECK(mistakeIn(parseCopyRules, word.text) ==
              complaint(word, "\"offered\" or \"required\" is expected"));
        CHECK_FALSE(mistake("\"pagesPerPaper\": 12", "\"pagesPerPaper\": 0").empty());
        CHECK_FALSE(mistake("_pixels\": 2000", "_pixels\": 9000").empty());
        CHECK_FALSE(mistake("\"jpegQuality\": 80", "\"jpegQuality\": 10").empty());
        CHECK_FALSE(mistake("\"jpegQuality\"", "\"quality\"").empty());
    }
}
