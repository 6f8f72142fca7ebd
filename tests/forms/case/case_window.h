#pragma once

#include "forms/case/case_flow_page.h"
#include "forms/case/case_side.h"
#include "forms/case/step_page.h"
#include "forms/case/step_rail.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/cash_desk.h"
#include "services/devices/camera/camera_process.h"
#include "services/devices/photo/photo_program.h"
#include "services/payments/money_desk.h"
#include "services/people/password_hasher.h"
#include "tests/support/plain_reports.h"
#include "tests/support/test_window.h"

#include <wx/frame.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guitai
{

/// What the case page asked of the frame around it.
class RecordingShell final : public Shell
{
public:
    const Actor& actor() const override { return clerk; }
    const User& user() const override { return clerkUser; }
    const std::optional<Shift>& shift() const override { return openShiftNow; }
    void goHome() override { ++homes; }
    void goSearch() override {}
    void startCase() override { ++starts; }
    void openDraft(const Draft&) override {}
    void openCase(const std::string&) override {}
    void openRecord(const std::string& number) override { records.push_back(number); }
    void openShift() override { ++shiftsAskedFor; }
    void goDrawer() override {}
    void goReconciliation() override {}
    void openBill(GatewayChannel, Date) override {}
    void goApprovals() override {}
    void goMoney() override {}
    void openPayment(const std::string&, const std::string&) override {}
    void showSaved(Instant) override { ++saves; }
    void refreshCounts() override {}
    void notify(Tone tone, const wxString& sentence) override
    {
        notices.push_back(sentence);
        lastTone = tone;
    }
    void clearNotice() override {}
    void showCitizen(const CitizenView& view) override { citizen = view; }
    std::optional<Actor> askSupervisor(const wxString& why) override
    {
        asked.push_back(why);
        return supervisor;
    }

    std::optional<Actor> askSecondPerson(const wxString&, const wxString& why, Operation) override
    {
        return askSupervisor(why);
    }

    Actor clerk{"zhang", "zhang", Role::clerk};
    User clerkUser{"zhang", "zhang", "张敏", Role::clerk, false, 0};
    std::optional<Actor> supervisor = Actor{"wang", "wang", Role::supervisor};
    std::optional<Shift> openShiftNow;
    int homes = 0, starts = 0, saves = 0, shiftsAskedFor = 0;
    std::vector<std::string> records;
    std::vector<wxString> notices, asked;
    Tone lastTone = Tone::information;
    CitizenView citizen;
};

/// Papers end here instead of at a printer.
class KeptPapers final : public PaperOutput
{
public:
    void put(const Bytes& pdf, const std::string&) override;
    std::string name() const override { return "test"; }

    std::vector<Bytes> papers;
    bool broken = false;
};

/// The case page in a window of its own, over the real services and a journal in a temporary
/// folder.
class CaseWindow
{
public:
    explicit CaseWindow(
        std::unique_ptr<Background> background = std::make_unique<InlineBackground>());
    ~CaseWindow();

    /// Before the payment step was seen: the window takes WeChat Pay and Alipay, too.
    void connect(ElectronicPayment& payment) { m_station->electronic = &payment; }
    PaymentFeed& feed() { return m_station->feed; }
    Workstation& station() { return *m_station; }
    CaseDesk::Parts parts();
    /// A new draft, brought to the front.
    void start();
    /// What a user of the page sees and does.
    StepPage& step();
    CaseSide& side();
    StepRail& rail();
    Step currentStep();
    wxWindow* field(const std::string& path); ///< of the step in front
    void type(const std::string& path, const std::string& text);
    template <class Value>
    void choose(const std::string& path, Value value);
    void tick(const std::string& path);
    void take(const std::string& path, std::size_t option); ///< of an OptionList
    void press(int key, int modifiers = 0);
    void click(wxWindow* button);
    void sign();
    std::string focusedPath();
    /// Lets GTK and wx handle what waits.
    static void settle(int milliseconds = 0);
    /// A JPEG of this size with a face that passes every check at 358 x 441.
    std::filesystem::path photoFile(int width = 358, int height = 441);

    Photo keptPhoto();
    AttachmentRef keptSignature();

    TestWindow window;
    RuleBook rules;
    std::unique_ptr<VoucherPrinter> printer;
    KeptPapers output;
    RecordingShell shell;
    std::unique_ptr<CaseDesk> cases;
    std::unique_ptr<CashDesk> cash;
    std::unique_ptr<MoneyDesk> money;
    std::unique_ptr<VoucherDesk> vouchers;
    PlainReports reportPrinter;
    std::unique_ptr<ReportDesk> reports;
    std::unique_ptr<ReconciliationDesk> reconciliation;
    PhotoProgram photos;
    std::filesystem::path cameraFile; ///< of the picture that stands for a person
    std::unique_ptr<CameraProcess> camera;
    CaseFlowPage* page = nullptr;
    wxFrame* frame = nullptr;

private:
    TemporaryFolder m_files;
    std::unique_ptr<Background> m_background;
    NoLog m_log;
    PasswordHasher m_hasher;
    People m_people;
    std::unique_ptr<Workstation> m_station;
};

template <class Value>
void CaseWindow::choose(const std::string& path, Value value)
{
    auto* choice = dynamic_cast<ValueChoice<Value>*>(field(path));
    if (!choice)
        throw std::runtime_error("no choice at " + path);
    choice->setValue(value);
    auto event = wxCommandEvent(wxEVT_CHOICE, choice->GetId());
    event.SetEventObject(choice);
    choice->HandleWindowEvent(event);
    settle();
}

} // namespace guitai
