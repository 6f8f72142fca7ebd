#pragma once

#include "forms/shell.h"
#include "forms/widgets/note.h"
#include "forms/workstation.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

class wxStaticText;

namespace guitai
{

class ActionButton;
class DifferencePanel;
class ListTable;
class WrappedText;

/// The sheet of one day and channel: sums, differences, the one in view with
/// what to do next, and the sheet as paper, PDF and CSV.
class DaySheetPanel final : public Card
{
public:
    /// `changed` after a difference was assigned or settled.
    DaySheetPanel(wxWindow* parent,
                  Workstation& workstation,
                  Shell& shell,
                  std::function<void()> changed);

    /// No comparison: that day was not compared yet.
    void show(GatewayChannel channel, Date day, std::optional<DayComparison> comparison);
    void setPeople(const std::vector<User>& people);
    void focusList();
    void print();
    void exportCsv(const std::filesystem::path& file);
    void exportPdf(const std::filesystem::path& file);

    const std::optional<DayComparison>& comparison() const { return m_comparison; }
    ListTable& differences() const { return *m_differences; }

private:
    wxSizer* buildTop();
    wxSizer* buildDifferences();
    wxWindow* buildDetail();
    void showDifferences();
    void showDifference(std::size_t index);
    wxString stateOf(const WorkItem* item) const;
    wxString sums() const;
    wxString account() const;
    void saveAs(const wxString& ending,
                const std::function<void(const std::filesystem::path&)>& write);
    void write(const std::filesystem::path& file, std::function<Result<std::string>()> content);
    void setBusy(const wxString& why);

    Workstation& m_workstation;
    Shell& m_shell;
    std::function<void()> m_changed;
    Lifetime m_lifetime;
    std::optional<DayComparison> m_comparison;
    std::string m_difference; ///< id of the one in view
    wxStaticText* m_title = nullptr;
    WrappedText* m_sums = nullptr;
    Note* m_balance = nullptr;
    ListTable* m_differences = nullptr;
    DifferencePanel* m_detail = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_csv = nullptr;
    ActionButton* m_pdf = nullptr;
};

} // namespace guitai
