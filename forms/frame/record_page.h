#pragma once

#include "forms/frame/user_names.h"
#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/approvals/request_desk.h"

#include <wx/timer.h>

#include <vector>

class wxScrolledWindow;
class wxStaticBitmap;
class wxStaticText;

namespace guitai
{

class ActionButton;
class FactList;
class ListTable;
class PagesView;
class RecordActions;

/// A case as it stands: its facts, its history, what may be done with it and why not.
class RecordPage final : public Page
{
public:
    RecordPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    /// Says which case the next enter() shows.
    void open(const std::string& acceptanceNumber);
    void enter() override;
    void leave() override;
    bool takeKey(int keyCode) override;
    /// Says whose card it is in this case, as when a card is collected.
    bool takeCard(const CardReading& reading) override;

    const std::optional<Case>& shown() const { return m_case; }
    RecordActions& actions() const { return *m_actions; }
    const FactList& facts() const { return *m_facts; }
    /// Shows the whole citizen number for ten seconds, once the journal knows who looked.
    void reveal();
    void conceal();
    /// Shows the pages of the copies, once the journal knows who looks.
    void showCopies();
    PagesView& pages() const { return *m_pages; }

private:
    struct Content {
        Result<Case> loaded;
        std::vector<PaperRow> papers;
        std::optional<Bytes> photo;
        UserNames names;
        std::vector<RequestView> requests; ///< to a supervisor, about this case
    };
    void build();
    wxWindow* buildPerson();
    wxSizer* buildMiddle();
    void load();
    void show(const Content& content);
    void showPhoto(const std::optional<Bytes>& jpeg);
    void showFacts();
    void showHistory();
    void uncover();

    Workstation& m_workstation;
    Shell& m_shell;
    std::string m_number;
    std::optional<Case> m_case;
    UserNames m_names;
    bool m_revealed = false;
    wxTimer m_timer;
    wxScrolledWindow* m_person = nullptr;
    wxStaticBitmap* m_photo = nullptr;
    wxStaticText* m_name = nullptr;
    wxStaticText* m_state = nullptr;
    wxStaticText* m_title = nullptr;
    ActionButton* m_reveal = nullptr;
    ActionButton* m_copies = nullptr;
    PagesView* m_pages = nullptr;
    FactList* m_facts = nullptr;
    ListTable* m_history = nullptr;
    RecordActions* m_actions = nullptr;
};

} // namespace guitai
