#include "printing/report_printer.h"

#include "printing/pdf_writer.h"
#include "printing/read_back.h"
#include "printing/report_layout.h"
#include "printing/text/font_chain.h"
#include "printing/words.h"
#include "services/failure.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace guitai::report_printer_test
{

namespace
{

const FontChain& fonts()
{
    static const auto chain = FontChain{};
    return chain;
}

ReportPrinter& printer()
{
    static const auto made = makeReportPrinter();
    return *made;
}

Instant at(int hour, int minute)
{
    using namespace std::chrono;
    return sys_days{year{2026} / November / 23} + hours{hour - 8} + minutes{minute};
}

ReportHead exampleHead()
{
    return {.authority = "北京市公安局海淀分局",
            .station = "测试派出所",
            .window = "03",
            .printedAt = "2026-11-23 17:40"};
}

/// A shift with something of everything.
ShiftReport fullReport()
{
    auto report = ShiftReport{.number = 12, .clerk = "洪民警", .start = at(8, 52)};
    report.end = at(17, 36);
    report.openingFloat = Money::yuan(200);
    report.openingReason = "财务核定备用金";
    report.collected = {{Tender::cash, "居民身份证工本费（丢失补领）", 6, Money::yuan(240)},
                        {Tender::cash, "居民身份证工本费（到期换领）", 9, Money::yuan(180)},
                        {Tender::cash, "临时居民身份证工本费", 3, Money::yuan(30)},
                        {Tender::weChat, "居民身份证工本费（到期换领）", 14, Money::yuan(280)},
                        {Tender::alipay, "居民身份证工本费（丢失补领）", 5, Money::yuan(200)}};
    report.collectedTotal = Money::yuan(930);
    report.exempt = {{"最低生活保障对象免收工本费（居民身份证法第二十条）", 2},
                     {"首次申领免收工本费（财税〔2018〕37号）", 17}};
    report.refunds = {{Tender::cash, 1, Money::yuan(40)}, {Tender::weChat, 1, Money::yuan(20)}};
    report.movements = {
        {DrawerMove::in, 1, {{100, 50}}, Money::yuan(50), "补充零钱", "", "", at(9, 5)},
        {DrawerMove::bankDeposit,
         2,
         {{10000, 3}},
         Money::yuan(300),
         "当日收入解缴银行，押运交接",
         "周建国",
         "马民警",
         at(16, 48)}};
    report.cashCollected = Money::yuan(450);
    report.cashRefunded = Money::yuan(40);
    report.movedIn = Money::yuan(50);
    report.movedOut = Money::yuan(300);
    report.expected = Money::yuan(360);
    report.counts = {{{{10000, 2}, {5000, 2}, {1000, 3}}, Money::yuan(330), "", at(17, 20)},
                     {{{10000, 2}, {5000, 2}, {1000, 4}, {100, 8}, {50, 2}, {10, 10}},
                      Money::yuan(350),
                      "马民警",
                      at(17, 28)}};
    report.difference = Money::yuan(-10);
    report.differenceReason = "点钞时发现假币一张，已交值班领导";
    report.approvals = {
        {ReportedApproval::What::refund, "罗所长", "本人放弃申领", Money::yuan(40), at(11, 2)},
        {ReportedApproval::What::cashOut,
         "马民警",
         "当日收入解缴银行",
         Money::yuan(300),
         at(16, 48)},
        {ReportedApproval::What::close, "罗所长", "假币一张", Money::yuan(-10), at(17, 36)}};
    report.firstVoucher = "1101085202026112302001";
    report.lastVoucher = "1101085202026112302054";
    report.vouchers = 53;
    report.voidVouchers = {"1101085202026112302017"};
    report.unknown = {
        {"B07A1261123000123A1K", Tender::alipay, Money::yuan(20), AttemptState::unknown}};
    report.late = {
        {"B07A1261123000098A1T", Tender::weChat, Money::yuan(40), AttemptState::latePaid}};
    report.openings = {{"换零钱", at(10, 15)}};
    report.incidents = {
        {NoteFault::counterfeit, 1000, "TJ55720198", "点钞时水印不清", "罗所长", at(17, 24)}};
    report.seal = "9f3a12bc" + std::string(56, '0');
    return report;
}

ShiftReport quietReport()
{
    auto report = ShiftReport{.clerk = "洪民警", .start = at(8, 52)};
    report.openingFloat = Money::yuan(200);
    report.expected = Money::yuan(200);
    return report;
}

bool has(const Page& page, const std::string& text)
{
    return std::ranges::any_of(page.runs, [&](const TextRun& run) { return run.text == text; });
}

} // namespace

TEST_CASE("layOut a shift's report")
{
    SUBCASE("puts everything on paper within the margins")
    {
        for (const auto& report : {fullReport(), quietReport()})
            for (const auto& page : layOut(exampleHead(), report, fonts()))
                for (const auto& run : page.runs) {
                    CAPTURE(run.text);
                    CHECK(run.left >= 20 - 0.01);
                    CHECK(run.left + run.width <= 190 + 0.01);
                    CHECK(run.box().bottom() <= 297 - page.margin);
                }
    }
    SUBCASE("never sets two texts over each other")
    {
        for (const auto& page : layOut(exampleHead(), fullReport(), fonts()))
            for (std::size_t i = 0; i < page.runs.size(); ++i)
                for (std::size_t n = i + 1; n < page.runs.size(); ++n) {
                    const auto a = page.runs[i].box();
                    const auto b = page.runs[n].box();
                    const auto apart = a.right() <= b.left + 0.05 || b.right() <= a.left + 0.05 ||
                                       a.bottom() <= b.top + 0.3 || b.bottom() <= a.top + 0.3;
                    CHECK_MESSAGE(apart, page.runs[i].text << " / " << page.runs[n].text);
                }
    }
    SUBCASE("shows number and seal of a Z, and neither on an X")
    {
        const auto z = layOut(exampleHead(), fullReport(), fonts()).front();
        CHECK(has(z, "窗口班次结账单"));
        CHECK(has(z, "Z000012"));
        CHECK(has(z, "9f3a 12bc"));
        const auto x = layOut(exampleHead(), quietReport(), fonts()).front();
        CHECK(has(x, "窗口班次中间报表"));
        CHECK_FALSE(has(x, "日志校验"));
    }
    SUBCASE("marks a copy with its number and reason")
    {
        auto head = exampleHead();
        head.copy = 2;
        head.reprintReason = "原件归档";
        const auto page = layOut(head, fullReport(), fonts()).front();
        CHECK(has(page, "第 2 次补打　原因：原件归档"));
        CHECK(has(layOut(exampleHead(), fullReport(), fonts()).back(), "原件"));
    }
    SUBCASE("goes on on further pages, numbered, and loses no line")
    {
        auto report = fullReport();
        for (int i = 0; i < 120; ++i)
            report.movements.push_back({DrawerMove::in,
                                        i + 3,
                                        {{100, 1}},
                                        Money::yuan(1),
                                        "第" + std::to_string(i) + "次零钱",
                                        "",
                                        "",
                                        at(12, 0)});
        const auto pages = layOut(exampleHead(), report, fonts());
        REQUIRE(pages.size() >= 3);
        CHECK(has(pages.back(),
                  "第 " + std::to_string(pages.size()) + " 页　共 " + std::to_string(pages.size()) +
                      " 页"));
        for (int i = 0; i < 120; ++i)
            CHECK(std::ranges::count_if(pages, [&](const Page& page) {
                      return has(page, "第" + std::to_string(i) + "次零钱");
                  }) == 1);
        CHECK(printer().shiftPaper(exampleHead(), report));
    }
}

TEST_CASE("the slip of a movement")
{
    const auto out = DrawerSlip{"洪民警",
                                at(8, 52),
                                {DrawerMove::bankDeposit,
                                 2,
                                 {{10000, 3}, {50, 1}},
                                 Money::fen(30050),
                                 "当日收入解缴银行，押运交接",
                                 "周建国",
                                 "马民警",
                                 at(16, 48)}};
    SUBCASE("names who took it and who saw it, and has a line for each")
    {
        const auto page = layOut(exampleHead(), out, fonts()).front();
        CHECK(has(page, "本班第 2 号"));
        CHECK(has(page, "300.50"));
        CHECK(has(page, "人民币（大写）　叁佰元伍角整"));
        CHECK(has(page, "见证人"));
        CHECK(printer().slipPaper(exampleHead(), out));
    }
    SUBCASE("of cash that came in asks nobody to have taken it")
    {
        auto in = out;
        in.movement.kind = DrawerMove::in;
        in.movement.receiver = in.movement.second = "";
        const auto page = layOut(exampleHead(), in, fonts()).front();
        CHECK_FALSE(has(page, "见证人"));
        CHECK(has(page, "交款人"));
        CHECK(printer().slipPaper(exampleHead(), in));
    }
    SUBCASE("is shown page by page")
    {
        const auto paper = printer().slipPaper(exampleHead(), out).value();
        const auto pictures = printer().pictures(paper.pdf, 36);
        REQUIRE(pictures.size() == 1);
        CHECK(pictures.front().width == 298);
        CHECK(pictures.front().height == 421);
    }
}

TEST_CASE("the sheet about what happens next")
{
    auto notice = CaseNotice{};
    notice.acceptanceNumber = "1101085202026112200024";
    notice.name = "陈立山";
    notice.maskedNumber = "110108********5116";
    notice.application = ApplicationKind::expiry;
    notice.acceptedOn = std::chrono::year{2026} / 11 / 22;
    notice.subjects = {ExceptionKind::fingersNotObtainable, ExceptionKind::feeRelief};
    notice.due = Money::yuan(20);
    notice.clerk = "洪民警";
    notice.phone = "010-00000000";
    notice.address = "北京市海淀区测试路1号";
    SUBCASE("says what is decided, what comes then, and that it is no voucher")
    {
        const auto page = layOut(exampleHead(), notice, fonts()).front();
        CHECK(has(page, "居民身份证申请待审批告知单"));
        CHECK(has(page, "指纹无法采集；减免费用"));
        CHECK(printer().noticePaper(exampleHead(), notice));
    }
    SUBCASE("without a fee speaks of none, without a telephone of none")
    {
        notice.due = Money{};
        notice.phone = "";
        const auto page = layOut(exampleHead(), notice, fonts()).front();
        CHECK_FALSE(has(page, "电话　"));
        CHECK(printer().noticePaper(exampleHead(), notice));
    }
    SUBCASE("of a rejection gives the reason")
    {
        notice.kind = CaseNotice::Kind::rejected;
        notice.subjects = {ExceptionKind::feeRelief};
        notice.reason = "未提供低保证明";
        const auto page = layOut(exampleHead(), notice, fonts()).front();
        CHECK(has(page, "理由　未提供低保证明"));
        CHECK(printer().noticePaper(exampleHead(), notice));
    }
    SUBCASE("of a request about a case that stands")
    {
        notice.subjects.clear();
        notice.due = Money{};
        notice.asked = AskedMatter{aboutReprint(notice.acceptanceNumber), ReprintEvidence{2}};
        const auto copy = layOut(exampleHead(), notice, fonts()).front();
        CHECK(has(copy, "居民身份证凭证补打待审批告知单"));
        CHECK(has(copy, "再次补打《居民身份证领取凭证》"));
        CHECK(printer().noticePaper(exampleHead(), notice));

        notice.asked = AskedMatter{aboutWithdrawal(notice.acceptanceNumber),
                                   RefundEvidence{.amount = Money::yuan(40),
                                                  .open = Money::yuan(40),
                                                  .tender = Tender::cash,
                                                  .drawer = "1",
                                                  .printed = true}};
        const auto refund = layOut(exampleHead(), notice, fonts()).front();
        CHECK(has(refund, "撤销申请，退还费用 40.00 元"));
        CHECK(has(refund,
                  "2. 审批通过后，请持本单、领取凭证和身份证明到本窗口办理，费用现金当面退还。"));
        CHECK(printer().noticePaper(exampleHead(), notice));

        auto& asked = *notice.asked;
        asked.subject.step = RefundStep::provider;
        std::get<RefundEvidence>(asked.evidence).tender = Tender::weChat;
        notice.kind = CaseNotice::Kind::rejected;
        notice.reason = "付款人不是申请人";
        const auto refused = layOut(exampleHead(), notice, fonts()).front();
        CHECK(has(refused, "居民身份证退款审批结果告知单"));
        CHECK(has(refused, "理由　付款人不是申请人"));
        CHECK_FALSE(has(refused, "原申请")); // it may be withdrawn by now
        CHECK(printer().noticePaper(exampleHead(), notice));
    }
    SUBCASE("a character that no font draws is named")
    {
        notice.name = "\xEE\x86\x88"; // U+E188
        CHECK(printer().noticePaper(exampleHead(), notice).refusal().code ==
              Refusal::Code::notDrawable);
    }
}

TEST_CASE("printedCapitals")
{
    const auto words = [](std::int64_t fen) { return printedCapitals(Money::fen(fen)); };
    CHECK(words(0) == "零元整");
    CHECK(words(10) == "壹角整");
    CHECK(words(1) == "壹分");
    CHECK(words(105) == "壹元零伍分");
    CHECK(words(1050) == "壹拾元伍角整");
    CHECK(words(2000) == "贰拾元整");
    CHECK(words(30000) == "叁佰元整");
    CHECK(words(100500) == "壹仟零伍元整");
    CHECK(words(1050000) == "壹万零伍佰元整");
    CHECK(words(1500000) == "壹万伍仟元整");
    CHECK(words(10000000) == "壹拾万元整");
    CHECK(words(10000100) == "壹拾万零壹元整");
    CHECK(words(123456789) == "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分");
}

TEST_CASE("ReportPrinter")
{
    SUBCASE("reads back what it wrote")
    {
        CHECK(printer().shiftPaper(exampleHead(), fullReport()));
        CHECK(printer().shiftPaper(exampleHead(), quietReport()));
        auto training = exampleHead();
        training.training = true;
        CHECK(printer().shiftPaper(training, fullReport()));
        CHECK(printer().dayPaper(
            exampleHead(),
            dayReport(std::chrono::year{2026} / std::chrono::November / 23, {fullReport()})));
    }
    SUBCASE("sets a reconciliation with every class of difference")
    {
        auto comparison = DayComparison{};
        comparison.channel = GatewayChannel::weChat;
        comparison.sheet.day = std::chrono::year{2026} / std::chrono::November / 23;
        comparison.comparedAt = at(10, 20);
        comparison.billHash = std::string(64, 'a');
        for (int i = 1; i <= static_cast<int>(DifferenceClass::caseUnpaid); ++i) {
            auto item = WorkItem{};
            item.difference.id = std::to_string(i);
            item.difference.kind = static_cast<DifferenceClass>(i);
            item.difference.orderNumber = "B07A1261123000123A1K";
            item.difference.bill = Money::yuan(20);
            item.owner = "luo";
            item.due = at(18, 0);
            comparison.sheet.differences.push_back(item.difference);
            comparison.items.push_back(item);
        }
        comparison.items.front().resolution = "已向群众退款";
        CHECK(printer().comparisonPaper(exampleHead(), comparison));
        auto funds = FundComparison{};
        funds.sums.taken = funds.billPaid = Money::yuan(60);
        funds.sums.givenBack = Money::yuan(20);
        funds.billRefunded = Money::yuan(40);
        funds.sums.fees = Money::fen(24);
        comparison.funds = funds;
        CHECK(printer().comparisonPaper(exampleHead(), comparison));
        comparison.items.clear();
        comparison.sheet.differences.clear();
        CHECK(printer().comparisonPaper(exampleHead(), comparison));
    }
    SUBCASE("names a character that no font draws")
    {
        auto report = fullReport();
        report.clerk = "\uE000";
        CHECK(printer().shiftPaper(exampleHead(), report).refusal() ==
              Refusal{Refusal::Code::notDrawable, "report", {"U+E000"}});
    }
    SUBCASE("finds a figure that is not on the paper")
    {
        auto report = fullReport();
        const auto pages = layOut(exampleHead(), report, fonts());
        const auto pdf = writePdf(pages, fonts());
        report.expected = Money::yuan(361);
        CHECK_NOTHROW(readBack(pdf, pages, expectedValues(exampleHead(), fullReport()), fonts()));
        CHECK_THROWS_AS(readBack(pdf, pages, expectedValues(exampleHead(), report), fonts()),
                        ServiceFailure);
    }
    SUBCASE("finds a page that was changed or lost")
    {
        auto pages = layOut(exampleHead(), fullReport(), fonts());
        const auto values = expectedValues(exampleHead(), fullReport());
        const auto pdf = writePdf(pages, fonts());
        auto more = pages;
        more.push_back(pages.front());
        CHECK_THROWS_AS(readBack(pdf, more, values, fonts()), ServiceFailure);
        pages.front().runs.back().text += "1";
        CHECK_THROWS_AS(readBack(pdf, pages, values, fonts()), ServiceFailure);
    }
    SUBCASE("makes the same bytes of the same report")
    {
        CHECK(printer().shiftPaper(exampleHead(), fullReport()).value().pdf ==
              printer().shiftPaper(exampleHead(), fullReport()).value().pdf);
    }
}

} // namespace guitai::report_printer_test
