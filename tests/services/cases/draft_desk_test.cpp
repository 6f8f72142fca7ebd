#include "services/failure.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/example_pictures.h"

#include <doctest/doctest.h>

using namespace guitai;
using Code = Refusal::Code;

TEST_CASE("CaseDesk drafts")
{
    auto office = CaseOffice{};
    auto draft = office.prepared(childDraft());

    SUBCASE("survive a restart, whole")
    {
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        office.restart();
        CHECK(office.cases().resumeDraft(office.clerk, draft.id).value() == draft);
    }
    SUBCASE("forget a charge that is not collected any more")
    {
        draft.otherFees = {"householdRegister"}; // the delivered schedule names none
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        CHECK(office.cases().resumeDraft(office.clerk, draft.id).value().otherFees.empty());
    }
    SUBCASE("are listed with owner, person and what is missing")
    {
        draft.photo.reset();
        draft.applicant.phone = "1";
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        const auto listed = office.cases().drafts();
        REQUIRE(listed.size() == 1);
        CHECK(listed.front().owner == "hong");
        CHECK(listed.front().applicantName == "王小满");
        CHECK(listed.front().category == Category::under16);
        CHECK(listed.front().missing == 2);
        CHECK_FALSE(listed.front().parked);
    }
    SUBCASE("belong to their clerk until they are parked")
    {
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        CHECK(office.cases().saveDraft(office.colleague, draft).refusal().code ==
              Code::notPermitted);
        CHECK(office.cases().resumeDraft(office.colleague, draft.id).refusal().code ==
              Code::notPermitted);
        CHECK(office.cases().parkDraft(office.colleague, draft.id).refusal().code ==
              Code::notPermitted);
        CHECK(office.cases().discardDraft(office.colleague, draft.id).refusal().code ==
              Code::notPermitted);
        CHECK(office.cases().confirm(office.colleague, draft).refusal().code == Code::notPermitted);

        REQUIRE(office.cases().parkDraft(office.clerk, draft.id));
        CHECK(office.cases().drafts().front().parked);
        CHECK(office.cases().resumeDraft(office.colleague, draft.id).value() == draft);
        CHECK(office.cases().drafts().front().owner == "ma");
        CHECK_FALSE(office.cases().drafts().front().parked);
        CHECK_FALSE(office.cases().saveDraft(office.clerk, draft));
    }
    SUBCASE("are gone once discarded")
    {
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        REQUIRE(office.cases().discardDraft(office.clerk, draft.id));
        CHECK(office.cases().drafts().empty());
        CHECK(office.cases().resumeDraft(office.clerk, draft.id).refusal().code ==
              Code::noSuchDraft);
    }
    SUBCASE("do not come back by a late save after the confirmation")
    {
        REQUIRE(office.cases().saveDraft(office.clerk, draft));
        REQUIRE(office.cases().confirm(office.clerk, draft));
        CHECK(office.cases().drafts().empty());
        CHECK(office.cases().saveDraft(office.clerk, draft).refusal().code == Code::noSuchDraft);
        CHECK(office.cases().drafts().empty());
    }
    SUBCASE("have the id that the desk made")
    {
        draft.id = "../etc";
        CHECK(office.cases().saveDraft(office.clerk, draft).refusal().code == Code::noSuchDraft);
    }
}

TEST_CASE("CaseDesk pictures")
{
    auto office = CaseOffice{};

    SUBCASE("are kept under their hash, once")
    {
        const auto first = office.cases().keepPhoto(office.clerk, exampleJpeg()).value();
        CHECK(first.width == 358);
        CHECK(first.height == 441);
        CHECK(first.image.mediaType == "image/jpeg");
        CHECK(first == office.cases().keepPhoto(office.clerk, exampleJpeg()).value());
        office.restart();
        CHECK(office.cases().attachment(first.image) == exampleJpeg());
    }
    SUBCASE("are refused when they are no JPEG, truncated, huge or of another size")
    {
        const auto code = [&](const Bytes& bytes) {
            return office.cases().keepPhoto(office.clerk, bytes).refusal().code;
        };
        auto truncated = exampleJpeg();
        truncated.resize(truncated.size() - 2);
        CHECK(code(examplePng()) == Code::photoNotJpeg);
        CHECK(code(truncated) == Code::photoTruncated);
        CHECK(code(exampleJpeg(20'000, 20'000)) == Code::photoTooManyPixels);
        CHECK(code(exampleJpeg(359, 441)) == Code::photoWrongSize);
    }
    SUBCASE("take only a whole PNG as a signature")
    {
        const auto refused = [&](const Bytes& bytes) {
            const auto kept = office.cases().keepSignature(office.clerk, bytes);
            REQUIRE_FALSE(kept);
            return kept.refusal();
        };
        const auto malformed = Refusal{Code::malformed, "confirmation.signature", {}};
        for (std::size_t length = 0; length < examplePng().size(); ++length) {
            auto truncated = examplePng();
            truncated.resize(length);
            CHECK(refused(truncated) == malformed);
        }
        auto trailed = examplePng();
        trailed.push_back(std::byte{1});
        CHECK(refused(trailed) == malformed);
        CHECK(refused(exampleJpeg()) == malformed);
        CHECK(refused(examplePng(20'000, 200)) == malformed);
        CHECK(refused(examplePng(0, 200)) == malformed);
        CHECK(refused(Bytes(1024 * 1024 + 1)).code == Code::fileTooLarge);
        CHECK(office.cases().keepSignature(office.clerk, examplePng()));
    }
}
