#include "forms/reconciliation/reconciliation_page.h"

#include "forms/reconciliation/day_sheet_panel.h"
#include "forms/text.h"
#include "forms/widgets/list_table.h"
#include "forms/wording/payment_words.h"
#include "forms/wording/words.h"
#include "tests/forms/reconciliation/bill_office.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <wx/choice.h>

#include <fstream>
#include <iterator>
#include <set>

using namespace guitai;
using View = MainFrame::View;

namespace
{

constexpr auto untilTheBillIsMade = std::chrono::hours{25} + std::chrono::minutes{30};

const WorkItem& item(BillOffice& test)
{
    return test.page().sheet().comparison()->items.front();
}

void choosePerson(BillOffice& test, const std::string& name)
{
    auto* choice = dynamic_cast<wxChoice*>(test.find("Who looks at it"));
    REQUIRE(choice != nullptr);
    for (auto i = 0U; i < choice->GetCount(); ++i)
        if (choice->GetString(i).Contains(toUi(name)))
            return choice->SetSelection(static_cast<int>(i));
    FAIL("nobody of this name: " << name);
}

std::string contentOf(const std::filesystem::path& file)
{
    auto stream = std::ifstream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace

TEST_CASE("every class of difference has its name and what to do next")
{
    auto names = std::set<wxString>{};
    auto remedies = std::set<wxString>{};
    for (auto kind = 0; kind <= static_cast<int>(DifferenceClass::caseUnpaid); ++kind) {
        names.insert(words::name(static_cast<DifferenceClass>(kind)));
        remedies.insert(words::remedy(static_cast<DifferenceClass>(kind)));
    }
    CHECK(names.size() == 11);
    CHECK(remedies.size() == 11);
    CHECK(names.count({}) == 0);
    CHECK(remedies.count({}) == 0);
}

TEST_CASE("the bill of a day whose payments are all known")
{
    auto test = BillOffice{};
    (void)test.pay(GatewayChannel::weChat);
    test.signIn("wang");

    SUBCASE("is not there yet in the morning, and is told so")
    {
        test.pass(std::chrono::hours{24}); // nine o'clock
        test.press(WXK_F11);
        REQUIRE(test.view() == View::reconciliation);
        CHECK(test.shows("The bill of this day was not compared yet."));
        test.press(WXK_F8);
        CHECK(test.shows(words::sentence(GatewayProblem::notReady)));
        CHECK_FALSE(test.page().sheet().comparison().has_value());
    }
    SUBCASE("agrees with the window's own records, and says so")
    {
        test.pass(untilTheBillIsMade);
        test.press(WXK_F11);
        test.press(WXK_F8);
        const auto& comparison = test.page().sheet().comparison();
        REQUIRE(comparison.has_value());
        CHECK(comparison->sheet.matched == 1);
        CHECK(comparison->sheet.localPaid == Money::yuan(40));
        CHECK(comparison->sheet.billPaid == Money::yuan(40));
        CHECK(comparison->items.empty());
        CHECK(test.shows("both sides are equal"));
        REQUIRE(comparison->funds.has_value());
        CHECK(comparison->funds->agrees());
        CHECK(test.shows("On the account"));
        CHECK(test.page().openDays().rows().empty());
    }
}

TEST_CASE("a payment that the window does not know")
{
    auto test = BillOffice{};
    (void)test.pay(GatewayChannel::weChat);
    test.simulator.fault("row_missing",
                         "wechat.trade_bill"); // so that the window's own one is missing there
    test.pass(untilTheBillIsMade);
    test.signIn("wang");
    test.press(WXK_F11);
    test.press(WXK_F8);
    REQUIRE(test.page().sheet().comparison().has_value());
    REQUIRE(test.page().sheet().comparison()->items.size() == 1);
    CHECK(item(test).difference.kind == DifferenceClass::localOnly);

    SUBCASE("is listed with what to do next, and counted for its day")
    {
        CHECK(test.shows(words::name(DifferenceClass::localOnly)));
        CHECK(test.shows("it is a security incident"));
        REQUIRE(test.page().openDays().rows().size() == 1);
        CHECK(test.page().openDays().rows().front().cells.back() == "1");
        test.press(WXK_ESCAPE);
        CHECK(test.view() == View::home);
        CHECK(test.shows("What waits"));
    }
    SUBCASE("one person looks at it and another settles it; the ledger does not change")
    {
        const auto orders = test.window.journal().attempts({}).size();
        choosePerson(test, "李强");
        test.type("Note", "请查次日账单");
        test.click("Assign it");
        CHECK(item(test).owner == "li");
        CHECK(item(test).note == "请查次日账单");
        CHECK(test.page().sheet().differences().rows().front().cells[1] == toUi("李强"));
        test.type("Note", "次日账单中已列出");
        test.click("It is settled");
        CHECK(item(test).isResolved());
        CHECK(item(test).approver == "wang");
        CHECK(test.page().openDays().rows().empty());
        CHECK(test.window.journal().attempts({}).size() == orders);
        CHECK(test.window.journal().attempts({}).front().state == "paid");
    }
    SUBCASE("nobody settles what nobody looked at, nor what was the own task")
    {
        CHECK(item(test).owner == "wang"); // who compared
        test.type("Note", "我看过了");
        test.click("It is settled");
        CHECK_FALSE(item(test).isResolved());
        CHECK(test.shows(words::sentence(Refusal{Refusal::Code::ownWork, "approver", {}})));
        choosePerson(test, "王建国");
        test.click("Assign it");
        CHECK(item(test).owner == "wang");
        test.type("Note", "我看过了");
        test.click("It is settled");
        CHECK_FALSE(item(test).isResolved());
    }
    SUBCASE("goes to paper, PDF and CSV, and takes no other file's place")
    {
        const auto folder = TemporaryFolder{};
        test.press(WXK_F9);
        CHECK(test.tray.papers.size() == 1);
        CHECK(test.reportPrinter.comparisons.size() == 1);
        const auto csv = folder.path() / "sheet.csv";
        test.page().sheet().exportCsv(csv);
        CHECK(contentOf(csv).find("localOnly") != std::string::npos);
        const auto pdf = folder.path() / "sheet.pdf";
        test.page().sheet().exportPdf(pdf);
        CHECK(contentOf(pdf).size() == 1); // as the plain printer makes them
        test.page().sheet().exportPdf(csv);
        CHECK(contentOf(csv).find("localOnly") != std::string::npos);
        CHECK(test.frame->notice() ==
              words::sentence(Refusal{Refusal::Code::wouldOverwrite, "file", {}}));
    }
}

TEST_CASE("the account does not show what the bill lists")
{
    auto test = BillOffice{};
    (void)test.pay(GatewayChannel::weChat);
    test.pass(untilTheBillIsMade);
    test.signIn("wang");
    test.press(WXK_F11);

    SUBCASE("is said in the first place, whatever the differences explain")
    {
        test.simulator.fault("amount_changed", "wechat.trade_bill");
        test.press(WXK_F8);
        CHECK(test.shows("The account does not show what the bill lists."));
        CHECK_FALSE(test.shows("both sides are equal"));
    }
    SUBCASE("cannot be said before its bill is there; it can be imported afterwards")
    {
        const auto folder = TemporaryFolder{};
        const auto file = folder.path() / "funds.txt";
        std::ofstream{file} << "记账时间,业务类型,收支类型,收支金额(元)\r\n"
                               "`2026-11-23 10:00:00,`交易,`收入,`40.00\r\n"
                               "资金流水总笔数,收入金额,支出金额\r\n`1,`40.00,`0.00\r\n";
        test.page().import(file);
        CHECK(test.shows("First compare that of the trades."));
        test.simulator.fault("status_500", "wechat.fund_bill");
        test.press(WXK_F8);
        CHECK(test.shows("The account was not compared"));
        CHECK(test.shows("both sides are equal"));
        test.page().import(file);
        REQUIRE(test.page().sheet().comparison()->funds.has_value());
        CHECK(test.page().sheet().comparison()->funds->agrees());
        CHECK(test.shows("On the account"));
    }
}

TEST_CASE("a bill is imported from a file")
{
    auto test = BillOffice{};
    const auto folder = TemporaryFolder{};
    const auto file = folder.path() / "bill.txt";
    test.signIn("wang");
    test.pass(untilTheBillIsMade);
    test.press(WXK_F11);

    SUBCASE("that is no bill: refused in words, and nothing is kept")
    {
        std::ofstream{file} << "date,amount\n";
        test.page().import(file);
        CHECK_FALSE(test.page().sheet().comparison().has_value());
        CHECK(test.shows("The bill was refused"));
    }
    SUBCASE("for a day that is no day or not over")
    {
        std::ofstream{file} << "";
        test.type("Day", "2026-02-30");
        test.page().import(file);
        CHECK(test.shows("Type a day as 2026-01-31."));
        test.type("Day", isoDate(test.today()));
        test.page().import(file);
        CHECK(test.shows("A bill is there from the next day on."));
    }
    SUBCASE("that is empty, for a day without trade: an answer as good as any")
    {
        std::ofstream{file} << "";
        test.page().import(file);
        REQUIRE(test.page().sheet().comparison().has_value());
        CHECK(test.shows("No difference."));
    }
}

TEST_CASE("who may reconcile")
{
    auto test = FrameWindow{};
    test.work("zhang");
    test.press(WXK_F11);
    CHECK(test.view() == View::home);
    CHECK(test.frame->notice() == "Only a supervisor compares the bills.");
}
