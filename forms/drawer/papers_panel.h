#pragma once

#include "forms/drawer/drawer_panel.h"

#include <wx/image.h>

#include <string>
#include <vector>

class wxStaticText;

namespace guitai
{

class ActionButton;
class AskLine;
class ListTable;
class Note;
class SheetView;

/// The papers of the window's drawers: reports of open and closed shifts, of the day, slips. One is
/// looked at and printed.
class PapersPanel final : public DrawerPanel
{
public:
    PapersPanel(wxWindow* parent, const Around& around);
    void begin() override;
    /// Loads the list, then brings this paper into view.
    void begin(const PaperChoice& choice);
    /// F9
    void print();

    const std::optional<PaperChoice>& chosen() const { return m_chosen; }
    std::size_t pageCount() const { return m_pages.size(); }
    ListTable& list() const { return *m_list; }

private:
    struct Entry {
        PaperChoice choice;
        wxString what, whose, when, state;
        std::string shift;      ///< id; empty for a day
        std::string unresolved; ///< id of a paper of which nobody knows whether it came out
    };
    wxSizer* buildSheet();
    void load(const std::optional<PaperChoice>& choice);
    void show(const std::vector<ListedShift>& shifts, const std::optional<PaperChoice>& choice);
    void addDays();
    void addShift(const ListedShift& shift);
    void fillPapers(Entry& entry, const ListedShift& shift) const;
    void choose(const PaperChoice& choice);
    void showPages(const std::vector<RgbImage>& pages);
    void turn(int by);
    void print(const Actor& actor, const std::string& reason);
    void refused(const Refusal& refusal, const std::string& reason);
    void resolve(bool cameOut);
    void say(const wxString& sentence);
    const Entry* entry() const;
    void failed() override;

    std::vector<Entry> m_entries;
    std::optional<PaperChoice> m_chosen;
    std::vector<wxImage> m_pages;
    std::size_t m_page = 0;
    ListTable* m_list = nullptr;
    SheetView* m_sheet = nullptr;
    wxStaticText* m_pageWords = nullptr;
    Note* m_note = nullptr;
    AskLine* m_ask = nullptr;
    ActionButton* m_print = nullptr;
    ActionButton* m_cameOut = nullptr;
    ActionButton* m_didNot = nullptr;
};

} // namespace guitai
