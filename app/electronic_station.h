#pragma once

#include "app/practice_gateway/practice_gateways.h"
#include "forms/bill_download.h"
#include "forms/electronic_payment.h"
#include "forms/frame/worker_thread.h"
#include "forms/workstation.h"
#include "services/assets.h"
#include "services/cases/case_desk.h"
#include "services/payments/payment_channels.h"
#include "services/payments/payment_runner.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>

namespace guitai
{

/// The journal's thread, as the payment driver reaches it: the window's one worker.
class WorkerJournal final : public JournalThread
{
public:
    explicit WorkerJournal(Background& background) : m_background(background) {}
    void post(std::function<void()> work) override;

private:
    Background& m_background;
    Lifetime m_lifetime;
};

/// The providers that the window talks to: a station's own by its payment.json, or the simulator in
/// training. Made off the UI thread: the simulator makes its keys at the first start.
class ElectronicChannels
{
public:
    struct Parts {
        std::filesystem::path dataFolder;
        const Clock& clock;
        RandomSource& random;
        Log& log;
    };
    /// No value: no channel is set up, or none can be used; the log says why.
    static std::unique_ptr<ElectronicChannels> ofStation(const Parts& parts);
    /// Throws ServiceFailure when the simulator cannot be started.
    static std::unique_ptr<ElectronicChannels> ofPractice(const Parts& parts);

    std::map<GatewayChannel, PaymentGateway*> gateways() const;
    /// The same providers over connections of their own, for another thread: bills.
    std::map<GatewayChannel, PaymentGateway*> billGateways() const { return m_bills->gateways(); }
    PracticePhone* practicePhone() const; ///< in training only
    /// Ends every wait for a provider; what was asked is asked anew at the next start.
    void stop() { m_stop.request_stop(); }

private:
    std::stop_source m_stop;
    std::unique_ptr<PaymentChannels> m_channels;
    std::unique_ptr<PracticeGateways> m_practice;
    std::unique_ptr<PaymentChannels> m_bills;
};

/// Electronic payment of a running window: policy, desk and driver over the channels. Made and
/// ended on the UI thread; the parts that belong to the journal's thread are reached there only.
class ElectronicStation
{
public:
    struct Parts {
        const CaseDesk::Parts& desk;
        const Assets& assets;
        Workstation& workstation;
        Log& log;
    };
    /// Throws AssetError for a wrong payments.json of the assets.
    ElectronicStation(std::unique_ptr<ElectronicChannels> channels, const Parts& parts);
    /// Ends the driver on the journal's thread; call before that thread ends.
    ~ElectronicStation();
    ElectronicStation(const ElectronicStation&) = delete;
    ElectronicStation& operator=(const ElectronicStation&) = delete;

    ElectronicPayment& payment() { return m_payment; }
    BillDownload& bills() { return m_bills; }

private:
    struct Running; ///< what belongs to the journal's thread

    std::unique_ptr<ElectronicChannels> m_channels;
    Background& m_background;
    std::shared_ptr<Running> m_running;
    ElectronicPayment m_payment;
    WorkerThread m_network; ///< ends before the channels
    BillDownload m_bills;
    Lifetime m_lifetime;
};

/// Names this machine without telling which it is; empty when the machine has no id.
std::string machineName();

} // namespace guitai
