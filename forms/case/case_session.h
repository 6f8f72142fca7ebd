#pragma once

#include "forms/shell.h"
#include "forms/wording/words.h"
#include "forms/workstation.h"
#include "services/cases/checklist.h"

#include <wx/image.h>
#include <wx/timer.h>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace guitai
{

/// The one case that the steps edit: a draft until it is confirmed, the confirmed case afterwards.
/// Every change is judged by the rules at once and saved within 300 ms; what only the journal
/// knows (an open case of the same person, a character that no font draws) follows.
class CaseSession
{
public:
    CaseSession(Workstation& station, Shell& shell);

    /// Called after every change of the draft, the case or what is missing.
    void onChange(std::function<void()> changed) { m_changed = std::move(changed); }

    void open(const Draft& draft);
    void open(const Case& confirmed);
    /// Nothing is edited any more: parked, discarded.
    void close();
    bool isOpen() const { return m_confirmed.has_value() || !m_draft.id.empty(); }

    /// Nothing was entered yet, and so nothing was stored.
    bool isPristine() const;

    Workstation& station() const { return m_station; }
    Shell& shell() const { return m_shell; }
    Date today() const;

    const Draft& draft() const { return m_draft; }
    const Derived& derived() const { return m_derived; }
    const std::vector<ChecklistItem>& items() const { return m_items; }
    /// Items that stop the case; warnings are left out.
    std::vector<ChecklistItem> openItems() const;
    /// The wrong entry or the warning at a field, worst first; what is only missing is not told.
    std::optional<ChecklistItem> problemAt(const std::string& path) const;
    const std::optional<Case>& confirmed() const { return m_confirmed; }
    bool printed() const { return m_printed; }
    /// The photo's picture; not ok while there is none or it is on its way.
    const wxImage& picture() const { return m_picture; }
    /// The portrait of the applicant's chip, to compare with the person; not ok without a decoder.
    const wxImage& portrait() const { return m_portrait; }

    /// Changes the draft. A change after the signature takes the signature away: it stood under
    /// other entries.
    void edit(const std::function<void(Draft&)>& change);
    /// The case after confirming, a decision, a payment.
    void adopt(const Case& confirmed);
    void markPrinted();
    /// Writes the draft now when something changed; also when the page is left.
    void save();

    /// Another one each time that a case is opened.
    int visit() const { return m_generation; }

    /// Runs `work` in the background and hands its value to `done`, unless another case was opened
    /// meanwhile. An outage is told in the window, and `failed` tidies up.
    template <class Work, class Done, class Failed>
    void run(Work work, Done done, Failed failed);

private:
    using DeskItems = std::vector<ChecklistItem>;
    struct Saved {
        Result<Done> answer;
        DeskItems items;
    };
    void reset();
    std::string stationArea() const; ///< GB/T 2260 code of the district the window is in
    void judge();
    /// Keeps what the rules do not find by themselves: they are asked anew at every change.
    void takeDeskItems(const Draft& judged, const DeskItems& items);
    void tell();
    void scheduleSave(int milliseconds);
    void finishSave(const Draft& saved, std::future<Saved> outcome);
    void loadPicture();
    void loadPortrait();
    void report(const ServiceFailure& failure);

    Workstation& m_station;
    Shell& m_shell;
    std::function<void()> m_changed;
    Draft m_draft;
    Derived m_derived;
    std::vector<ChecklistItem> m_items;
    DeskItems m_deskItems; ///< what the rules alone do not find
    std::optional<Case> m_confirmed;
    wxImage m_picture;
    std::string m_pictureOf; ///< SHA-256 of the photo that m_picture shows or will show
    wxImage m_portrait;
    std::string m_portraitOf; ///< the same of the chip's portrait
    wxTimer m_saveTimer;
    bool m_dirty = false;
    bool m_printed = false;
    int m_generation = 0;
    Lifetime m_lifetime;
};

/// Whether something is on its way for the open case. It ends with the case: what comes back later
/// is told to nobody.
class UnderWay
{
public:
    explicit UnderWay(const CaseSession& session) : m_session(session) {}

    void begin() { m_visit = m_session.visit(); }
    void end() { m_visit.reset(); }
    explicit operator bool() const { return m_visit == m_session.visit(); }

private:
    const CaseSession& m_session;
    std::optional<int> m_visit;
};

template <class Work, class Done, class Failed>
void CaseSession::run(Work work, Done done, Failed failed)
{
    m_station.background.run(
        m_lifetime,
        std::move(work),
        [this, generation = m_generation, done = std::move(done), failed = std::move(failed)](
            auto outcome) mutable {
            const auto current = generation == m_generation;
            try {
                auto value = outcome.get();
                if (current)
                    done(std::move(value));
            } catch (const ServiceFailure& failure) {
                report(failure);
                if (current)
                    failed();
            }
        });
}

} // namespace guitai
