#include "services/cases/template_removal.h"
#include "services/devices/fingerprint/finger_scanner.h"
#include "services/failure.h"
#include "services/journal/journal_files.h"
#include "tests/services/cases/case_office.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace guitai;

namespace
{

FingerCapture thumb()
{
    auto features = Bytes(fingerTemplateSize, std::byte{0x5A});
    features[0] = std::byte{'C'};
    features[4] = std::byte{1};
    features[5] = std::byte{11};
    features[6] = std::byte{80};
    return {FingerOutcome::taken, 80, features};
}

Draft withTemplate(CaseOffice& office)
{
    auto draft = office.prepared(firstTimeDraft());
    const auto kept = office.cases().keepFinger(office.clerk, Finger::rightThumb, thumb());
    draft.rightHand.tries = {{Finger::rightThumb, TryOutcome::taken, 80}};
    draft.rightHand.features = kept.value();
    return draft;
}

CaseDesk::Parts partsOf(CaseOffice& office)
{
    return {office.journal(),
            exampleRules(),
            office.printer,
            office.window.clock,
            office.window.random,
            office.window.identity(),
            {}};
}

void pass(CaseOffice& office, int days)
{
    office.window.clock.pass(std::chrono::days{days});
}

} // namespace

TEST_CASE("a finger's template is kept encrypted")
{
    auto office = CaseOffice{};
    const auto kept = office.cases().keepFinger(office.clerk, Finger::rightThumb, thumb());
    REQUIRE(kept);
    CHECK(office.journal().fingerTemplate(kept.value().sha256) == thumb().features);
    const auto stored = office.journal().attachment(kept.value().sha256).value();
    CHECK(stored.size() == fingerTemplateSize + 40);
    const auto plain = textOf(thumb().features).substr(8);
    CHECK(textOf(stored).find(plain.substr(0, 8)) == std::string::npos);
    CHECK(office.cases().keepFinger(office.clerk, Finger::rightThumb, thumb()).value().sha256 !=
          kept.value().sha256); // equal fingers cannot be told from outside

    CHECK_THROWS_AS(
        office.journal().fingerTemplate(office.journal().keep(Bytes(600), "image/png").sha256),
        ServiceFailure);
    auto wrong = thumb();
    wrong.features[5] = std::byte{12};
    CHECK(office.cases().keepFinger(office.clerk, Finger::rightThumb, wrong).refusal().code ==
          Refusal::Code::fingerprintNotAllowed);
    CHECK(office.cases()
              .keepFinger(office.administrator, Finger::rightThumb, thumb())
              .refusal()
              .code == Refusal::Code::notPermitted);
}

TEST_CASE("a case with templates")
{
    auto office = CaseOffice{};
    const auto draft = withTemplate(office);
    const auto sha256 = draft.rightHand.features->sha256;

    SUBCASE("is not confirmed with those of another finger, or with none of ours")
    {
        auto other = draft;
        other.rightHand.finger = Finger::rightIndex;
        CHECK(office.cases().confirm(office.clerk, other).refusal().code ==
              Refusal::Code::fingerprintNotAllowed);
        other = draft;
        other.rightHand.features->sha256 = std::string(64, 'a');
        CHECK(office.cases().confirm(office.clerk, other).refusal().code ==
              Refusal::Code::fingerprintMissing);
    }
    SUBCASE("keeps them while it is open, however long")
    {
        office.confirmed(draft);
        pass(office, 4000);
        CHECK(removeDueTemplates(partsOf(office)) == 0);
        CHECK(office.journal().fingerTemplate(sha256));
    }
    SUBCASE("loses them when it was closed for the period, and the journal stays whole")
    {
        const auto number = office.confirmed(draft).acceptanceNumber;
        REQUIRE(office.cases().withdraw(office.clerk, office.supervisor, number, "改日再来"));
        pass(office, exampleRules().fingers.keepTemplatesDays - 1);
        CHECK(removeDueTemplates(partsOf(office)) == 0);
        pass(office, 1);
        CHECK(removeDueTemplates(partsOf(office)) == 1);
        CHECK_FALSE(office.journal().fingerTemplate(sha256));
        CHECK(office.journal().lastEvent()->kind == EventKind::templatesRemoved);
        CHECK(office.journal().verify().problems.empty());
        CHECK(office.cases().load(number).value().state == CaseState::withdrawn);
        CHECK(removeDueTemplates(partsOf(office)) == 0);

        office.journal().rebuildIndex();
        CHECK(office.journal().verify().problems.empty());
        office.restart();
        CHECK(office.cases().load(number).value().draft.rightHand.features->sha256 == sha256);
    }
    SUBCASE("that lost one without an event is found out")
    {
        office.confirmed(draft);
        office.journal().commit([&](JournalWriting& writing) { writing.removeAttachment(sha256); });
        CHECK(office.journal().verify().problems.at(0) ==
              Problem{"attachment " + sha256, "missing"});
    }
}

TEST_CASE("a template that nothing names any more goes at the next start")
{
    auto office = CaseOffice{};
    const auto draft = withTemplate(office);
    CHECK(office.journal().templates().size() == 1);
    REQUIRE(office.cases().saveDraft(office.clerk, draft));
    CHECK(removeDueTemplates(partsOf(office)) == 0);
    REQUIRE(office.cases().discardDraft(office.clerk, draft.id));
    CHECK(removeDueTemplates(partsOf(office)) == 1);
    CHECK(office.journal().templates().empty());
    CHECK(office.journal().verify().problems.empty());
}

TEST_CASE("a backup brings templates back, for the window's key only")
{
    auto office = CaseOffice{};
    const auto draft = withTemplate(office);
    const auto sha256 = draft.rightHand.features->sha256;
    const auto number = office.confirmed(draft).acceptanceNumber;
    const auto shelf = TemporaryFolder{};
    backUp(office.window.place(), shelf / "backup.db");

    const auto place = JournalPlace{shelf / "restored"};
    std::filesystem::create_directory(shelf / "restored");
    std::filesystem::copy_file(office.window.place().key(), place.key());
    restore(place, shelf / "backup.db", office.window.clock);
    auto open = openJournal(place, office.window.clock);
    CHECK(open.journal->fingerTemplate(sha256) == thumb().features);
    CHECK(open.journal->verify().problems.empty());
    auto parts = partsOf(office);
    auto desk = CaseDesk{
        {*open.journal, parts.rules, parts.glyphs, parts.clock, parts.random, parts.identity, {}}};
    CHECK(desk.load(number).value().draft.rightHand == draft.rightHand);
    // on the shelf it is as unreadable as in the window
    auto stream = std::ifstream{shelf / "backup.db", std::ios::binary};
    const auto bytes = std::string{std::istreambuf_iterator<char>{stream}, {}};
    CHECK(bytes.find(textOf(thumb().features).substr(8, 64)) == std::string::npos);
}
