#include "services/devices/reader/answer_parser.h"

#include "tests/services/devices/chip_bytes.h"

#include <doctest/doctest.h>

namespace guitai::answer_parser_test
{

namespace
{

const auto found = bytesFromHex("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97");
const auto nobody = bytesFromHex("AA AA AA 96 69 00 04 00 00 80 84");

Bytes joined(std::initializer_list<Bytes> parts)
{
    auto all = Bytes{};
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// "9F+4" is an answer with that status and four bytes of data; faults by their names.
std::vector<std::string> drained(AnswerParser& parser)
{
    auto seen = std::vector<std::string>{};
    while (const auto next = parser.next()) {
        if (const auto* answer = std::get_if<ReaderAnswer>(&*next))
            seen.push_back(toHex(std::array{answer->status}) + "+" +
                           std::to_string(answer->data.size()));
        else
            seen.push_back(std::get<FrameFault>(*next) == FrameFault::length ? "length"
                                                                             : "checksum");
    }
    return seen;
}

std::vector<std::string> parsedFrom(const Bytes& bytes)
{
    auto parser = AnswerParser{};
    parser.feed(bytes);
    return drained(parser);
}

using Seen = std::vector<std::string>;

} // namespace

TEST_CASE("AnswerParser reads the answers of working readers")
{
    CHECK(parsedFrom(found) == Seen{"9f+4"});
    CHECK(parsedFrom(nobody) == Seen{"80+0"});
    CHECK(parsedFrom(bytesFromHex("AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C")) ==
          Seen{"90+8"});
    auto parser = AnswerParser{};
    parser.feed(bytesFromHex("AA AA AA 96 69 00 05 01 02 90 41 D7"));
    CHECK(std::get<ReaderAnswer>(*parser.next()) ==
          ReaderAnswer{std::byte{1}, std::byte{2}, std::byte{0x90}, Bytes{std::byte{0x41}}});
}

TEST_CASE("AnswerParser takes the stream as it comes")
{
    const auto stream = joined({found, nobody, found});
    SUBCASE("byte by byte")
    {
        auto parser = AnswerParser{};
        auto seen = Seen{};
        for (const auto byte : stream) {
            parser.feed(std::array{byte});
            for (auto& one : drained(parser))
                seen.push_back(one);
        }
        CHECK(seen == Seen{"9f+4", "80+0", "9f+4"});
        CHECK(parser.pending() == 0);
    }
    SUBCASE("cut in two at every place")
    {
        for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
            auto parser = AnswerParser{};
            parser.feed(std::span{stream}.first(cut));
            auto seen = drained(parser);
            parser.feed(std::span{stream}.subspan(cut));
            for (auto& one : drained(parser))
                seen.push_back(one);
            CHECK(seen == Seen{"9f+4", "80+0", "9f+4"});
        }
    }
    SUBCASE("the longest answer")
    {
        const auto data = Bytes(0x0906, std::byte{0xAA});
        CHECK(parsedFrom(answerFrame(std::byte{0x90}, data)) == Seen{"90+2310"});
    }
}

TEST_CASE("AnswerParser finds the next preamble")
{
    SUBCASE("after garbage that looks like its start")
    {
        CHECK(parsedFrom(joined({bytesFromHex("00 AA AA 96 69 AA AA"), found})) == Seen{"9f+4"});
        CHECK(parsedFrom(joined({bytesFromHex("AA"), found})) == Seen{"9f+4"});
    }
    SUBCASE("garbage is not kept, a possible start is")
    {
        auto parser = AnswerParser{};
        parser.feed(Bytes(100000, std::byte{0x55}));
        CHECK(parser.pending() == 0);
        parser.feed(bytesFromHex("01 AA AA AA 96"));
        CHECK(parser.pending() == 4);
        parser.reset();
        CHECK(parser.pending() == 0);
        CHECK_FALSE(parser.next());
    }
    SUBCASE("after a wrong checksum")
    {
        auto damaged = found;
        damaged.back() ^= std::byte{1};
        CHECK(parsedFrom(joined({damaged, nobody})) == Seen{"checksum", "80+0"});
    }
    SUBCASE("inside a frame whose tail was lost")
    {
        const auto start = Bytes{found.begin(), found.end() - 3};
        CHECK(parsedFrom(joined({start, nobody})) == Seen{"checksum", "80+0"});
    }
    SUBCASE("after an impossible length")
    {
        CHECK(parsedFrom(joined({bytesFromHex("AA AA AA 96 69 00 03 00 00 03"), found})) ==
              Seen{"length", "9f+4"});
        CHECK(parsedFrom(joined({bytesFromHex("AA AA AA 96 69 09 41"), found})) ==
              Seen{"length", "9f+4"});
        CHECK(parsedFrom(joined({bytesFromHex("AA AA AA 96 69 FF FF"), found})) ==
              Seen{"length", "9f+4"});
    }
    SUBCASE("a lost tail alone is waited for until the time-out")
    {
        auto parser = AnswerParser{};
        parser.feed(std::span{found}.first(9));
        CHECK_FALSE(parser.next());
        parser.reset();
        parser.feed(nobody);
        CHECK(drained(parser) == Seen{"80+0"});
    }
}

} // namespace guitai::answer_parser_test
