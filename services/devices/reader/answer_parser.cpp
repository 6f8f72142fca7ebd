#include "services/devices/reader/answer_parser.h"

#include "services/devices/reader/reader_command.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto answerStart = readerPreamble.size() + 2; ///< preamble and length

std::size_t answerLengthIn(std::span<const std::byte> frame)
{
    const auto high = std::to_integer<std::size_t>(frame[readerPreamble.size()]);
    const auto low = std::to_integer<std::size_t>(frame[readerPreamble.size() + 1]);
    return high << 8U | low;
}

/// `content` runs from the first status byte to the checksum.
ReaderAnswer answerFrom(std::span<const std::byte> content)
{
    const auto data = content.subspan(3, content.size() - AnswerParser::shortestLength);
    return {content[0], content[1], content[2], Bytes{data.begin(), data.end()}};
}

} // namespace

void AnswerParser::feed(std::span<const std::byte> bytes)
{
    m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
    skipToPreamble();
}

std::optional<AnswerParser::Found> AnswerParser::next()
{
    if (m_pending.size() < answerStart)
        return std::nullopt;
    const auto length = answerLengthIn(m_pending);
    if (length < shortestLength || length > longestLength) {
        giveUpFrame();
        return FrameFault::length;
    }
    if (m_pending.size() < answerStart + length)
        return std::nullopt;
    const auto frame = std::span{m_pending}.first(answerStart + length);
    if (exclusiveOr(frame.subspan(readerPreamble.size())) != std::byte{0}) {
        giveUpFrame();
        return FrameFault::checksum;
    }
    auto answer = answerFrom(frame.subspan(answerStart));
    m_pending.erase(m_pending.begin(), m_pending.begin() + std::ssize(frame));
    skipToPreamble();
    return answer;
}

/// Keeps an incomplete preamble at the end.
void AnswerParser::skipToPreamble()
{
    auto start = m_pending.begin();
    for (; start != m_pending.end(); ++start) {
        const auto rest = std::min(m_pending.end() - start, std::ssize(readerPreamble));
        if (std::equal(start, start + rest, readerPreamble.begin()))
            break;
    }
    m_pending.erase(m_pending.begin(), start);
}

void AnswerParser::giveUpFrame()
{
    m_pending.erase(m_pending.begin());
    skipToPreamble();
}

} // namespace guitai
