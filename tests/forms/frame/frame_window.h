#pragma once

#include "forms/frame/main_frame.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/cash_desk.h"
#include "services/payments/money_desk.h"
#include "services/people/password_hasher.h"
#include "tests/support/plain_reports.h"
#include "tests/support/test_window.h"

#include <memory>
#include <string>
#include <vector>

namespace guitai
{

/// Makes a paper that says it is one; every character can be drawn.
class PlainPrinter final : public VoucherPrinter
{
public:
    std::optional<char32_t> firstMissing(std::string_view) const override { return {}; }
    Result<RenderedPaper> render(const Voucher& voucher) override;
    RgbImage preview(const Bytes&, double) override { return {1, 1, Bytes(3)}; }
};

/// Papers end here instead of at a printer. A jammed one takes none; in a power cut nobody learns
/// what became of the paper.
class PaperTray final : public PaperOutput
{
public:
    void put(const Bytes& pdf, const std::string&) override;
    std::string name() const override { return "tray"; }

    std::vector<Bytes> papers;
    bool jammed = false;
    bool powerCut = false;
};

/// The whole window over the real services and a journal in a temporary folder, with two clerks
/// ("zhang", "li"), a supervisor ("wang") and an administrator ("zhao"). Work runs at once, if not
/// told otherwise.
class FrameWindow
{
public:
    enum class Staff { made, none };
    explicit FrameWindow(Staff staff = Staff::made);
    /// As the program makes it: work goes where `background` says, the sheets are really drawn, and
    /// the journal tells of attempts.
    explicit FrameWindow(std::unique_ptr<Background> background);
    /// The same on a journal that outlives it; the staff is made where there is none.
    FrameWindow(std::unique_ptr<Background> background,
                std::unique_ptr<VoucherPrinter> printer,
                TestWindow& world);
    ~FrameWindow();

    static constexpr auto password = "a-long-password";

    // what a person at the window does
    void signIn(const std::string& id, const std::string& with = password);
    /// Signed in with an open shift and an empty drawer.
    void work(const std::string& id);
    void type(const wxString& name, const std::string& text);
    void enter(const wxString& name); ///< the Enter key in a field
    void click(const wxString& label);
    void press(int keyCode) { frame->press(keyCode); }
    void doNothing(); ///< what waits for a pause happens

    // what a person sees
    wxWindow* find(const wxString& name) const; ///< by what a screen reader says; visible ones
    wxString valueOf(const wxString& name) const;
    bool shows(const wxString& text) const; ///< somewhere on the page in front
    MainFrame::View view() const { return frame->view(); }

    // what happened before
    Actor actor(const std::string& id) const;
    /// Confirms a draft with a photo and a signature; throws when the checklist is against it.
    Case confirmed(const std::string& clerk, Draft draft);
    Draft keepPictures(const std::string& clerk, Draft draft);
    /// With two pages of the guardian's card; the second lies on its side and was turned.
    Draft withCopies(const std::string& clerk, Draft draft);
    CaseDesk::Parts parts();

private:
    std::unique_ptr<TestWindow> m_own;

public:
    TestWindow& window;
    std::vector<ShiftAttempt> attempts; ///< what the desk finds when it closes a shift
    RuleBook rules;
    std::unique_ptr<VoucherPrinter> printer;
    PaperTray tray;
    PasswordHasher hasher;
    People people;
    std::unique_ptr<CaseDesk> cases;
    std::unique_ptr<CashDesk> cash;
    std::unique_ptr<MoneyDesk> money;
    std::unique_ptr<VoucherDesk> vouchers;
    PlainReports reportPrinter;
    std::unique_ptr<ReportDesk> reports;
    std::unique_ptr<ReconciliationDesk> reconciliation;
    std::unique_ptr<RequestDesk> requests;
    std::unique_ptr<NoticeDesk> notices;
    CardStation cards; ///< nothing watches a reader, if the test does not
    std::unique_ptr<Workstation> station;
    MainFrame* frame = nullptr;

private:
    FrameWindow(TestWindow* world,
                Staff staff,
                std::unique_ptr<VoucherPrinter> printer,
                const AttemptsOfShift& attempts,
                std::unique_ptr<Background> background);
    void makePeople();

    NoLog m_log;
    std::unique_ptr<Background> m_background; ///< ends first: its jobs use all the rest
};

} // namespace guitai
