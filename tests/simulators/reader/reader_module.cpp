#include "tests/simulators/reader/reader_module.h"

#include <algorithm>
#include <utility>

namespace guitai::simulator
{

namespace
{

const auto preamble = ChipBytes{0xAA, 0xAA, 0xAA, 0x96, 0x69};

ChipBytes answer(std::uint8_t status, const ChipBytes& data = {})
{
    const auto length = data.size() + 4;
    auto frame = preamble;
    frame.push_back(static_cast<std::uint8_t>(length >> 8U));
    frame.push_back(static_cast<std::uint8_t>(length & 0xFFU));
    frame.insert(frame.end(), {0, 0, status});
    frame.insert(frame.end(), data.begin(), data.end());
    auto sum = std::uint8_t{0};
    for (auto i = preamble.size(); i < frame.size(); ++i)
        sum = static_cast<std::uint8_t>(sum ^ frame[i]);
    frame.push_back(sum);
    return frame;
}

void append(ChipBytes& bytes, const ChipBytes& more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void appendLength(ChipBytes& bytes, std::size_t length)
{
    append(bytes,
           {static_cast<std::uint8_t>(length >> 8U), static_cast<std::uint8_t>(length & 0xFFU)});
}

} // namespace

void ReaderModule::putDown(EmulatedCard card)
{
    m_card = std::move(card);
    m_state = CardState::idle;
}

void ReaderModule::lift()
{
    m_card.reset();
    m_swap.reset();
    m_state = CardState::idle;
}

void ReaderModule::plugIn()
{
    m_pending.clear();
    m_state = CardState::idle;
}

void ReaderModule::swapAfter(int after, EmulatedCard card)
{
    m_swap = std::move(card);
    m_answersToSwap = after;
}

std::optional<ChipBytes> ReaderModule::take(std::uint8_t byte)
{
    m_pending.push_back(byte);
    const auto checked = std::min(m_pending.size(), preamble.size());
    if (!std::equal(
            m_pending.begin(), m_pending.begin() + static_cast<long>(checked), preamble.begin())) {
        m_pending.erase(m_pending.begin());
        return std::nullopt;
    }
    if (m_pending.size() < 7)
        return std::nullopt;
    const auto length = std::size_t{m_pending[5]} << 8U | m_pending[6];
    if (length >= 3 && length <= 16 && m_pending.size() < 7 + length)
        return std::nullopt;
    const auto frame = std::exchange(m_pending, {});
    auto answered = answerTo(frame);
    if (m_swap && m_answersToSwap-- == 0)
        putDown(*std::exchange(m_swap, std::nullopt));
    return answered;
}

ChipBytes ReaderModule::answerTo(const ChipBytes& frame)
{
    if (frame.size() < 10)
        return answer(0x11);
    auto sum = std::uint8_t{0};
    for (auto i = preamble.size(); i < frame.size(); ++i)
        sum = static_cast<std::uint8_t>(sum ^ frame[i]);
    if (sum != 0)
        return answer(0x10);
    return answerToCommand(unsigned{frame[7]} << 8U | frame[8]);
}

ChipBytes ReaderModule::answerToCommand(unsigned command)
{
    switch (command) {
    case 0x10FF:
        m_state = CardState::idle;
        return answer(0x90);
    case 0x11FF:
    case 0x6000:
    case 0x61FF:
        return answer(0x90);
    case 0x12FF:
        return answer(0x90,
                      {5, 0, 1, 0, 0xFA, 0x17, 0x34, 1, 0x87, 0xD6, 0x12, 0, 0x4E, 0x61, 0xBC, 0});
    case 0x2001:
        return found();
    case 0x2002:
        return selected();
    case 0x3001:
        return content(false);
    case 0x3010:
        return m_kind == Kind::withoutPrints ? answer(0x21) : content(true);
    case 0x3003:
        return address();
    default:
        return answer(0x21);
    }
}

ChipBytes ReaderModule::found()
{
    if (m_kind == Kind::unlicensed)
        return answer(0x66);
    if (!m_card || m_state == CardState::read)
        return answer(0x80);
    m_state = CardState::found;
    return answer(0x9F, ChipBytes(4, 0));
}

ChipBytes ReaderModule::selected()
{
    if (!m_card || m_state != CardState::found)
        return answer(0x81);
    m_state = CardState::selected;
    return answer(0x90, ChipBytes(8, 0));
}

ChipBytes ReaderModule::content(bool withPrints)
{
    const auto again = m_state == CardState::read && m_kind != Kind::readsOnce;
    if (!m_card || (m_state != CardState::selected && !again))
        return answer(0x41);
    if (m_failingReads > 0) {
        --m_failingReads;
        m_state = CardState::idle;
        return answer(0x41);
    }
    m_state = CardState::read;
    auto data = ChipBytes{};
    appendLength(data, m_card->text.size());
    appendLength(data, m_card->photo.size());
    if (withPrints)
        appendLength(data, m_card->prints.size());
    append(data, m_card->text);
    append(data, m_card->photo);
    if (withPrints)
        append(data, m_card->prints);
    return answer(0x90, data);
}

ChipBytes ReaderModule::address()
{
    if (!m_card || m_state != CardState::read)
        return answer(0x41);
    return m_card->appendedAddress ? answer(0x90, *m_card->appendedAddress) : answer(0x91);
}

} // namespace guitai::simulator
