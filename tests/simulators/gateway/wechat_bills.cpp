#include "tests/simulators/gateway/bill_rows.h"
#include "tests/simulators/gateway/bills.h"
#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_call.h"

#include <array>

namespace guitai::simulator
{

namespace
{

constexpr auto linkLife = std::chrono::minutes{5};
constexpr auto readyAt = std::chrono::hours{24 + 10}; // ten o'clock of the next day
constexpr auto tradeHeader = std::string_view{
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
    "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,"
    "退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"};
constexpr auto tradeSummary = std::string_view{
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"};
constexpr auto fundHeader = std::string_view{
    "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),"
    "资金变更提交申请人,备注,业务凭证号"};
constexpr auto fundSummary = std::string_view{"资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额"};

std::string line(const std::vector<std::string>& values)
{
    auto text = std::string{};
    for (const auto& value : values)
        text += (text.empty() ? "`" : ",`") + value;
    return text + "\r\n";
}

/// 0.60 % in yuan with five places.
std::string feeText(Fen amount)
{
    const auto hundredThousandths = amount * 6;
    const auto size = hundredThousandths < 0 ? -hundredThousandths : hundredThousandths;
    auto places = std::to_string(size % 100000);
    places.insert(0, 5 - places.size(), '0');
    return (hundredThousandths < 0 ? "-" : "") + std::to_string(size / 100000) + '.' + places;
}

/// A comma becomes backslash and blank, a line end the two characters "\n".
std::string escaped(const std::string& text)
{
    auto plain = std::string{};
    for (const auto c : text)
        plain += c == ',' ? std::string{"\\ "} : c == '\n' ? std::string{"\\n"} : std::string{c};
    return plain;
}

std::string refundStatus(const Refund& refund)
{
    switch (refund.state) {
    case RefundState::processing:
        return "PROCESSING";
    case RefundState::success:
        return "SUCCESS";
    case RefundState::abnormal:
        return "CHANGE";
    case RefundState::closed:
        break;
    }
    return "FAIL";
}

std::string tradeLine(const World& world, const BillRow& row, const std::string& title)
{
    const auto& identity = world.keys.identity();
    const auto payment = row.kind == BillRow::Kind::pay;
    const auto given = payment ? Fen{0} : row.amount;
    const auto taken = payment ? row.amount : Fen{0};
    return line({beijingText(row.at),
                 identity.weChatAppId,
                 identity.merchantId,
                 "0",
                 "",
                 row.trade.providerNumber,
                 row.trade.order,
                 "o" + md5Hex(row.trade.payer).substr(0, 27),
                 row.trade.way == "native" ? "NATIVE" : "MICROPAY",
                 payment                             ? "SUCCESS"
                 : row.kind == BillRow::Kind::refund ? "REFUND"
                                                     : "REVOKED",
                 "OTHERS",
                 "CNY",
                 yuanText(taken),
                 "0.00",
                 payment ? "0" : row.refund.providerNumber,
                 payment ? "0" : row.refund.number,
                 yuanText(given),
                 "0.00",
                 payment ? "" : "ORIGINAL",
                 payment ? "" : refundStatus(row.refund),
                 title,
                 escaped(row.trade.attach),
                 feeText(taken - given),
                 "0.60%",
                 yuanText(taken),
                 yuanText(given),
                 ""});
}

Date billDate(const WeChatCall& call)
{
    const auto given = call.query.find("bill_date");
    const auto day = given == call.query.end() ? std::nullopt : dateFrom(given->second);
    if (!day || *day >= beijingDate(call.world.now()))
        throw WeChatRefusal{400, "PARAM_ERROR", "账单日期格式不正确，或账单日期不早于今天"};
    return *day;
}

/// The spoilt text is kept under the link, so that hash and file are made from the same.
WeChatAnswer linkTo(const WeChatCall& call, Date day, const std::optional<std::string>& file)
{
    auto& world = call.world;
    if (world.now() < beijingMidnight(day) + readyAt)
        throw WeChatRefusal{400, "STATEMENT_CREATING", "账单生成中，请稍后再试"};
    if (!file)
        throw WeChatRefusal{400, "NO_STATEMENT_EXIST", "账单文件不存在"};
    const auto packing = call.query.find("tar_type");
    if (packing != call.query.end() && packing->second != "GZIP")
        throw WeChatRefusal{400, "PARAM_ERROR", "压缩格式不正确"};
    auto link = BillLink{.token = world.letters(40),
                         .provider = Provider::weChat,
                         .file = *file,
                         .day = day,
                         .gzip = packing != call.query.end(),
                         .expiresAt = world.now() + linkLife};
    if (call.faults.has("link_expired"))
        link.expiresAt = world.now();
    world.ledger.put(link);
    auto hash = sha1Hex(*file);
    if (call.faults.has("wrong_hash"))
        hash.front() = hash.front() == '0' ? '1' : '0';
    return {
        .body = {{"download_url", world.weChatOrigin + "/v3/billdownload/file?token=" + link.token},
                 {"hash_type", "SHA1"},
                 {"hash_value", hash}}};
}

} // namespace

std::optional<std::string> weChatTradeBillText(World& world, Date day, const FaultSet& faults)
{
    const auto rows = billRows(world, Provider::weChat, day, faults);
    if (rows.empty())
        return std::nullopt;
    auto text = std::string{faults.has("bom") ? "\xEF\xBB\xBF" : ""};
    text += std::string{tradeHeader} + "\r\n";
    auto taken = Fen{0};
    auto given = Fen{0};
    for (const auto& row : rows) {
        const auto damaged = faults.has("gbk_damage") && &row == &rows.front();
        text += tradeLine(world, row, damaged ? "\xB9\xA4\xB1" : escaped(row.trade.description));
        (row.kind == BillRow::Kind::pay ? taken : given) += row.amount;
    }
    text += std::string{tradeSummary} + "\r\n";
    text += line({std::to_string(rows.size()),
                  yuanText(taken + (faults.has("bad_summary") ? 1 : 0)),
                  yuanText(given),
                  "0.00",
                  feeText(taken - given),
                  yuanText(taken + (faults.has("bad_summary") ? 1 : 0)),
                  yuanText(given)});
    return text;
}

std::optional<std::string> weChatFundBillText(World& world, Date day)
{
    const auto rows = billRows(world, Provider::weChat, day, {});
    if (rows.empty())
        return std::nullopt;
    auto text = std::string{fundHeader} + "\r\n";
    auto sums = std::array<Fen, 2>{};
    auto counts = std::array<int, 2>{};
    auto balance = world.rules.openingBalance;
    for (const auto& row : rows) {
        const auto out = row.kind == BillRow::Kind::pay ? std::size_t{0} : std::size_t{1};
        balance += out == 0 ? row.amount : -row.amount;
        sums.at(out) += row.amount;
        ++counts.at(out);
        text += line({beijingText(row.at),
                      row.trade.providerNumber,
                      out == 0 ? row.trade.providerNumber : row.refund.providerNumber,
                      out == 0 ? "交易" : "退款",
                      out == 0 ? "交易" : "退款",
                      out == 0 ? "收入" : "支出",
                      yuanText(row.amount),
                      yuanText(balance),
                      "system",
                      "",
                      row.trade.order});
    }
    text += std::string{fundSummary} + "\r\n";
    return text + line({std::to_string(rows.size()),
                        std::to_string(counts[0]),
                        yuanText(sums[0]),
                        std::to_string(counts[1]),
                        yuanText(sums[1])});
}

WeChatAnswer weChatTradeBill(const WeChatCall& call)
{
    const auto kind = call.query.find("bill_type");
    if (kind != call.query.end() && kind->second != "ALL")
        throw WeChatRefusal{400, "PARAM_ERROR", "账单类型不支持"};
    const auto day = billDate(call);
    return linkTo(call, day, weChatTradeBillText(call.world, day, call.faults));
}

WeChatAnswer weChatFundBill(const WeChatCall& call)
{
    const auto day = billDate(call);
    return linkTo(call, day, weChatFundBillText(call.world, day));
}

WeChatAnswer weChatBillFile(const WeChatCall& call)
{
    const auto token = call.query.find("token");
    const auto link =
        token == call.query.end() ? std::nullopt : call.world.ledger.link(token->second);
    if (!link || link->provider != Provider::weChat || call.world.now() >= link->expiresAt ||
        call.faults.has("link_expired"))
        throw WeChatRefusal{400, "INVALID_REQUEST", "下载链接已失效，请重新申请账单"};
    return {.file = link->gzip ? gzipped(link->file) : link->file};
}

} // namespace guitai::simulator
