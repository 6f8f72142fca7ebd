#pragma once

#include "app/console/answer.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/clock.h"
#include "services/journal/journal_files.h"
#include "services/payments/cash_desk.h"
#include "services/people/people.h"
#include "services/random_source.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace guitai::console
{

/// The services on one data folder, each made when it is first asked for: a list of users needs
/// no fonts.
class Station
{
public:
    /// Opens the journal; throws ServiceFailure. `place` must be initialised. Files in `assets`
    /// replace the built-in rules of the same names.
    Station(const JournalPlace& place, std::filesystem::path assets);
    ~Station();
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    const JournalPlace& place() const { return m_place; }
    const WindowIdentity& identity() const { return m_open.identity; }
    Journal& journal() { return *m_open.journal; }
    const RuleBook& rules();
    People& people();
    VoucherPrinter& printer();
    CaseDesk& cases();
    CashDesk& cash();
    /// Its papers go to `output`, which outlives it.
    VoucherDesk vouchers(PaperOutput& output);
    StationTime time() const { return {}; }
    const CaseDesk::Parts& parts();

private:
    JournalPlace m_place;
    std::filesystem::path m_assets;
    SystemClock m_clock;
    SystemRandom m_random;
    OpenJournal m_open;
    PasswordHasher m_hasher;
    std::optional<RuleBook> m_rules;
    std::unique_ptr<VoucherPrinter> m_printer;
    std::optional<CaseDesk::Parts> m_parts;
    std::optional<People> m_people;
    std::optional<CaseDesk> m_cases;
    std::optional<CashDesk> m_cash;
};

/// The station's day, for what is judged before a folder is opened.
Date todayAtStation();

/// Acts in the name of the machine account that runs the console. That account owns the data
/// folder (0700), so whoever may run this may administer it; the journal names it, "os:root". A
/// colon cannot stand in a user's name, so no user can be mistaken for it.
Actor machineAccount();
/// Journals in the name of machineAccount() what the console does; `members` is a JSON object.
void record(Journal& journal,
            EventKind kind,
            const std::string& subject,
            nlohmann::json members = nlohmann::json::object());

} // namespace guitai::console
