#pragma once

#include "forms/frame/user_names.h"
#include "forms/money/money_actions.h"
#include "forms/page.h"

#include <optional>

class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;

namespace guitai
{

class ActionButton;
class FactList;
class Note;
class NoteField;
class RequestStanding;
class SidePanel;

/// One payment: what is known of it, how its refunds stand, and giving it back by the way it came,
/// whole or in part, with a reason and a second person.
class RefundPage final : public Page
{
public:
    RefundPage(wxWindow* parent, Workstation& workstation, Shell& shell);

    /// Says which payment the next enter() shows; `orderNumber` empty: that which settled the case.
    void open(const std::string& acceptanceNumber, const std::string& orderNumber);
    void enter() override;
    bool takeKey(int keyCode) override;

    const std::optional<MoneyFile>& shown() const { return m_file; }
    wxString told() const;
    NoteField* amount() const { return m_amount; }
    NoteField* reason() const { return m_reason; }
    void refund();
    void accept();
    void handOver();
    void goOn(); ///< with what was approved
    void askProvider();

private:
    /// What the store says, fetched in one job.
    struct Content {
        std::optional<MoneyFile> file;
        UserNames names;
        std::optional<RequestView> request; ///< to a supervisor, about this money
    };
    void showRequest(const std::optional<RequestView>& request);
    wxWindow* buildFacts();
    wxWindow* buildSide();
    void load();
    void show(const Content& content);
    void showHistory();
    void showChoices();
    std::optional<MoneyActions::Subject> subject() const;
    /// What was typed; the fields say what is wrong with it.
    std::optional<Money> typedMoney();
    std::optional<std::string> typedReason();
    void complain(const wxString& why);

    Workstation& m_workstation;
    Shell& m_shell;
    MoneyActions m_acts;
    std::string m_number;
    std::string m_order;
    std::optional<MoneyFile> m_file;
    UserNames m_names;
    RequestStanding* m_request = nullptr;
    ActionButton* m_goOn = nullptr;
    wxScrolledWindow* m_left = nullptr;
    wxStaticText* m_name = nullptr;
    Note* m_state = nullptr;
    FactList* m_facts = nullptr;
    wxPanel* m_history = nullptr;
    SidePanel* m_side = nullptr;
    wxPanel* m_form = nullptr;
    NoteField* m_amount = nullptr;
    NoteField* m_reason = nullptr;
    ActionButton* m_refund = nullptr;
    ActionButton* m_accept = nullptr;
    ActionButton* m_askNow = nullptr;
    ActionButton* m_handOver = nullptr;
};

} // namespace guitai
