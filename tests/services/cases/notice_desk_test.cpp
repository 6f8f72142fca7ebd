#include "services/cases/notice_desk.h"

#include "tests/services/cases/case_office.h"
#include "tests/support/plain_reports.h"

#include <doctest/doctest.h>

namespace guitai::notice_desk_test
{

TEST_CASE("a notice says what becomes of a case that gives no voucher")
{
    auto office = CaseOffice{};
    auto reports = PlainReports{};
    const auto parts = CaseDesk::Parts{office.journal(),
                                       exampleRules(),
                                       office.printer,
                                       office.window.clock,
                                       office.window.random,
                                       office.window.identity(),
                                       {}};
    auto notices = NoticeDesk{
        parts, reports, office.output, {"北京市公安局海淀分局", "010-00000000", "测试路1号"}};
    const auto waiting = office.confirmed(fingersDraft());
    const auto number = waiting.acceptanceNumber;

    SUBCASE("while it waits")
    {
        REQUIRE(notices.print(office.clerk, number));
        const auto& notice = reports.notices.at(0);
        CHECK(notice.kind == CaseNotice::Kind::waiting);
        CHECK(notice.subjects == std::vector{ExceptionKind::fingersNotObtainable});
        CHECK(notice.due == Money::yuan(20));
        CHECK(notice.name == "陈立山");
        CHECK(notice.maskedNumber.find('*') != std::string::npos);
        CHECK(office.output.titles == std::vector<std::string>{"notice-" + number});
    }
    SUBCASE("after a rejection, with its reason")
    {
        REQUIRE(office.cases().decide(office.supervisor,
                                      number,
                                      ExceptionKind::fingersNotObtainable,
                                      DecisionOutcome::rejected,
                                      "证明材料不足"));
        REQUIRE(notices.print(office.clerk, number));
        CHECK(reports.notices.at(0).kind == CaseNotice::Kind::rejected);
        CHECK(reports.notices.at(0).reason == "证明材料不足");
    }
    SUBCASE("not once it goes on to the voucher, and not to an administrator")
    {
        CHECK(notices.print(office.administrator, number).refusal().code ==
              Refusal::Code::notPermitted);
        REQUIRE(office.cases().decide(office.supervisor,
                                      number,
                                      ExceptionKind::fingersNotObtainable,
                                      DecisionOutcome::approved,
                                      {}));
        CHECK(notices.print(office.clerk, number).refusal().code == Refusal::Code::wrongState);
        CHECK(notices.print(office.clerk, "1").refusal().code == Refusal::Code::noSuchCase);
        CHECK(reports.notices.empty());
    }
    SUBCASE("of a request about a case that stands, until it was approved")
    {
        const auto paid = office.accepted();
        auto& requests = office.requests();
        const auto asked =
            requests.askWithdrawal(office.clerk, paid.acceptanceNumber, "本人放弃申请").value();
        REQUIRE(notices.printOfRequest(office.clerk, asked.id));
        const auto& notice = reports.notices.at(0);
        CHECK(notice.kind == CaseNotice::Kind::waiting);
        CHECK(notice.acceptanceNumber == paid.acceptanceNumber);
        CHECK(notice.subjects.empty());
        CHECK(notice.asked == AskedMatter{asked.subject, asked.evidence});
        CHECK(notice.due == Money{});
        CHECK(notices.printOfRequest(office.administrator, asked.id).refusal().code ==
              Refusal::Code::notPermitted);
        CHECK(notices.printOfRequest(office.clerk, "1").refusal().code ==
              Refusal::Code::noSuchRequest);

        SUBCASE("rejected, with the reason")
        {
            REQUIRE(requests.decide(
                office.supervisor, asked.id, DecisionOutcome::rejected, "证件已经送制"));
            REQUIRE(notices.printOfRequest(office.clerk, asked.id));
            CHECK(reports.notices.at(1).kind == CaseNotice::Kind::rejected);
            CHECK(reports.notices.at(1).reason == "证件已经送制");
        }
        SUBCASE("approved, there is nothing to wait for")
        {
            REQUIRE(requests.decide(office.supervisor, asked.id, DecisionOutcome::approved, {}));
            CHECK(notices.printOfRequest(office.clerk, asked.id).refusal().code ==
                  Refusal::Code::alreadyDecided);
        }
    }
}

} // namespace guitai::notice_desk_test
