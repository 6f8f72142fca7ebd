#pragma once

#include "forms/frame/idle_watch.h"
#include "forms/frame/key_map.h"
#include "forms/frame/session.h"
#include "forms/page.h"
#include "forms/reconciliation/bill_watch.h"
#include "forms/shell.h"
#include "forms/widgets/held_key.h"
#include "forms/workstation.h"

#include <wx/eventfilter.h>
#include <wx/frame.h>
#include <wx/timer.h>

#include <map>
#include <optional>

class wxDialog;
class wxSimplebook;

namespace guitai
{

class Band;
class BottomLine;
class CaseFlowPage;
class CitizenScreen;
class Note;

/// The window: band, notice, one page at a time, line of keys. Owns the session and the keys that
/// act everywhere.
class MainFrame final : public wxFrame, public Shell, public Session, private wxEventFilter
{
public:
    /// Pages are made when they are first shown, so that the sign-in page is there at once.
    enum class View {
        signIn,
        shift,
        home,
        search,
        record,
        caseFlow,
        drawer,
        reconciliation,
        approvals,
        exercises,
        money,
        payment,
        keys,
        lock
    };

    explicit MainFrame(Workstation& workstation);
    ~MainFrame() override;

    // Shell
    const Actor& actor() const override;
    const User& user() const override;
    const std::optional<Shift>& shift() const override;
    void goHome() override;
    void goSearch() override;
    void startCase() override;
    void openDraft(const Draft& draft) override;
    void openCase(const std::string& acceptanceNumber) override;
    void openRecord(const std::string& acceptanceNumber) override;
    void openShift() override;
    void goDrawer() override;
    void goReconciliation() override;
    void openBill(GatewayChannel channel, Date day) override;
    void goApprovals() override;
    void goExercises() override;
    void goMoney() override;
    void openPayment(const std::string& acceptanceNumber, const std::string& orderNumber) override;
    void showSaved(Instant at) override;
    void refreshCounts() override;
    void notify(Tone tone, const wxString& sentence) override;
    void clearNotice() override;
    void showCitizen(const CitizenView& view) override;
    std::optional<Actor> askSupervisor(const wxString& why) override;
    SupervisorAnswer askSupervisorOrSend(const wxString& why) override;
    std::optional<Actor>
    askSecondPerson(const wxString& title, const wxString& why, Operation operation) override;

    // Session
    void begin(const SignedIn& who) override;
    void shiftOpened(const Shift& shift) override;
    void shiftClosed() override;
    void showSelfTest(const std::vector<SelfTestLine>& lines) override;
    void lock() override;
    void unlock() override;
    void signOut() override;

    View view() const { return m_view; }
    /// Makes the page when it is not there yet.
    Page& page(View view);
    const BottomLine& bottomLine() const { return *m_bottom; }
    wxString notice() const;
    /// None until there is a second display or somebody asked for it.
    const CitizenScreen* citizenScreen() const { return m_citizen; }
    /// Locks when nobody touched the window for too long; the timer asks every few seconds.
    void checkIdle();
    /// A key that acts everywhere or on the page in front; false: nobody wants it.
    bool press(int keyCode);
    /// Saves what is half filled in; the last net calls it before the program ends.
    void saveOpenPage();

private:
    int FilterEvent(wxEvent& event) override;
    void build();
    Page* make(View view);
    void show(View view);
    void prepareNextPage();
    void showKeys();
    void keepFocus();
    void goBack();
    void onKey(wxKeyEvent& event);
    void toggleCitizenScreen();
    void makeCitizenScreen();
    void tellAlarms(const PaymentChange& change);
    void tellBill(const BillNews& news);
    void hearReader(const ReaderReport& report);
    void takeCard(const CardReading& reading);
    void useWaitingCard();
    void onClose(wxCloseEvent& event);
    bool isWorking() const; ///< signed in and not locked
    void openOnCasePage(const Case& opened);

    Workstation& m_workstation;
    Lifetime m_lifetime;
    IdleWatch m_idle;
    wxTimer m_timer;
    wxTimer m_preparing; ///< until every page that a clerk may want is made
    BillWatch m_bills;
    std::optional<SignedIn> m_who;
    View m_view = View::signIn;
    std::map<View, View> m_cameFrom; ///< where Esc leads; from any other view home
    View m_lockedView = View::home;
    wxWindow* m_lockedFocus = nullptr; ///< looked at only while its page lives
    HeldEnter m_heldEnter;
    bool m_noticeIsFresh = false;
    bool m_ending = false;
    std::map<View, Page*> m_pages;
    wxDialog* m_dialog = nullptr; ///< open while a supervisor is asked
    wxSimplebook* m_book = nullptr;
    Band* m_band = nullptr;
    Note* m_notice = nullptr;
    BottomLine* m_bottom = nullptr;
    CitizenScreen* m_citizen = nullptr;
    CitizenView m_citizenView;
    struct WaitingCard {
        CardReading reading;
        std::chrono::milliseconds at{}; ///< since the machine started
    };
    std::optional<WaitingCard> m_waitingCard; ///< for the case that begins next
};

} // namespace guitai
