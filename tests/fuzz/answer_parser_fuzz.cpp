// The bytes of a serial line, in whatever pieces: what the parser finds never depends on the
// pieces, and every answer it hands out stands in the stream as an intact frame.
#include "services/devices/reader/answer_parser.h"
#include "services/devices/reader/card_read.h"
#include "services/devices/reader/reader_command.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace guitai;

namespace
{

std::vector<AnswerParser::Found> foundIn(std::span<const std::byte> stream, std::size_t piece)
{
    auto parser = AnswerParser{};
    auto found = std::vector<AnswerParser::Found>{};
    while (!stream.empty()) {
        const auto size = std::min(piece, stream.size());
        parser.feed(stream.first(size));
        stream = stream.subspan(size);
        while (auto next = parser.next())
            found.push_back(std::move(*next));
        if (parser.pending() > AnswerParser::longestLength + readerPreamble.size() + 2)
            std::abort(); // keeps more than one frame
    }
    return found;
}

Bytes frameOf(const ReaderAnswer& answer)
{
    const auto length = answer.data.size() + AnswerParser::shortestLength;
    auto frame = Bytes{readerPreamble.begin(), readerPreamble.end()};
    frame.push_back(static_cast<std::byte>(length >> 8U));
    frame.push_back(static_cast<std::byte>(length & 0xFFU));
    frame.insert(frame.end(), {answer.cardStatus1, answer.cardStatus2, answer.status});
    frame.insert(frame.end(), answer.data.begin(), answer.data.end());
    frame.push_back(exclusiveOr(std::span{frame}.subspan(readerPreamble.size())));
    return frame;
}

void checkAnswer(std::span<const std::byte> stream, const ReaderAnswer& answer)
{
    const auto frame = frameOf(answer); // std::ranges::search does not compile with clang 14
    if (std::search(stream.begin(), stream.end(), frame.begin(), frame.end()) == stream.end())
        std::abort(); // an answer that nobody sent
    for (const auto prints : {WithPrints::no, WithPrints::yes})
        if (const auto read = splitCardRead(answer.data, prints))
            if (read->text.size() != 256 || read->photo.size() != 1024)
                std::abort();
    (void)moduleNumber(answer.data);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto stream = std::as_bytes(std::span{bytes, size});
    const auto whole = foundIn(stream, std::max<std::size_t>(size, 1));
    if (whole != foundIn(stream, 1) || whole != foundIn(stream, 7))
        std::abort(); // fragments make a difference
    for (const auto& one : whole)
        if (const auto* answer = std::get_if<ReaderAnswer>(&one))
            checkAnswer(stream, *answer);
    return 0;
}
