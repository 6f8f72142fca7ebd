#pragma once

#include "services/approvals/request_desk.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/payments/cash_desk.h"
#include "tests/services/cases/example_draft.h"
#include "tests/support/test_window.h"

#include <memory>
#include <string>
#include <vector>

namespace guitai
{

/// Draws everything but the characters in `missing`; the paper is a line of text.
class FakePrinter final : public VoucherPrinter
{
public:
    std::optional<char32_t> firstMissing(std::string_view text) const override;
    Result<RenderedPaper> render(const Voucher& voucher) override;
    RgbImage preview(const Bytes& pdf, double dotsPerInch) override;

    std::u32string missing;
    std::vector<Voucher> rendered;
};

/// Keeps what was handed over, or fails as told.
class FakeOutput final : public PaperOutput
{
public:
    enum class Mood { works, jams, machineStops };
    /// Thrown instead of a power cut; no service catches it.
    struct Stopped {
    };

    void put(const Bytes& pdf, const std::string& title) override;
    std::string name() const override { return "folder"; }

    Mood mood = Mood::works;
    std::vector<std::string> titles;
};

/// A window with its desks over a real journal in a temporary folder, and people who use it.
class CaseOffice
{
public:
    explicit CaseOffice(const WindowIdentity& identity = TestWindow::exampleIdentity());

    Journal& journal() { return m_journal ? *m_journal : window.journal(); }
    /// Puts another journal before the real one.
    void replaceJournal(Journal& journal);
    /// The program ends and starts again.
    void restart();

    CaseDesk& cases() { return m_desks->cases; }
    CashDesk& cash() { return m_desks->cash; }
    VoucherDesk& vouchers() { return m_desks->vouchers; }
    RequestDesk& requests() { return m_desks->requests; }

    /// The draft with a new id and its pictures kept.
    Draft prepared(Draft draft);
    Case confirmed(const Draft& draft);
    /// Another case with the content of a confirmed one, which takes no serial of the window.
    std::string copied(const std::string& acceptanceNumber, int serial);
    /// A case of 40 yuan, approved and paid by the clerk, whose shift is opened if need be.
    Case accepted();
    /// The same, with so many sheets of its voucher out.
    Case printed(int sheets);
    void openShift(const Actor& actor);
    void disable(const Actor& actor); ///< the account
    std::int64_t events();

    TestWindow window;
    FakePrinter printer;
    FakeOutput output;
    const Actor clerk{"hong", "p-hong", Role::clerk};
    const Actor colleague{"ma", "p-ma", Role::clerk};
    const Actor supervisor{"luo", "p-luo", Role::supervisor};
    const Actor otherSupervisor{"tan", "p-tan", Role::supervisor};
    /// The clerk's second account.
    const Actor clerkAsSupervisor{"hong.zb", "p-hong", Role::supervisor};
    const Actor administrator{"admin", "p-admin", Role::administrator};
    /// Everybody who could try something, accounts of the clerk's own person among them.
    std::vector<Actor> everybody() const;

private:
    struct Desks {
        CaseDesk cases;
        CashDesk cash;
        VoucherDesk vouchers;
        RequestDesk requests;
    };

    void openDesks();
    void addUser(const Actor& actor, const std::string& displayName);

    Journal* m_journal = nullptr;
    std::unique_ptr<Desks> m_desks;
};

/// The rules of the assets, loaded once.
const RuleBook& exampleRules();

} // namespace guitai
