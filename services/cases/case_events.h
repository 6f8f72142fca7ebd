#pragma once

#include "services/cases/case.h"
#include "services/journal/index_rows.h"
#include "services/journal/journal.h"
#include "services/journal/payloads.h"
#include "services/payments/shift.h"
#include "services/rules/permissions.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// Only the .cpp files of cases and payments include this header: JSON stays inside them.

std::string chargeIdOf(std::string_view acceptanceNumber);
std::string subjectOfCase(std::string_view acceptanceNumber);
std::string subjectOfCharge(std::string_view acceptanceNumber);
std::string subjectOfShift(std::string_view shiftId);

/// Adds the version and writes the members in canonical form: sorted, without blanks.
NewEvent newEvent(EventKind kind, std::string subject, const Actor& actor, nlohmann::json members);

/// The members of an event; another version or type throws ServiceFailure(damaged) with the
/// event's place and the member's name, never its value.
class Payload
{
public:
    explicit Payload(const Event& event);

    std::string text(const char* name) const;
    std::int64_t number(const char* name) const;
    Money money(const char* name) const { return Money::fen(number(name)); }
    bool flag(const char* name) const;
    Date date(const char* name) const;
    bool has(const char* name) const { return m_members.contains(name); }
    const nlohmann::json& member(const char* name) const;
    /// The value of a wire name, as `from` reads it.
    template <class From>
    auto named(const char* name, From from) const
    {
        const auto value = from(text(name));
        if (!value)
            damaged(name);
        return *value;
    }

    [[noreturn]] void damaged(const std::string& what) const;

private:
    std::string m_place;
    nlohmann::json m_members;
};

/// What `caseConfirmed` carries beyond the event's own members.
nlohmann::json confirmationJson(const Case& confirmed, int serial);
/// The case that `caseConfirmed` begins.
Case confirmedCase(const Event& event);
nlohmann::json feeLinesJson(const std::vector<FeeLine>& lines);
std::vector<FeeLine> feeLinesFrom(const Payload& payload);

/// The receipt of a case's only charge.
std::string receiptNumberOf(std::string_view acceptanceNumber);

/// Id of the actor's open shift; empty when there is none.
std::string openShiftIdOf(Journal& journal, const std::string& userId);

/// `cashMoved` under "shift/ID" {charge, amount_fen, kind}, in the transaction that moves the
/// money, so that a shift folds from its own events. An exempt charge moves 0 fen and is counted;
/// cash that was collected says what was tendered.
NewEvent cashMovement(const Actor& actor,
                      const std::string& shift,
                      const std::string& chargeId,
                      Money amount,
                      CashMovement movement,
                      std::optional<Money> tendered = {});

/// Settles a charge of zero yuan with its ground and accepts the case. The count of the shift, when
/// one is open, grows.
void appendExemption(JournalWriting& writing,
                     const Case& subject,
                     const Actor& actor,
                     const std::string& shift);

/// Loads by folding; no value means that there is no such case.
std::optional<Case> loadCase(Journal& journal, const std::string& acceptanceNumber);

/// The papers of a case, oldest first: the fold of its history.
std::vector<PaperRow> papersIn(const Case& subject);
/// Whether a sheet left the machine, or may have.
bool wasPrinted(const Case& subject);
/// Whether money was taken for it that did not go back.
bool isPaid(const Case& subject);

} // namespace guitai
