#pragma once

#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/payments/bills/bill_fetch.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxChoice;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class DaySheetPanel;
class ListTable;
class Note;

/// The bill of a day and channel beside the window's own records. Shows,
/// assigns and settles; the ledger never changes from here.
class ReconciliationPage final : public Page
{
public:
    ReconciliationPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    void enter() override;
    bool takeKey(int keyCode) override;

    void open(GatewayChannel channel, Date day);
    /// F8
    void fetch();
    void import(const std::filesystem::path& file);

    DaySheetPanel& sheet() const { return *m_sheet; }
    ListTable& openDays() const { return *m_days; }

private:
    void build();
    wxSizer* buildChoice();
    void loadDays();
    void showDays(const std::vector<ComparedDay>& days);
    void load();
    /// None, and the focus on the field, when it holds no day.
    std::optional<Date> day();
    GatewayChannel channel() const;
    void fetched(GatewayChannel channel, Date day, const FetchedBills& bills);
    void imported(GatewayChannel channel, Date day, const BillFile& file, bool isOfFunds);
    using Comparing = std::function<Result<DayComparison>(ReconciliationDesk&, const Actor&)>;
    void compare(Comparing work);
    void compared(const Result<DayComparison>& comparison);
    void chooseFile();
    void say(const wxString& sentence);
    void setBusy(const wxString& why);

    Workstation& m_workstation;
    Shell& m_shell;
    wxTextCtrl* m_day = nullptr;
    wxChoice* m_channel = nullptr;
    ActionButton* m_fetch = nullptr;
    ActionButton* m_import = nullptr;
    Note* m_note = nullptr;
    ListTable* m_days = nullptr;
    DaySheetPanel* m_sheet = nullptr;
};

} // namespace guitai
