#include "services/devices/reader/reader_address.h"

#include <doctest/doctest.h>

namespace guitai::reader_address_test
{

TEST_CASE("readerAddressFrom")
{
    CHECK(readerAddressFrom("/dev/ttyUSB0") == ReaderAddress{.device = "/dev/ttyUSB0"});
    CHECK(readerAddressFrom("tcp://192.0.2.7:4001") ==
          ReaderAddress{.host = "192.0.2.7", .port = 4001});
    for (const auto* wrong : {"",
                              "ttyUSB0",
                              "tcp://",
                              "tcp://192.0.2.7",
                              "tcp://192.0.2.7:0",
                              "tcp://192.0.2.7:70000",
                              "tcp://192.0.2.7:40x",
                              "tcp://reader:4001"}) {
        CAPTURE(wrong);
        CHECK_FALSE(readerAddressFrom(wrong));
    }
}

} // namespace guitai::reader_address_test
