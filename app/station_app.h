#pragma once

#include "app/electronic_station.h"
#include "app/station/log_file.h"
#include "app/station/settings.h"
#include "app/station_devices.h"
#include "forms/workstation.h"
#include "services/cases/voucher.h"
#include "services/journal/journal_files.h"
#include "services/random_source.h"

#include <wx/app.h>

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

namespace guitai
{

class MainFrame;
class PracticeRun;
class WorkerThread;

/// What the command line says.
struct StationOptions {
    std::filesystem::path data; ///< empty: the usual folder
    std::filesystem::path assets;
    std::string language; ///< empty: of the settings
    bool training = false;
    std::filesystem::path practice; ///< empty: no case is played
    bool exitWhenReady = false;
};

/// The window's program: makes every service, hands them to the frame, owns them.
class StationApp final : public wxApp
{
public:
    static constexpr int outage = 3; ///< exit code when the window could not be opened

    explicit StationApp(StationOptions options);
    ~StationApp() override;

    bool OnInit() override;
    int OnRun() override;
    int OnExit() override;
    bool OnExceptionInMainLoop() override;

private:
    struct Services;

    DevicePlace devicePlace() const;
    bool start();
    OpenJournal openData();
    /// Offers to move a damaged database aside and to restore a backup; none: gave up.
    std::optional<OpenJournal> mend();
    bool putInPlace(const std::filesystem::path& backup);
    void showFrame();
    void beginPractice();
    void endWhenReady();
    /// Joins the window when the providers can be reached: nobody waits for their keys.
    void removeOldTemplates();
    void connectPayment();
    void paymentConnected(std::unique_ptr<ElectronicChannels> channels);
    bool explain(const wxString& sentence); ///< false, for the caller to return

    StationOptions m_options;
    // Made while the toolkit starts.
    std::future<std::unique_ptr<VoucherPrinter>> m_printer;
    std::future<RuleBook> m_rules;
    SystemClock m_clock;
    SystemRandom m_random;
    PasswordHasher m_hasher;
    Settings m_settings;
    JournalPlace m_place;
    bool m_training = false;
    int m_exitCode = 0;
    std::unique_ptr<LogFile> m_log;
    std::unique_ptr<Services> m_services;
    Lifetime m_lifetime;
    std::unique_ptr<WorkerThread> m_worker;          // dies before the services: its jobs use them
    MainFrame* m_frame = nullptr;                    // wx deletes it
    std::unique_ptr<ElectronicStation> m_electronic; // dies before the worker
    std::future<void> m_connecting;
    std::unique_ptr<PracticeRun> m_practice;
};

} // namespace guitai
