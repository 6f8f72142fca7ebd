#pragma once

#include "services/clock.h"
#include "services/devices/reader/answer_parser.h"
#include "services/devices/reader/card_read.h"
#include "services/devices/reader/card_text.h"
#include "services/devices/reader/reader_command.h"
#include "services/devices/reader/reader_line.h"
#include "services/devices/reader/reader_status.h"
#include "services/station_time.h"

#include <memory>
#include <optional>

namespace guitai
{

/// One card, read whole. All of it comes from the chip, and from one laying down of one card.
struct CardReading {
    CardText card = {};
    std::optional<ChipText> appendedAddress = {};
    Bytes photo = {};  ///< opaque without the licensed decoder
    Bytes prints = {}; ///< empty when the chip or the module has none
    /// Read again in the same laying down, and the same to the byte. A frame's checksum is one
    /// exclusive or: the same bit changed twice passes it. Modules that read a chip once only leave
    /// it at false; the clerk's eye then is the only second look.
    bool readTwice = false;
};

enum class ReaderState {
    unplugged,   ///< no reader; the next poll looks for it again
    silent,      ///< it does not answer, or not intelligibly; the next poll begins anew
    moduleFault, ///< its module is broken or not licensed
    waiting,     ///< for a card
    liftCard,    ///< the card was dealt with: it has to be lifted before another is read
    unreadable,  ///< this card could not be read or holds what cannot be
    read,
};

/// The enumerator's own spelling, for --json and logs.
std::string_view nameOf(ReaderState state);
template <>
std::optional<ReaderState> fromName<ReaderState>(std::string_view name);

struct ReaderReport {
    ReaderState state{};
    std::optional<CardReading> reading = {}; ///< with `read` only
    std::optional<ReaderStatus> status = {}; ///< what the reader said, where it said no
    Refusals refusals = {};                  ///< which fields of the chip are wrong
};

/// How long the module may take over an answer.
struct ReaderTimeouts {
    std::chrono::milliseconds find{100};
    std::chrono::milliseconds status{300};
    std::chrono::milliseconds address{1500};
    std::chrono::milliseconds read{2000};
    std::chrono::milliseconds readWithPrints{3000};
    std::chrono::milliseconds overall{5000}; ///< for one poll; no further attempt begins after it
};

/// Reads cards, one poll at a time, in the background: a poll blocks for up to `overall` and the
/// answer under way. Polled once a second it finds a reader that was plugged in again.
///
/// Answers do not say which question they belong to. After a time-out or a damaged frame nothing is
/// believed until the module has answered a question for its status: its answers come in order, so
/// whatever was late has come by then.
class CardReader
{
public:
    CardReader(OpenReaderLine open,
               const Clock& clock,
               StationTime time,
               ReaderTimeouts timeouts = {});

    ReaderReport poll();

private:
    ReaderReport pollLine();
    std::optional<ReaderAnswer> ask(ReaderCommand command, std::chrono::milliseconds limit);
    std::optional<ReaderAnswer> answerWithin(std::chrono::milliseconds limit);
    bool isInStep();
    ReaderReport refused(const std::optional<ReaderAnswer>& answer);
    ReaderReport readFoundCard();
    /// Select, read, appended address; nothing of a card that was lifted between them is kept.
    ReaderReport attempt();
    std::optional<ReaderAnswer> readBlocks();
    ReaderReport finished(const ReaderAnswer& blocks, const ReaderAnswer& address);
    /// Reads all once more. False: the module reads a chip once only; no value: it is not the same,
    /// the card was lifted, or the line failed.
    std::optional<bool> isSameAgain(const ReaderAnswer& blocks, const ReaderAnswer& address);

    OpenReaderLine m_open;
    const Clock& m_clock;
    StationTime m_time;
    ReaderTimeouts m_timeouts;
    std::unique_ptr<ReaderLine> m_line;
    AnswerParser m_parser;
    bool m_inStep = false;
    bool m_mustLift = false;
    bool m_readsAgain = false; ///< it did: from then on a refusal means that the card is gone
    WithPrints m_prints = WithPrints::yes; ///< no: the module is older than fingerprints
};

} // namespace guitai
