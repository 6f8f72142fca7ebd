#pragma once

#include "services/payments/payment_channels.h"
#include "services/payments/payment_desk.h"
#include "services/payments/payment_runner.h"
#include "tests/faults/observed_journal.h"
#include "tests/services/cases/case_office.h"
#include "tests/simulator/watched_gateway.h"
#include "tests/support/provider_control.h"

#include <functional>
#include <optional>

namespace guitai
{

/// Papers as files of a folder: what lies there came out.
class Tray final : public PaperOutput
{
public:
    Tray(std::filesystem::path folder, WatchedGateway::Watch watch)
        : m_folder(std::move(folder)), m_watch(std::move(watch))
    {
    }
    void put(const Bytes& pdf, const std::string& title) override;
    std::string name() const override { return "tray"; }
    std::size_t papers() const;

private:
    std::filesystem::path m_folder;
    WatchedGateway::Watch m_watch;
};

/// One run of a window's program as far as payment goes: its journal, its desks and the real
/// clients, before providers that live on. Its end is the program's end, however it comes: all else
/// is on disk and in the providers' books.
class PaymentWindow
{
public:
    struct Parts {
        JournalPlace place;
        std::filesystem::path outbox; ///< of printed papers
        SettableClock& clock;
        ProviderControl& providers;
        const PaymentSetup& setup;
        /// Called at each mark of each call; it may end the program. "print" is a call, too.
        WatchedGateway::Watch watch = {};
        std::string machine = "machine-1";
        PaymentPolicy policy = {};
    };
    /// Opens the data and sweeps.
    explicit PaymentWindow(Parts parts);

    PaymentDesk& desk() { return *m_desk; }
    Journal& journal() { return *m_journal; }
    CaseDesk& cases() { return *m_cases; }
    CashDesk& cash() { return *m_cash; }
    VoucherDesk& vouchers() { return *m_vouchers; }
    const Tray& tray() const { return m_tray; }
    Charge charge(const std::string& acceptanceNumber);

    /// Makes every call that is due, and those that their answers make due at once.
    void run();
    /// Time passes for both sides, and whatever gets due is called.
    void pass(std::chrono::seconds time);
    /// In small steps until `holds`; false: it did not within twenty minutes.
    bool passUntil(const std::function<bool()>& holds);
    /// The original, unless it came out before; first answers the clerk's question after a stop.
    void print(const std::string& acceptanceNumber);

    const Actor clerk{"hong", "p-hong", Role::clerk};
    const Actor supervisor{"luo", "p-luo", Role::supervisor};
    int outages = 0; ///< how often the store failed, for example for a clock that was set back

private:
    void mark(std::string_view call, CallStep step);
    void recorded();
    void tell();
    bool runOnce();

    Parts m_parts;
    SeededRandom m_random;
    NoLog m_log;
    FakePrinter m_printer;
    Tray m_tray;
    OpenJournal m_open;
    std::optional<ObservedJournal> m_journal;
    PaymentChannels m_channels;
    std::vector<std::unique_ptr<WatchedGateway>> m_watched;
    PaymentRunner::Gateways m_gateways;
    std::unique_ptr<PaymentDesk> m_desk;
    std::unique_ptr<CaseDesk> m_cases;
    std::unique_ptr<CashDesk> m_cash;
    std::unique_ptr<VoucherDesk> m_vouchers;
    std::string m_unrecorded; ///< the call whose answer is not durable yet
    std::vector<std::string> m_untold;
    int m_calls = 0;
};

/// A data folder with the people of CaseOffice, the clerk's open shift and confirmed cases of
/// 40 yuan each that wait for their money. Returns their numbers.
std::vector<std::string> makePaymentData(const std::filesystem::path& folder, int cases);

/// What the station says it holds electronically for the case.
Money heldElectronically(const Charge& charge);

} // namespace guitai
