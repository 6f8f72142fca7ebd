#pragma once

#include "services/assets.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/journal/journal_files.h"
#include "services/payments/cash_desk.h"
#include "services/people/people.h"
#include "tests/faults/observed_journal.h"
#include "tests/support/seeded_random.h"
#include "tests/support/settable_clock.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

/// The life of one window from its first start to the closed shift, with one whole case: drafts
/// field by field, photo, signature, confirmation, approval, cash, voucher, reprint. Each step goes
/// through the services that the window uses and is what a clerk is told is done. The same bytes
/// every time, so that what a disk holds can be compared with what it should.
class WindowLife
{
public:
    /// `afterWrite` is called when something became durable, with the journal.
    WindowLife(JournalPlace place, std::function<void(Journal&)> afterWrite);

    const std::vector<std::string>& steps() const { return m_names; }
    /// May throw ServiceFailure, and may then be called again: each step finds what it has done.
    void run(std::size_t step);
    Journal& journal() { return *m_observed; }

private:
    void addStep(std::string name, std::function<void()> act);
    void addPeopleSteps();
    void addDraftSteps();
    void addCaseSteps();

    void start();
    CaseDesk::Parts parts();
    CaseDesk desk() { return CaseDesk{parts()}; }
    CashDesk cash() { return CashDesk{parts()}; }
    VoucherDesk vouchers();
    Actor signIn(const std::string& id);

    JournalPlace m_place;
    std::function<void(Journal&)> m_afterWrite;
    std::vector<std::string> m_names;
    std::vector<std::function<void()>> m_acts;

    SettableClock m_clock;
    SeededRandom m_random;
    PasswordHasher m_hasher{{.passes = 1, .memoryMiB = 1}};
    RuleBook m_rules;
    std::unique_ptr<VoucherPrinter> m_printer;
    std::unique_ptr<PaperOutput> m_output;
    std::optional<OpenJournal> m_open;
    std::optional<ObservedJournal> m_observed;
    Actor m_admin, m_clerk, m_supervisor;
    Draft m_draft;
    std::string m_number;
};

} // namespace guitai
