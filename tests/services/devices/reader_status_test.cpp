#include "services/devices/reader/reader_status.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace guitai::reader_status_test
{

TEST_CASE("readerStatusOf knows the codes of the interface and no other")
{
    constexpr auto codes = std::array{0x90, 0x9F, 0x91, 0x10, 0x11, 0x21, 0x23, 0x24, 0x31, 0x32,
                                      0x33, 0x37, 0x3F, 0x40, 0x41, 0x47, 0x60, 0x66, 0x80, 0x81};
    auto known = std::size_t{0};
    for (int code = 0; code < 256; ++code) {
        const auto status = readerStatusOf(static_cast<std::byte>(code));
        const auto listed = std::ranges::find(codes, code) != codes.end();
        CHECK(status.has_value() == listed);
        if (!status)
            continue;
        ++known;
        CHECK(static_cast<int>(*status) == code);
        CHECK_FALSE(nameOf(*status).empty());
        CHECK_NOTHROW(meaningOf(*status));
    }
    CHECK(known == codes.size());
    CHECK_THROWS_AS(nameOf(static_cast<ReaderStatus>(0)), std::logic_error);
    CHECK_THROWS_AS(meaningOf(static_cast<ReaderStatus>(0)), std::logic_error);
}

TEST_CASE("meaningOf tells whom a status concerns")
{
    CHECK(meaningOf(ReaderStatus::success) == StatusMeaning::good);
    CHECK(meaningOf(ReaderStatus::cardFound) == StatusMeaning::good);
    CHECK(meaningOf(ReaderStatus::findFailed) == StatusMeaning::absent);
    CHECK(meaningOf(ReaderStatus::itemNotOnCard) == StatusMeaning::absent);
    CHECK(meaningOf(ReaderStatus::checksumError) == StatusMeaning::line);
    CHECK(meaningOf(ReaderStatus::badCommand) == StatusMeaning::request);
    CHECK(meaningOf(ReaderStatus::moduleRefusedCard) == StatusMeaning::forged);
    CHECK(meaningOf(ReaderStatus::readFailed) == StatusMeaning::card);
    CHECK(meaningOf(ReaderStatus::moduleNotAuthorised) == StatusMeaning::module);
    CHECK(nameOf(ReaderStatus::moduleNotAuthorised) == "moduleNotAuthorised");
}

} // namespace guitai::reader_status_test
