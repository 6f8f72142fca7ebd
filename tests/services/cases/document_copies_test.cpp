#include "services/cases/picture_removal.h"
#include "services/journal/journal_files.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/example_pictures.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guitai;
using Code = Refusal::Code;

namespace
{

constexpr auto card = DocumentKind::guardianCard;

DocumentPage keptPage(CaseOffice& office, int width)
{
    return office.cases().keepScan(office.clerk, exampleJpeg(width, 900)).value();
}

/// A child's case with two pages of the guardian's card.
Draft withCopies(CaseOffice& office)
{
    auto draft = office.prepared(childDraft());
    draft.copies[card] = {keptPage(office, 1400), keptPage(office, 1401)};
    return draft;
}

bool isKept(CaseOffice& office, const DocumentPage& page)
{
    return office.cases().attachment(page.image).has_value();
}

/// The rules with another need of a copy of the guardian's card.
RuleBook rulesWith(CopyNeed need)
{
    auto rules = loadRuleBook(Assets{});
    rules.copies.papers[card] = need;
    return rules;
}

std::vector<ChecklistItem> judged(const Draft& draft, const RuleBook& rules)
{
    auto items = checklist(draft, exampleDay, rules);
    std::erase_if(items, [](const ChecklistItem& item) { return item.step != Step::documents; });
    return items;
}

} // namespace

TEST_CASE("CaseDesk::keepScan")
{
    auto office = CaseOffice{};

    SUBCASE("keeps a page under its hash, once")
    {
        const auto page = keptPage(office, 1400);
        CHECK(page.width == 1400);
        CHECK(page.height == 900);
        CHECK(page.turns == 0);
        CHECK(page == keptPage(office, 1400));
        office.restart();
        CHECK(office.cases().attachment(page.image) == exampleJpeg(1400, 900));
    }
    SUBCASE("refuses what checkScanFile refuses, and who takes no cases")
    {
        const auto refused = [&](const Bytes& bytes) {
            return office.cases().keepScan(office.clerk, bytes).refusal().code;
        };
        CHECK(refused(examplePng()) == Code::photoNotJpeg);
        CHECK(refused(exampleJpeg(200, 900)) == Code::scanTooSmall);
        CHECK(
            office.cases().keepScan(office.administrator, exampleJpeg(1400, 900)).refusal().code ==
            Code::notPermitted);
    }
}

TEST_CASE("a copy that the station requires is asked for by name")
{
    auto draft = childDraft();
    CHECK(judged(draft, rulesWith(CopyNeed::offered)).empty());
    const auto open = judged(draft, rulesWith(CopyNeed::required));
    REQUIRE(open.size() == 1);
    CHECK(open.front().severity == Severity::missing);
    CHECK(open.front().refusal == Refusal{Code::copyMissing, "documents", {"guardianCard"}});

    draft.copies[card] = {{{std::string(64, 'a'), "image/jpeg", 1}, 1400, 900}};
    CHECK(judged(draft, rulesWith(CopyNeed::required)).empty());
    draft.copies[card].resize(13);
    const auto tooMany = judged(draft, rulesWith(CopyNeed::offered));
    REQUIRE(tooMany.size() == 1);
    CHECK(tooMany.front().refusal == Refusal{Code::tooManyItems, "documents.guardianCard", {"12"}});
    CHECK(judged(firstTimeDraft(), rulesWith(CopyNeed::required)).empty()); // no guardian
}

