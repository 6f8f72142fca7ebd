#pragma once

#include "forms/background.h"
#include "forms/frame/received.h"
#include "forms/frame/session.h"
#include "forms/shell.h"
#include "forms/workstation.h"

#include <wx/panel.h>

#include <optional>
#include <utility>

class wxBoxSizer;

namespace guitai
{

/// What a person may see of the own drawer. What it ought to hold is there after the count only:
/// a page that does not have the figure cannot show it.
struct DrawerFacts {
    struct Counted {
        Money total;
        Money expected;
        std::size_t times = 0;

        Money difference() const { return total - expected; }
        bool operator==(const Counted&) const = default;
    };

    std::string shift; ///< id
    Instant openedAt{};
    Money openingFloat;
    std::size_t slips = 0;
    std::optional<Counted> counted = {};

    bool operator==(const DrawerFacts&) const = default;
};
DrawerFacts factsOf(const Shift& shift);

/// The page around the panels.
class DrawerHost
{
public:
    virtual ~DrawerHost() = default;

    virtual const std::optional<DrawerFacts>& drawer() const = 0; ///< none: no shift is open
    /// After the drawer's book changed.
    virtual void drawerChanged(const std::optional<DrawerFacts>& facts) = 0;
    /// Brings the list of papers to the front with this one in view, ready to be printed.
    virtual void showPaper(const PaperChoice& choice) = 0;
};

/// One thing that can be done with a drawer. Panels are made once and shown many times.
class DrawerPanel : public wxPanel
{
public:
    struct Around {
        Workstation& station;
        Shell& shell;
        Session& session;
        DrawerHost& host;
    };
    DrawerPanel(wxWindow* parent, const Around& around);

    /// Comes to the front, empty; the focus goes to its first field.
    virtual void begin() = 0;

protected:
    Workstation& station() const { return m_around.station; }
    Shell& shell() const { return m_around.shell; }
    Session& session() const { return m_around.session; }
    DrawerHost& host() const { return m_around.host; }
    wxBoxSizer* column() const { return m_column; }
    void heading(const wxString& title, const wxString& hint);

    /// `work` on the journal's thread, then `done` with its value; an outage is told by the frame.
    template <class Work, class Done>
    void run(Work work, Done done)
    {
        station().background.run(
            m_lifetime, std::move(work), [this, done = std::move(done)](auto answer) {
                auto value = received(answer, shell(), station().log);
                if (value)
                    done(*value);
                else
                    failed();
            });
    }
    /// The world failed: what was disabled meanwhile is enabled again.
    virtual void failed() {}

private:
    Around m_around;
    Lifetime m_lifetime;
    wxBoxSizer* m_column;
};

} // namespace guitai
