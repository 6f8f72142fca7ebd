#include "services/devices/reader/card_reader.h"

#include "services/devices/reader/appended_address.h"
#include "services/enum_names.h"
#include "services/failure.h"

#include <algorithm>

namespace guitai
{

namespace
{

/// Whether the answer is that status with that much data, and so can belong to the question.
bool answers(const std::optional<ReaderAnswer>& answer, ReaderStatus status, std::size_t size)
{
    return answer && readerStatusOf(answer->status) == status && answer->data.size() == size;
}

/// A refusal carries no data.
bool refuses(const std::optional<ReaderAnswer>& answer, ReaderStatus status)
{
    return answers(answer, status, 0);
}

constexpr EnumNames<ReaderState, 7> stateNames{{
    {ReaderState::unplugged, "unplugged"},
    {ReaderState::silent, "silent"},
    {ReaderState::moduleFault, "moduleFault"},
    {ReaderState::waiting, "waiting"},
    {ReaderState::liftCard, "liftCard"},
    {ReaderState::unreadable, "unreadable"},
    {ReaderState::read, "read"},
}};
static_assert(isComplete(stateNames, ReaderState::read));

} // namespace

std::string_view nameOf(ReaderState state)
{
    return nameIn(stateNames, state);
}

template <>
std::optional<ReaderState> fromName<ReaderState>(std::string_view name)
{
    return valueIn(stateNames, name);
}

CardReader::CardReader(OpenReaderLine open,
                       const Clock& clock,
                       StationTime time,
                       ReaderTimeouts timeouts)
    : m_open(std::move(open)), m_clock(clock), m_time(time), m_timeouts(timeouts)
{
}

ReaderReport CardReader::poll()
{
    try {
        if (!m_line) {
            m_line = m_open();
            m_inStep = false;
            m_mustLift = false;
            m_readsAgain = false; // it may be another reader
            m_prints = WithPrints::yes;
        }
        return pollLine();
    } catch (const ServiceFailure& failure) {
        if (failure.kind() != ServiceFailure::Kind::device)
            throw;
        m_line.reset();
        return {.state = ReaderState::unplugged};
    }
}

ReaderReport CardReader::pollLine()
{
    if (!isInStep())
        return {.state = ReaderState::silent};
    const auto found = ask(ReaderCommand::findCard, m_timeouts.find);
    if (refuses(found, ReaderStatus::findFailed)) {
        m_mustLift = false;
        return {.state = ReaderState::waiting};
    }
    if (!answers(found, ReaderStatus::cardFound, 4))
        return refused(found);
    if (m_mustLift)
        return {.state = ReaderState::liftCard};
    return readFoundCard();
}

/// A card that was laid down crookedly is read at the second or third attempt.
ReaderReport CardReader::readFoundCard()
{
    constexpr int attempts = 3;
    const auto end = m_clock.sinceBoot() + m_timeouts.overall;
    auto report = attempt();
    for (int made = 1; made < attempts && report.state == ReaderState::unreadable &&
                       report.refusals.empty() && m_clock.sinceBoot() < end;
         ++made) {
        const auto found = ask(ReaderCommand::findCard, m_timeouts.find);
        if (refuses(found, ReaderStatus::findFailed))
            return {.state = ReaderState::waiting}; // lifted in mid-read
        report = answers(found, ReaderStatus::cardFound, 4) ? attempt() : refused(found);
    }
    // After a good read the module itself finds nothing until the card was lifted.
    m_mustLift = report.state == ReaderState::unreadable;
    return report;
}

ReaderReport CardReader::attempt()
{
    const auto selected = ask(ReaderCommand::selectCard, m_timeouts.find);
    if (!answers(selected, ReaderStatus::success, 8))
        return refused(selected);
    const auto blocks = readBlocks();
    if (!blocks || readerStatusOf(blocks->status) != ReaderStatus::success)
        return refused(blocks);
    const auto address = ask(ReaderCommand::readAppendedAddress, m_timeouts.address);
    const auto whole = answers(address, ReaderStatus::success, appendedAddressLength) ||
                       refuses(address, ReaderStatus::itemNotOnCard);
    return whole ? finished(*blocks, *address) : refused(address);
}

std::optional<ReaderAnswer> CardReader::readBlocks()
{
    if (m_prints == WithPrints::yes) {
        auto answer = ask(ReaderCommand::readTextPhotoAndPrints, m_timeouts.readWithPrints);
        if (!refuses(answer, ReaderStatus::badCommand))
            return answer;
        m_prints = WithPrints::no;
    }
    return ask(ReaderCommand::readTextAndPhoto, m_timeouts.read);
}

ReaderReport CardReader::finished(const ReaderAnswer& blocks, const ReaderAnswer& address)
{
    auto read = splitCardRead(blocks.data, m_prints);
    if (!read)
        return refused(std::nullopt);
    const auto today = m_time.dateOf(m_clock.now());
    auto card = decodeCardText(read->text, today);
    if (!card)
        return {.state = ReaderState::unreadable, .refusals = card.refusals()};
    auto reading = CardReading{.card = std::move(card.value()),
                               .photo = std::move(read->photo),
                               .prints = std::move(read->prints)};
    if (!address.data.empty()) {
        auto appended = decodeAppendedAddress(address.data);
        if (!appended)
            return {.state = ReaderState::unreadable, .refusals = appended.refusals()};
        reading.appendedAddress = std::move(appended.value());
    }
    const auto same = isSameAgain(blocks, address);
    if (!same)
        return refused(std::nullopt);
    reading.readTwice = *same;
    return {.state = ReaderState::read, .reading = std::move(reading)};
}

std::optional<bool> CardReader::isSameAgain(const ReaderAnswer& blocks, const ReaderAnswer& address)
{
    const auto again = readBlocks();
    const auto status = again ? readerStatusOf(again->status) : std::nullopt;
    if (!m_readsAgain && status && *status != ReaderStatus::success && again->data.empty())
        return false;
    if (again != blocks || ask(ReaderCommand::readAppendedAddress, m_timeouts.address) != address)
        return std::nullopt;
    m_readsAgain = true;
    return true;
}

/// What an answer that is not the hoped-for one means. One that cannot belong to the question puts
/// the line out of step.
ReaderReport CardReader::refused(const std::optional<ReaderAnswer>& answer)
{
    const auto status = answer ? readerStatusOf(answer->status) : std::nullopt;
    if (!status || !answer->data.empty() || meaningOf(*status) == StatusMeaning::good) {
        m_inStep = false;
        return {.state = ReaderState::silent};
    }
    const auto atFault = meaningOf(*status) == StatusMeaning::module ? ReaderState::moduleFault
                                                                     : ReaderState::unreadable;
    return {.state = atFault, .status = status};
}

/// Whether answers belong to questions; asks for the module's status where that is open.
bool CardReader::isInStep()
{
    if (m_inStep)
        return true;
    m_parser.reset();
    m_line->send(encodeCommand(ReaderCommand::status));
    const auto end = m_clock.sinceBoot() + m_timeouts.status;
    while (!m_inStep && m_clock.sinceBoot() < end) {
        const auto answer = answerWithin(end - m_clock.sinceBoot());
        m_inStep = refuses(answer, ReaderStatus::success);
    }
    return m_inStep;
}

std::optional<ReaderAnswer> CardReader::ask(ReaderCommand command, std::chrono::milliseconds limit)
{
    if (!isInStep())
        return std::nullopt;
    m_parser.reset();
    m_line->receive(std::chrono::milliseconds{0}); // what came unasked answers nothing
    m_line->send(encodeCommand(command));
    auto answer = answerWithin(limit);
    m_inStep = answer.has_value();
    return answer;
}

/// No value when the time is over or a frame came damaged.
std::optional<ReaderAnswer> CardReader::answerWithin(std::chrono::milliseconds limit)
{
    const auto end = m_clock.sinceBoot() + limit;
    for (;;) {
        if (auto found = m_parser.next()) {
            auto* answer = std::get_if<ReaderAnswer>(&*found);
            return answer ? std::optional{std::move(*answer)} : std::nullopt;
        }
        const auto left = end - m_clock.sinceBoot();
        if (left <= std::chrono::milliseconds{0})
            return std::nullopt;
        m_parser.feed(m_line->receive(left));
    }
}

} // namespace guitai