TEST_CASE("a confirmed case holds its copies")
{
    auto office = CaseOffice{};
    auto draft = withCopies(office);

    SUBCASE("as they were, in their order")
    {
        draft.copies[card].back().turns = 3;
        const auto number = office.cases().confirm(office.clerk, draft).value().acceptanceNumber;
        office.restart();
        const auto read = office.cases().load(number).value().draft.copies;
        CHECK(read == draft.copies);
        CHECK(office.journal().verify().problems.empty());
    }
    SUBCASE("but none of a paper that it does not need")
    {
        draft.copies[DocumentKind::reliefProof] = {keptPage(office, 1500)};
        draft.copies[DocumentKind::oldCard] = {keptPage(office, 1501)};
        const auto confirmed = office.cases().confirm(office.clerk, draft).value();
        REQUIRE(confirmed.draft.copies.size() == 1);
        CHECK(confirmed.draft.copies.begin()->first == card);
    }
    SUBCASE("and is not confirmed when a page is not there or is another")
    {
        auto other = draft;
        other.copies[card].front().image.sha256 = std::string(64, 'a');
        CHECK(office.cases().confirm(office.clerk, other).refusal() ==
              Refusal{Code::missing, "documents.guardianCard", {}});
        other = draft;
        other.copies[card].front().width = 1399;
        CHECK(office.cases().confirm(office.clerk, other).refusal().code == Code::malformed);
        other = draft;
        other.copies[card].front().image = draft.photo->image; // no page: too small
        CHECK(office.cases().confirm(office.clerk, other).refusal().code == Code::malformed);
    }
    SUBCASE("and verification misses one that is gone")
    {
        REQUIRE(office.cases().confirm(office.clerk, draft));
        const auto sha256 = draft.copies[card].back().image.sha256;
        office.journal().commit([&](JournalWriting& writing) { writing.removeAttachment(sha256); });
        CHECK(office.journal().verify().problems.at(0) ==
              Problem{"attachment " + sha256, "missing"});
    }
}

TEST_CASE("pictures that nothing names any more go at the next start")
{
    auto office = CaseOffice{};
    auto draft = withCopies(office);
    const auto first = draft.copies[card].front();
    const auto second = draft.copies[card].back();
    REQUIRE(office.cases().saveDraft(office.clerk, draft));

    SUBCASE("none of a draft, however often the program starts")
    {
        CHECK(removeUnnamedPictures(office.journal()) == 0);
        CHECK(isKept(office, second));
    }
    SUBCASE("a replaced page, and only that")
    {
        draft.copies[card].front() = keptPage(office, 1402);
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        CHECK(removeUnnamedPictures(office.journal()) == 1);
        CHECK_FALSE(isKept(office, first));
        CHECK(isKept(office, second));
        CHECK(office.cases().confirm(office.clerk, draft));
        CHECK(removeUnnamedPictures(office.journal()) == 0);
        CHECK(office.journal().verify().problems.empty());
    }
    SUBCASE("all of a discarded draft: pages, photo, signature")
    {
        REQUIRE(office.cases().discardDraft(office.clerk, draft.id));
        CHECK(removeUnnamedPictures(office.journal()) == 4);
        CHECK_FALSE(isKept(office, first));
        CHECK_FALSE(office.cases().attachment(draft.photo->image));
    }
    SUBCASE("none that a case names as well")
    {
        REQUIRE(office.cases().confirm(office.clerk, draft));
        auto another = office.prepared(childDraft());
        another.copies[card] = {second};
        REQUIRE(office.cases().saveDraft(office.clerk, another));
        REQUIRE(office.cases().discardDraft(office.clerk, another.id));
        CHECK(removeUnnamedPictures(office.journal()) == 0);
        CHECK(isKept(office, first));
        CHECK(isKept(office, second));
    }
}

TEST_CASE("a backup brings the copies back")
{
    auto office = CaseOffice{};
    const auto draft = withCopies(office);
    const auto number = office.cases().confirm(office.clerk, draft).value().acceptanceNumber;
    const auto shelf = TemporaryFolder{};
    backUp(office.window.place(), shelf / "backup.db");

    const auto place = JournalPlace{shelf / "restored"};
    std::filesystem::create_directory(shelf / "restored");
    std::filesystem::copy_file(office.window.place().key(), place.key());
    restore(place, shelf / "backup.db", office.window.clock);
    auto open = openJournal(place, office.window.clock);
    CHECK(open.journal->verify().problems.empty());
    const auto sha256 = draft.copies.at(card).front().image.sha256;
    CHECK(open.journal->attachment(sha256) == exampleJpeg(1400, 900));
}
