#include "printing/words.h"

#include <array>
#include <initializer_list>
#include <stdexcept>

namespace guitai
{

namespace
{

/// `text` in groups of the given lengths; what is left over follows as the last group.
std::string grouped(std::string_view text, std::initializer_list<std::size_t> lengths)
{
    auto result = std::string{};
    for (const auto length : lengths) {
        if (text.empty())
            break;
        if (!result.empty())
            result += ' ';
        result += text.substr(0, length);
        text.remove_prefix(std::min(length, text.size()));
    }
    if (!text.empty())
        result += " " + std::string{text};
    return result;
}

constexpr auto capitalDigits =
    std::array<std::string_view, 10>{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

/// One group of up to four digits, from 1 to 9999: 叁佰零伍.
std::string capitalGroup(std::int64_t group)
{
    constexpr auto units = std::array<std::string_view, 4>{"仟", "佰", "拾", ""};
    auto text = std::string{};
    auto gap = false;
    auto place = std::int64_t{1000};
    for (const auto unit : units) {
        const auto digit = group / place % 10;
        place /= 10;
        gap = gap || (digit == 0 && !text.empty());
        if (digit == 0)
            continue;
        if (gap)
            text += capitalDigits[0];
        gap = false;
        text += std::string{capitalDigits[static_cast<std::size_t>(digit)]} + std::string{unit};
    }
    return text;
}

/// Whole yuan above 0: 壹万零伍佰.
std::string capitalYuan(std::int64_t yuan)
{
    constexpr std::int64_t tenThousand = 10'000;
    const auto high = yuan / tenThousand;
    const auto low = yuan % tenThousand;
    if (high == 0)
        return capitalGroup(low);
    auto text = capitalGroup(high) + "万";
    if (low == 0)
        return text;
    const auto hasGap = low < tenThousand / 10;
    return text + std::string{hasGap ? capitalDigits[0] : ""} + capitalGroup(low);
}

[[noreturn]] void unknownValue()
{
    throw std::logic_error("a value of no enumerator reached a paper");
}

} // namespace

std::string_view printed(Category value)
{
    switch (value) {
    case Category::under16:
        return "十六周岁以下";
    case Category::firstTime:
        return "首次申领";
    case Category::fingersUnobtainable:
        return "不能按规定流程采集指纹";
    case Category::terminalFailed:
        return "自助采集指纹信息注册失败";
    case Category::couldUseTerminal:
        return "窗口受理";
    }
    unknownValue();
}

std::string_view printed(ApplicationKind value)
{
    switch (value) {
    case ApplicationKind::firstIssue:
        return "首次申领";
    case ApplicationKind::expiry:
        return "到期换领";
    case ApplicationKind::damage:
        return "损坏换领";
    case ApplicationKind::loss:
        return "丢失补领";
    case ApplicationKind::nameChange:
        return "变更换领";
    case ApplicationKind::correction:
        return "内容有误换发";
    }
    unknownValue();
}

std::string_view printed(Sex value)
{
    switch (value) {
    case Sex::male:
        return "男";
    case Sex::female:
        return "女";
    }
    unknownValue();
}

std::string_view printed(Relation value)
{
    switch (value) {
    case Relation::father:
        return "父亲";
    case Relation::mother:
        return "母亲";
    case Relation::stepFather:
        return "继父或养父";
    case Relation::stepMother:
        return "继母或养母";
    case Relation::paternalGrandfather:
        return "祖父";
    case Relation::paternalGrandmother:
        return "祖母";
    case Relation::maternalGrandfather:
        return "外祖父";
    case Relation::maternalGrandmother:
        return "外祖母";
    case Relation::elderBrother:
        return "兄";
    case Relation::elderSister:
        return "姐";
    case Relation::otherKin:
        return "其他亲属";
    case Relation::notRelated:
        return "非亲属";
    }
    unknownValue();
}

std::string_view printed(Finger value)
{
    switch (value) {
    case Finger::rightThumb:
    case Finger::leftThumb:
        return "拇指";
    case Finger::rightIndex:
    case Finger::leftIndex:
        return "食指";
    case Finger::rightMiddle:
    case Finger::leftMiddle:
        return "中指";
    case Finger::rightRing:
    case Finger::leftRing:
        return "环指";
    case Finger::rightLittle:
    case Finger::leftLittle:
        return "小指";
    }
    unknownValue();
}

std::string_view printed(FingerprintResult value)
{
    switch (value) {
    case FingerprintResult::registered:
        return "已注册";
    case FingerprintResult::failed:
        return "注册失败";
    case FingerprintResult::notRegistered:
        return "未注册";
    }
    unknownValue();
}

std::string_view printed(Tender value)
{
    switch (value) {
    case Tender::cash:
        return "现金";
    case Tender::weChat:
        return "微信支付";
    case Tender::alipay:
        return "支付宝";
    case Tender::exempt:
        return "免缴";
    }
    unknownValue();
}

std::string_view printed(ExceptionKind value)
{
    switch (value) {
    case ExceptionKind::fingersNotObtainable:
        return "指纹无法采集";
    case ExceptionKind::registrationFailed:
        return "指纹注册失败";
    case ExceptionKind::nonParentGuardian:
        return "由父母以外的监护人代为申请";
    case ExceptionKind::feeRelief:
        return "减免费用";
    case ExceptionKind::couldUseTerminal:
        return "在窗口办理可自助办理的事项";
    case ExceptionKind::duplicate:
        return "尚有一件申请未办结";
    case ExceptionKind::photoCheckOverruled:
        return "照片的采用";
    }
    unknownValue();
}

std::string_view printed(DrawerMove value)
{
    switch (value) {
    case DrawerMove::in:
        return "存入";
    case DrawerMove::out:
        return "支出";
    case DrawerMove::safeDrop:
        return "入保险柜";
    case DrawerMove::bankDeposit:
        return "银行解款";
    }
    unknownValue();
}

std::string printedPiece(std::int64_t denomination)
{
    constexpr std::int64_t yuan = 100;
    constexpr std::int64_t jiao = 10;
    return denomination >= yuan ? std::to_string(denomination / yuan) + " 元"
                                : std::to_string(denomination / jiao) + " 角";
}

std::string printedCapitals(Money amount)
{
    constexpr std::int64_t fenPerYuan = 100;
    const auto yuan = amount.inFen() / fenPerYuan;
    const auto jiao = amount.inFen() / 10 % 10;
    const auto fen = amount.inFen() % 10;
    if (amount < Money{} || yuan >= 100'000'000)
        throw std::logic_error("an amount that no slip holds");
    auto text = yuan > 0 ? capitalYuan(yuan) + "元" : std::string{};
    if (jiao == 0 && fen == 0)
        return yuan > 0 ? text + "整" : "零元整";
    if (jiao > 0)
        text += std::string{capitalDigits[static_cast<std::size_t>(jiao)]} + "角";
    else if (yuan > 0)
        text += "零";
    if (fen > 0)
        return text + std::string{capitalDigits[static_cast<std::size_t>(fen)]} + "分";
    return text + "整";
}

std::string printedDate(Date date)
{
    return std::to_string(static_cast<int>(date.year())) + "年" +
           std::to_string(static_cast<unsigned>(date.month())) + "月" +
           std::to_string(static_cast<unsigned>(date.day())) + "日";
}

std::string printedMoney(Money amount)
{
    return amount.text() + " 元";
}

std::string printedAcceptanceNumber(std::string_view number)
{
    return grouped(number, {6, 3, 8, 5});
}

std::string printedHand(std::string_view side, const HandPrint& hand, std::string_view reason)
{
    auto text = std::string{side};
    if (hand.finger)
        text += printed(*hand.finger);
    text += ' ';
    text += hand.result ? printed(*hand.result) : std::string_view{"未采集"};
    if (!reason.empty())
        text += "（" + std::string{reason} + "）";
    return text;
}

} // namespace guitai
