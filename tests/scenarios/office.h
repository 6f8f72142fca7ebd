#pragma once

#include "app/electronic_station.h"
#include "app/practice_fingers/practice_scanner.h"
#include "app/practice_reader/practice_reader.h"
#include "forms/case/electronic_part.h"
#include "forms/case/step_state.h"
#include "forms/finger_station.h"
#include "forms/frame/card_watch.h"
#include "forms/frame/worker_thread.h"
#include "services/devices/camera/camera_process.h"
#include "services/devices/photo/photo_program.h"
#include "services/practice/outcome.h"
#include "tests/forms/frame/frame_window.h"
#include "tests/support/gateway_simulator.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// The whole window with what stands around it for one scenario: emulated scanner, camera and
/// providers, a printer that can jam, a journal of its own. What touches the window is called on
/// the UI thread.
class ScenarioOffice
{
public:
    explicit ScenarioOffice(const Scenario& scenario);
    ~ScenarioOffice();
    ScenarioOffice(const ScenarioOffice&) = delete;
    ScenarioOffice& operator=(const ScenarioOffice&) = delete;

    /// The program is gone without a word and starts again on what it left.
    void restart();

    // the window
    bool isBusy() const;
    MainFrame::View view() const { return m_window->view(); }
    std::optional<Step> step() const; ///< none: no case is open
    std::string notice() const;
    wxWindow& frame() { return *m_window->frame; }
    bool cameraShows() const;
    const std::optional<PaymentView>* payment() const; ///< null: no electronic part is shown
    bool cashIsFree() const;
    /// Whether the list of unsettled money shows one sum, for this reason.
    bool isWatched(MoneyMatter why) const;
    bool isRefundDone() const; ///< as the page of the payment says

    // around it
    /// On the reader, in place of the card that lies there.
    void layDown(const MadeUpPerson& person, const std::optional<int>& endsInDays);
    Date today() const { return m_today; }
    std::filesystem::path photoFile() const { return m_files / "photo.jpg"; }
    std::filesystem::path brokenPhotoFile() const { return m_files / "broken.jpg"; }
    void jamPrinter(bool jammed) { m_window->tray.jammed = jammed; }
    GatewaySimulator& providers() { return *m_providers; }
    /// Time passes for window and providers, and the driver looks for what is due.
    void pass(std::chrono::seconds time);

    // what came of it; nothing may be under way
    ScenarioOutcome outcome();
    Money drawer(); ///< beyond the float
    std::vector<Bytes> papers() const;
    /// What the providers' own books hold, captured less refunded.
    Money heldByProviders();

    static constexpr auto password = FrameWindow::password;

private:
    void open();
    void close();
    void layHands() const;

    const Scenario& m_scenario;
    TestWindow m_world;
    SystemClock m_realTime; ///< the reader is lifted and laid on in it
    Date m_today{};
    TemporaryFolder m_files;
    NoLog m_log;
    SeededRandom m_random;
    std::vector<Bytes> m_papersBefore; ///< a restart
    std::unique_ptr<GatewaySimulator> m_providers;
    std::unique_ptr<PhotoProgram> m_photos;
    std::unique_ptr<CameraProcess> m_camera;
    std::unique_ptr<PracticeScanner> m_scanner;
    std::unique_ptr<PracticeReader> m_reader;
    std::unique_ptr<WorkerThread> m_fingerThread;
    std::unique_ptr<FingerStation> m_fingers;
    std::unique_ptr<FrameWindow> m_window;
    std::unique_ptr<CardWatch> m_watch;
    std::unique_ptr<ElectronicStation> m_electronic;
};

} // namespace guitai
