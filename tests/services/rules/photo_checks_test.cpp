#include "services/rules/photo_checks.h"

#include <doctest/doctest.h>

using namespace guitai;

TEST_CASE("photoScore")
{
    SUBCASE("is best in the middle and just passes at both ends")
    {
        const auto limit = PhotoLimit{193, 221};
        CHECK(photoScore(207, limit) == 100);
        CHECK(photoScore(193, limit) == photoPassMark);
        CHECK(photoScore(221, limit) == photoPassMark);
        CHECK(photoScore(200, limit) == 80);
    }
    SUBCASE("fails one step outside, and the further the lower")
    {
        const auto limit = PhotoLimit{193, 221};
        CHECK(photoScore(192, limit) < photoPassMark);
        CHECK(photoScore(222, limit) < photoPassMark);
        CHECK(photoScore(230, limit) < photoScore(222, limit));
        CHECK(photoScore(1000, limit) == 0);
        CHECK(photoScore(-1000, limit) == 0);
    }
    SUBCASE("rises from an open end's limit to its best")
    {
        const auto least = PhotoLimit{100, {}};
        CHECK(photoScore(99, least) < photoPassMark);
        CHECK(photoScore(100, least) == photoPassMark);
        CHECK(photoScore(100'000, least) == 100);
        const auto most = PhotoLimit{{}, 30};
        CHECK(photoScore(0, most) == 100);
        CHECK(photoScore(30, most) == photoPassMark);
        CHECK(photoScore(31, most) < photoPassMark);
    }
    SUBCASE("knows one right value only where both ends are the same")
    {
        const auto one = PhotoLimit{1, 1};
        CHECK(photoScore(1, one) == 100);
        CHECK(photoScore(0, one) < photoPassMark);
        CHECK(photoScore(2, one) < photoPassMark);
        CHECK(photoScore(1, PhotoLimit{{}, 0}) < photoPassMark);
    }
}

TEST_CASE("judgePhoto")
{
    auto limits = PhotoLimits{};
    limits.fill({0, 10});
    SUBCASE("judges each measure, in order")
    {
        const auto area = PhotoArea{1, 2, 3, 4};
        const auto checks = judgePhoto(
            {{PhotoCheckKind::hairTop, 5, area}, {PhotoCheckKind::border, 11, {}}}, limits);
        REQUIRE(checks.size() == 2);
        CHECK(checks[0].measured.kind == PhotoCheckKind::hairTop);
        CHECK(checks[0].measured.area == area);
        CHECK(checks[0].verdict == PhotoVerdict::passed);
        CHECK(checks[0].score == 100);
        CHECK(checks[1].verdict == PhotoVerdict::failed);
        CHECK(checks[1].score < photoPassMark);
    }
    SUBCASE("only doubts that a photo was taken of a photo")
    {
        const auto checks = judgePhoto({{PhotoCheckKind::rephotographed, 20, {}}}, limits);
        CHECK(checks.front().verdict == PhotoVerdict::doubtful);
    }
}

TEST_CASE("names of photo checks are read back")
{
    for (std::size_t i = 0; i < photoCheckKinds; ++i) {
        const auto kind = static_cast<PhotoCheckKind>(i);
        CHECK(fromName<PhotoCheckKind>(nameOf(kind)) == kind);
    }
    CHECK_FALSE(fromName<PhotoCheckKind>("smile"));
}
