#include "tests/printing/example_vouchers.h"

#include <string>

namespace guitai::tests
{

namespace
{

using namespace std::chrono;

/// `pattern` repeated until it has `length` characters of three bytes each.
std::string repeated(std::string_view pattern, std::size_t length)
{
    auto text = std::string{};
    while (text.size() < 3 * length)
        text += pattern;
    return text.substr(0, 3 * length);
}

constexpr auto kinds = {ApplicationKind::firstIssue,
                        ApplicationKind::expiry,
                        ApplicationKind::damage,
                        ApplicationKind::loss,
                        ApplicationKind::nameChange,
                        ApplicationKind::correction};
constexpr auto deliveries = {DeliveryMethod::pickUp, DeliveryMethod::proxy, DeliveryMethod::post};
constexpr auto tenders = {Tender::cash, Tender::weChat, Tender::alipay, Tender::exempt};

Voucher withDelivery(Voucher voucher, DeliveryMethod method)
{
    voucher.delivery = method;
    if (method == DeliveryMethod::proxy) {
        voucher.postPossible = false;
        voucher.postalEntry.clear();
    }
    return voucher;
}

Voucher withTender(Voucher voucher, Tender tender)
{
    voucher.tender = tender;
    if (tender == Tender::exempt) {
        voucher.due = {};
        for (auto& line : voucher.fees)
            line.amount = {};
        voucher.exemptionGround = "居民身份证法第二十条";
        voucher.receiptNumber.clear();
    }
    return voucher;
}

std::vector<Voucher> people()
{
    auto extensionB = adultVoucher();
    extensionB.name = "\U00020BB7田一郎";
    extensionB.address = "北京市海淀区\U0002CEB3桥\u4DAE里3号楼";
    auto minority = adultVoucher();
    minority.name = "阿卜杜热合曼·买买提艾力";
    minority.ethnicity = "维吾尔";
    auto oneHanded = adultVoucher();
    oneHanded.category = Category::fingersUnobtainable;
    oneHanded.rightHand = {FingerprintResult::notRegistered, {}, "amputated"};
    oneHanded.rightReason = "缺指";
    oneHanded.stationAddress.clear();
    oneHanded.stationPhone.clear();
    oneHanded.validity = {};
    auto twoFees = childVoucher();
    twoFees.temporaryCard = true;
    twoFees.fees.push_back({"temporaryCard", "临时居民身份证工本费", Money::yuan(10), ""});
    twoFees.due = Money::yuan(10);
    twoFees.promised.estimated = true;
    return {
        adultVoucher(), childVoucher(), longestVoucher(), extensionB, minority, oneHanded, twoFees};
}

} // namespace

Voucher adultVoucher()
{
    auto voucher = Voucher{};
    voucher.acceptanceNumber = "1101085202026112203017";
    voucher.authority = "北京市公安局海淀分局";
    voucher.station = "测试派出所";
    voucher.window = "03";
    voucher.stationPhone = "010-00000110";
    voucher.stationAddress = "海淀区示例路1号";
    voucher.acceptedOn = 2026y / November / 22;
    voucher.promised = {2026y / December / 4, false};
    voucher.name = "欧阳晓梅";
    voucher.sex = Sex::female;
    voucher.ethnicity = "汉";
    voucher.birthDate = 1990y / January / 1;
    voucher.citizenNumber = "11010819900101124X";
    voucher.address = "北京市海淀区紫金庄园3号楼2单元501室";
    voucher.category = Category::terminalFailed;
    voucher.kind = ApplicationKind::expiry;
    voucher.validity = {20, 2046y / December / 4, {}};
    voucher.rightHand = {FingerprintResult::registered, Finger::rightThumb, ""};
    voucher.leftHand = {FingerprintResult::failed, Finger::leftIndex, ""};
    voucher.fees = {{"card", "居民身份证工本费（到期换领）", Money::yuan(20), ""}};
    voucher.due = Money::yuan(20);
    voucher.tender = Tender::cash;
    voucher.receiptNumber = "01-20261122-0017";
    voucher.postPossible = true;
    voucher.postalEntry = "https://post.example.cn/id?n=1101085202026112203017";
    voucher.postal = {"欧阳晓梅", "13800000000", "110108", "紫金庄园3号楼2单元501室"};
    voucher.postalDistrictName = "海淀区";
    voucher.proxy = {"欧阳建国", "110108196503150019", "父亲"};
    voucher.oldCardOutstanding = true;
    voucher.proxyPapers = {
        "本凭证", "代领人居民身份证原件和复印件", "申领人户口簿", "写明原因和代领人的委托书"};
    voucher.clerk = "张敏";
    voucher.printedAt = "2026-11-22 10:42";
    return voucher;
}

Voucher childVoucher()
{
    auto voucher = adultVoucher();
    voucher.acceptanceNumber = "1101085202026112200024";
    voucher.name = "张䶮";
    voucher.birthDate = 2015y / March / 8;
    voucher.citizenNumber = "110108201503081248";
    voucher.guardianName = "王晓梅";
    voucher.guardianRelation = Relation::mother;
    voucher.category = Category::under16;
    voucher.kind = ApplicationKind::firstIssue;
    voucher.validity = {5, 2031y / December / 4, {}};
    voucher.leftHand = {FingerprintResult::registered, Finger::leftThumb, ""};
    voucher.fees = {{"card", "居民身份证工本费（首次申领）", {}, "首次申领免收工本费"}};
    voucher.due = {};
    voucher.tender = Tender::exempt;
    voucher.exemptionGround = "首次申领免收工本费";
    voucher.receiptNumber.clear();
    voucher.postalEntry = "https://post.example.cn/id?n=1101085202026112200024";
    voucher.postal.recipient = "王晓梅";
    voucher.proxy = {"张建军", "110108198503150018", "父亲"};
    voucher.oldCardOutstanding = false;
    return voucher;
}

Voucher longestVoucher()
{
    auto voucher = childVoucher();
    voucher.name = repeated("买买提艾力古丽娜扎尔", 50);
    voucher.guardianName = repeated("努尔艾力阿卜杜热合曼", 50);
    voucher.ethnicity = "外国血统中国籍人士";
    voucher.guardianRelation = Relation::otherKin;
    voucher.guardianRole = GuardianRole::delegate;
    voucher.guardianFor = voucher.name;
    voucher.address = repeated("北京市海淀区紫金庄园西里东街胡同甲乙丙丁单元", 100);
    voucher.postal = {voucher.guardianName, "13800000000", "110108", voucher.address};
    voucher.proxy.name = voucher.guardianName;
    voucher.proxy.relation = repeated("同一户口簿上的成年近亲属", 20);
    voucher.rightHand = {FingerprintResult::notRegistered, Finger::rightThumb, "amputated"};
    voucher.leftHand = voucher.rightHand;
    voucher.rightReason = voucher.leftReason = "长期从事体力劳动指纹磨损";
    voucher.temporaryCard = true;
    voucher.oldCardOutstanding = true;
    voucher.fees.push_back({"temporaryCard", "临时居民身份证工本费", Money::yuan(10), ""});
    voucher.fees.push_back({"householdRegister", "居民户口簿工本费", Money::yuan(6), ""});
    voucher.fees.push_back({"migrationPermit", "户口迁移证件工本费", Money::yuan(5), ""});
    voucher.due = Money::yuan(21);
    voucher.tender = Tender::cash;
    voucher.receiptNumber = "01-20261122-0017";
    voucher.exemptionGround.clear();
    voucher.clerk = repeated("古丽娜扎尔买买提艾力", 50);
    voucher.stationAddress = repeated("海淀区示例路东段南侧", 60);
    voucher.copy = 12;
    voucher.reprintReason = repeated("原件在领取之前遗失或者损坏不能辨认", 40);
    voucher.training = true;
    return voucher;
}

std::vector<Voucher> manyVouchers()
{
    auto vouchers = std::vector<Voucher>{};
    for (const auto& person : people())
        for (const auto kind : kinds)
            for (const auto delivery : deliveries)
                for (const auto tender : tenders) {
                    auto voucher = withTender(withDelivery(person, delivery), tender);
                    voucher.kind = kind;
                    vouchers.push_back(voucher);
                    voucher.copy = 1;
                    voucher.reprintReason = "原件遗失";
                    voucher.training = true;
                    vouchers.push_back(voucher);
                }
    return vouchers;
}

} // namespace guitai::tests
