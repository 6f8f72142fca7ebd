#pragma once

#include "forms/citizen_view.h"
#include "services/cases/draft.h"
#include "services/payments/cash_desk.h"
#include "services/people/people.h"
#include "services/rules/permissions.h"

#include <wx/string.h>

#include <optional>
#include <string>

namespace guitai
{

/// What a page may ask of the frame around it.
class Shell
{
public:
    virtual ~Shell() = default;

    virtual const Actor& actor() const = 0; ///< who is signed in
    virtual const User& user() const = 0;
    virtual const std::optional<Shift>& shift() const = 0;

    virtual void goHome() = 0;
    virtual void goSearch() = 0;
    virtual void startCase() = 0;                   ///< a new draft, opened on the case page
    virtual void openDraft(const Draft& draft) = 0; ///< on the case page
    /// On the case page at payment or voucher when that is what the case waits for and the actor
    /// may, else on the record page with its history.
    virtual void openCase(const std::string& acceptanceNumber) = 0;
    virtual void openRecord(const std::string& acceptanceNumber) = 0;
    virtual void openShift() = 0;
    virtual void goDrawer() = 0; ///< count, close, move cash, reports
    virtual void goReconciliation() = 0;
    virtual void openBill(GatewayChannel channel, Date day) = 0;
    virtual void goApprovals() = 0; ///< what waits for a supervisor
    virtual void goExercises() {}   ///< of the training mode
    virtual void goMoney() = 0;     ///< what of the citizens' money is not settled
    /// One payment with its refunds; `orderNumber` empty: that which settled the case.
    virtual void openPayment(const std::string& acceptanceNumber,
                             const std::string& orderNumber) = 0;

    virtual void showSaved(Instant at) = 0; ///< "saved 10:42:07" in the status line
    virtual void refreshCounts() = 0;       ///< today's cases, what waits
    /// A sentence at the top of the window that stays until the next one; never a modal box.
    enum class Tone { information, warning, error };
    virtual void notify(Tone tone, const wxString& sentence) = 0;
    virtual void clearNotice() = 0;

    /// On the second screen, until the next call.
    virtual void showCitizen(const CitizenView& view) = 0;

    /// Asks for a second person's sign-in (supervisor) in a dialog, without ending the clerk's
    /// session; none when cancelled or refused (the dialog says why). `why` is shown.
    virtual std::optional<Actor> askSupervisor(const wxString& why) = 0;
    /// The same where the matter may also be sent to the supervisor's queue. Without one it cannot.
    struct SupervisorAnswer {
        std::optional<Actor> supervisor;
        bool send = false;
    };
    virtual SupervisorAnswer askSupervisorOrSend(const wxString& why)
    {
        return {askSupervisor(why)};
    }
    /// The same for any second person who may do `operation`: a witness, the next clerk.
    virtual std::optional<Actor>
    askSecondPerson(const wxString& title, const wxString& why, Operation operation) = 0;
};

} // namespace guitai
