#include "app/console/station.h"

#include "app/station/settings.h"
#include "printing/voucher_printer.h"
#include "services/assets.h"
#include "services/journal/payloads.h"

#include <pwd.h>
#include <unistd.h>

namespace guitai::console
{

Station::Station(const JournalPlace& place, std::filesystem::path assets)
    : m_place(place), m_assets(std::move(assets)), m_open(openJournal(place, m_clock))
{
}

Station::~Station() = default;

const RuleBook& Station::rules()
{
    if (!m_rules)
        m_rules = loadRuleBook(Assets{m_assets});
    return *m_rules;
}

People& Station::people()
{
    if (!m_people)
        m_people.emplace(journal(), m_hasher, m_clock);
    return *m_people;
}

VoucherPrinter& Station::printer()
{
    if (!m_printer)
        m_printer = makeVoucherPrinter();
    return *m_printer;
}

const CaseDesk::Parts& Station::parts()
{
    if (!m_parts)
        m_parts.emplace(
            CaseDesk::Parts{journal(), rules(), printer(), m_clock, m_random, identity(), time()});
    return *m_parts;
}

CaseDesk& Station::cases()
{
    if (!m_cases)
        m_cases.emplace(parts());
    return *m_cases;
}

CashDesk& Station::cash()
{
    if (!m_cash)
        m_cash.emplace(parts());
    return *m_cash;
}

VoucherDesk Station::vouchers(PaperOutput& output)
{
    return {parts(), printer(), output, loadSettings(m_place.folder).station};
}

Date todayAtStation()
{
    return StationTime{}.dateOf(SystemClock{}.now());
}

Actor machineAccount()
{
    const auto* account = getpwuid(geteuid());
    const auto name =
        "os:" + (account != nullptr ? std::string{account->pw_name} : std::to_string(geteuid()));
    return {.userId = name, .personId = name, .role = Role::administrator};
}

void record(Journal& journal, EventKind kind, const std::string& subject, nlohmann::json members)
{
    members["v"] = payloadVersion;
    journal.commit([&](JournalWriting& writing) {
        writing.append({.kind = kind,
                        .subject = subject,
                        .actor = machineAccount().userId,
                        .payload = members.dump()});
    });
}

} // namespace guitai::console
