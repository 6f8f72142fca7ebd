#include "tests/simulators/gateway/alipay_front.h"
#include "tests/simulators/gateway/bill_rows.h"
#include "tests/simulators/gateway/bills.h"
#include "tests/simulators/gateway/text.h"

namespace guitai::simulator
{

namespace
{

constexpr auto linkLife = std::chrono::seconds{30};
constexpr auto readyAt = std::chrono::hours{24 + 9};
constexpr auto header = std::string_view{
    "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,"
    "对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,"
    "商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
    "退款批次号/请求号,服务费（元）,分润（元）,备注"};

std::string longDate(Date day)
{
    const auto text = dateText(day);
    return text.substr(0, 4) + "年" + text.substr(5, 2) + "月" + text.substr(8, 2) + "日";
}

std::string frameTop(const World& world, Date day)
{
    const auto next = Date{std::chrono::sys_days{day} + std::chrono::days{1}};
    return "#支付宝业务明细查询\r\n#账号：[" + world.keys.identity().sellerId +
           "0156]\r\n#起始日期：[" + longDate(day) + " 00:00:00]   终止日期：[" + longDate(next) +
           " 00:00:00]\r\n";
}

/// 0.6 % in whole fen, written as what the merchant receives.
Fen feeOf(Fen amount)
{
    return -((amount * 6 + (amount < 0 ? -500 : 500)) / 1000);
}

std::string rowText(const BillRow& row)
{
    const auto refund = row.kind != BillRow::Kind::pay;
    const auto amount = refund ? -row.amount : row.amount;
    return row.trade.providerNumber + "\t," + row.trade.order + "\t," +
           (refund ? "退款," : "交易,") + row.trade.description + ',' +
           beijingText(row.trade.createdAt) + ',' + beijingText(row.at) +
           ",\t,,,,*测(138****0000)," + yuanText(amount) + ',' + yuanText(amount) +
           ",0.00,0.00,0.00,0.00,0.00,,0.00,0.00," + (refund ? row.refund.number : "") + "\t," +
           yuanText(feeOf(amount)) + ",0.00,\r\n";
}

struct Totals {
    Fen paid = 0;
    Fen refunded = 0;
    int payments = 0;
    int refunds = 0;
};

Totals totalsOf(const std::vector<BillRow>& rows)
{
    auto totals = Totals{};
    for (const auto& row : rows) {
        const auto payment = row.kind == BillRow::Kind::pay;
        (payment ? totals.paid : totals.refunded) += row.amount;
        ++(payment ? totals.payments : totals.refunds);
    }
    return totals;
}

std::string
details(World& world, const std::vector<BillRow>& rows, Date day, const FaultSet& faults)
{
    const auto stroke = std::string(41, '-');
    auto text = frameTop(world, day) + '#' + stroke + "业务明细列表" + stroke.substr(1) + "\r\n" +
                std::string{header} + "\r\n";
    text = gbkText(text);
    for (const auto& row : rows) {
        auto bytes = gbkText(rowText(row));
        if (faults.has("gbk_damage") && &row == &rows.front()) {
            // half a character in the goods' name: the next byte is taken with it
            const auto name = gbkText(row.trade.description);
            bytes.replace(bytes.find(name), name.size(), name.substr(0, 2) + "\xFF");
        }
        text += bytes;
    }
    const auto totals = totalsOf(rows);
    const auto wrong = faults.has("bad_summary") ? Fen{1} : Fen{0};
    return text + gbkText('#' + stroke + "业务明细列表结束" + stroke.substr(5) + "\r\n#交易合计：" +
                          std::to_string(totals.payments) + "笔，商家实收共" +
                          yuanText(totals.paid + wrong) + "元，商家优惠共0.00元\r\n#退款合计：" +
                          std::to_string(totals.refunds) + "笔，商家实收退款共" +
                          yuanText(-totals.refunded) + "元，商家优惠退款共0.00元\r\n#导出时间：[" +
                          longDate(beijingDate(world.now())) + " 09:12:33]\r\n");
}

std::string summary(World& world, const std::vector<BillRow>& rows, Date day)
{
    const auto totals = totalsOf(rows);
    return gbkText(
        frameTop(world, day) +
        "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,实收净额（元）\r\n"
        "合计,," +
        std::to_string(totals.payments) + ',' + std::to_string(totals.refunds) + ',' +
        yuanText(totals.paid) + ',' + yuanText(totals.paid - totals.refunded) + "\r\n");
}

} // namespace

std::optional<std::string> alipayBillArchive(World& world, Date day, const FaultSet& faults)
{
    const auto rows = billRows(world, Provider::alipay, day, faults);
    if (rows.empty())
        return std::nullopt;
    auto stamp = dateText(day);
    std::erase(stamp, '-');
    const auto start = world.keys.identity().sellerId + "0156_" + stamp + '_';
    return zipped({{gbkText(start + "业务明细.csv"), details(world, rows, day, faults)},
                   {gbkText(start + "业务明细(汇总).csv"), summary(world, rows, day)}},
                  world.now());
}

OrderedJson alipayBillLink(const AlipayCall& call)
{
    auto& world = call.world;
    const auto kind = call.fields().text("bill_type", {});
    const auto day = dateFrom(call.fields().text("bill_date", {}));
    if (kind != "trade")
        throw AlipayRefusal{"40004", "TYPE_NOT_SUPPORTED", "账单类型不支持"};
    if (!day || *day >= beijingDate(world.now()))
        throw AlipayRefusal{"40004", "INVAILID_ARGUMENTS", "入参不合法"};
    const auto file = world.now() < beijingMidnight(*day) + readyAt
                          ? std::nullopt
                          : alipayBillArchive(world, *day, call.faults);
    if (!file)
        throw AlipayRefusal{"40004", "BILL_NOT_EXIST", "账单不存在"};
    auto link = BillLink{.token = world.letters(40),
                         .provider = Provider::alipay,
                         .file = base64(*file),
                         .day = *day,
                         .expiresAt = world.now() + linkLife};
    if (call.faults.has("link_expired"))
        link.expiresAt = world.now();
    world.ledger.put(link);
    return {{"bill_download_url", world.alipayOrigin + "/bill/download.zip?token=" + link.token}};
}

Outgoing alipayBillFile(World& world, const Incoming& request, const FaultSet& faults)
{
    const auto query = formMap(request.query());
    const auto token = query.find("token");
    const auto link = token == query.end() ? std::nullopt : world.ledger.link(token->second);
    if (!link || world.now() >= link->expiresAt || faults.has("link_expired"))
        return {.contentType = "text/html;charset=utf-8",
                .body = "<html><body>下载链接已失效</body></html>"};
    return {.contentType = "application/zip", .body = *unbase64(link->file)};
}

} // namespace guitai::simulator
