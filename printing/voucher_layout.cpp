#include "printing/voucher_layout.h"

#include "printing/practice_mark.h"
#include "printing/qr.h"
#include "printing/sheet.h"
#include "printing/voucher_texts.h"
#include "printing/words.h"
#include "services/failure.h"

#include <array>
#include <cmath>

namespace guitai
{

namespace
{

constexpr auto a5 = Sheet::Form{.width = 148,
                                .height = 210,
                                .left = 12,
                                .right = 136,
                                .top = 11,
                                .bottom = 200,
                                .margin = 8,
                                .labelWidth = 19};

constexpr auto small = TextStyle{FontRole::text, 7.6};
constexpr auto body = TextStyle{FontRole::text, 9.4};
constexpr auto dotsPerMillimetre = 300 / 25.4; // modules are whole dots of a 300 dpi printer

/// Side of a code that fits `room` millimetres with modules of whole printer dots.
double codeSide(const CodeModules& modules, double room)
{
    const auto dots = std::floor(room * dotsPerMillimetre / modules.side);
    return dots * modules.side / dotsPerMillimetre;
}

double moduleOf(const Code& code)
{
    return code.box.width / code.modules.side;
}

/// Made once for a sheet that may be tried at several densities.
struct VoucherCodes {
    CodeModules number;
    CodeModules post;
};

VoucherCodes codesOf(const Voucher& voucher)
{
    auto codes = VoucherCodes{qrModules(voucher.acceptanceNumber, ErrorCorrection::quartile), {}};
    if (voucher.postPossible)
        codes.post = qrModules(voucher.postalEntry, ErrorCorrection::medium);
    return codes;
}

/// Places a code with its right or left edge at `edge`, its top at `top`.
const Code&
placeCode(Sheet& sheet, std::string content, CodeModules modules, double room, Box at, Align align)
{
    const auto side = codeSide(modules, room);
    const auto left = align == Align::right ? at.left - side : at.left;
    sheet.page().codes.push_back(
        {std::move(content), std::move(modules), {left, at.top, side, side}});
    return sheet.page().codes.back();
}

void placeCentred(Sheet& sheet, const std::string& text, const TextStyle& style)
{
    const auto centre = (sheet.form().left + sheet.form().right) / 2;
    for (const auto& line : sheet.linesOf(text, style, sheet.columnWidth())) {
        sheet.line(line, style, centre, sheet.cursor(), Align::centre);
        sheet.moveTo(sheet.cursor() + sheet.lineHeight(style));
    }
}

void placeHead(Sheet& sheet, const Voucher& voucher)
{
    constexpr auto titleStyle = TextStyle{FontRole::title, 19};
    const auto centre = (sheet.form().left + sheet.form().right) / 2;
    sheet.line(voucherTitle, titleStyle, centre, sheet.cursor(), Align::centre, 0.6);
    sheet.moveTo(sheet.cursor() + 8.2);
    const auto issuer =
        voucher.authority.empty() ? voucher.station : voucher.authority + "　" + voucher.station;
    placeCentred(sheet, issuer, sheet.scaled({FontRole::text, 9.6}));
    if (voucher.copy > 0)
        placeCentred(sheet, reprintText(voucher), sheet.scaled({FontRole::strong, 9}));
    sheet.skip(1.6);
}

/// Groups stand further apart than a blank would set them.
void placeGroups(Sheet& sheet, std::string_view number, double left, double top)
{
    constexpr auto style = TextStyle{FontRole::strong, 16};
    constexpr auto gap = 2.6;
    while (!number.empty()) {
        const auto group = number.substr(0, number.find(' '));
        sheet.line(group, style, left, top);
        left += sheet.widthOf(group, style) + gap;
        number.remove_prefix(std::min(group.size() + 1, number.size()));
    }
}

void placeNumber(Sheet& sheet, const Voucher& voucher, const VoucherCodes& codes)
{
    constexpr auto codeRoom = 22.0;
    sheet.rule(0.5);
    const auto top = sheet.cursor() + 4.2; // the quiet zone of the code
    const auto& code = placeCode(sheet,
                                 voucher.acceptanceNumber,
                                 codes.number,
                                 codeRoom,
                                 {sheet.form().right - 2, top, 0, 0},
                                 Align::right);
    const auto left = sheet.form().left;
    const auto codeBottom = code.box.bottom();
    sheet.line("受理编号", small, left, top);
    placeGroups(sheet, printedAcceptanceNumber(voucher.acceptanceNumber), left, top + 3.7);
    const auto dates = top + 12.4;
    sheet.line("受理日期", small, left, dates);
    sheet.line(printedDate(voucher.acceptedOn), {FontRole::text, 10.5}, left, dates + 4.0);
    const auto second = left + 36;
    sheet.line(voucher.promised.estimated ? "预计领取日期" : "领取日期", small, second, dates);
    constexpr auto promised = TextStyle{FontRole::strong, 12.5};
    const auto date = printedDate(voucher.promised.date) + "起";
    sheet.line(date, promised, second, dates + 3.4);
    sheet.line(termText(voucher), small, second + sheet.widthOf(date, promised) + 1.4, dates + 5.0);
    sheet.moveTo(codeBottom + 4.2);
    sheet.rule(0.2);
}

void placePerson(Sheet& sheet, const Voucher& voucher)
{
    constexpr auto half = 70.0;
    const auto whole = sheet.columnWidth();
    constexpr auto nameStyle = TextStyle{FontRole::text, 13};
    const auto sex = std::string{printed(voucher.sex)};
    const auto shortName = Cell{"姓名", voucher.name, nameStyle, 0, half - 2};
    const auto kin = Cell{"性别 民族", sex + "　" + voucher.ethnicity, body, half, whole - half};
    const auto number = Cell{"公民身份号码", voucher.citizenNumber, body, 0, half - 2};
    const auto birth = Cell{"出生日期", printedDate(voucher.birthDate), body, half, whole - half};
    if (sheet.fits(shortName)) {
        sheet.row({shortName, kin});
    } else {
        sheet.row({{"姓名", voucher.name, {FontRole::text, 11}, 0, whole}});
        sheet.row({{"性别 民族", kin.value, body, 0, whole}});
    }
    sheet.row({number, birth});
    sheet.row({{"住址", voucher.address, body, 0, whole}});
}

/// Two cells in one row where both values stand on one line, else one below the other.
void placePair(Sheet& sheet, Cell first, Cell second)
{
    constexpr auto half = 70.0;
    first.width = half - 2;
    second.left = half;
    second.width = sheet.columnWidth() - half;
    if (sheet.fits(first) && sheet.fits(second)) {
        sheet.row({first, second});
        return;
    }
    first.width = second.width = sheet.columnWidth();
    second.left = 0;
    sheet.row({first});
    sheet.row({second});
}

/// The card's fee in a row of its own, what else was charged two to a row.
void placeFees(Sheet& sheet, const Voucher& voucher)
{
    const auto& fees = voucher.fees;
    const auto cell = [&](std::string label, std::string value) {
        return Cell{std::move(label), std::move(value), body, 0, sheet.columnWidth()};
    };
    const auto placeAlone = [&](const FeeLine& line) {
        placePair(sheet, cell("费用", line.title), cell("", feeText(line, voucher)));
    };
    const auto inOne = [&](const FeeLine& line) {
        return line.title + "　" + feeText(line, voucher);
    };
    for (std::size_t i = 0; i < fees.size(); ++i)
        if (i % 2 == 0 || i + 1 == fees.size())
            placeAlone(fees[i]);
        else {
            placePair(sheet, cell("费用", inOne(fees[i])), cell("", inOne(fees[i + 1])));
            ++i;
        }
}

void placeCase(Sheet& sheet, const Voucher& voucher)
{
    const auto whole = sheet.columnWidth();
    const auto cell = [&](std::string label, std::string value) {
        return Cell{std::move(label), std::move(value), body, 0, whole};
    };
    placePair(sheet, cell("申领类别", kindText(voucher)), cell("有效期限", validityText(voucher)));
    if (!voucher.guardianName.empty())
        sheet.row({{"监护人", guardianText(voucher), body, 0, whole}});
    sheet.row({cell("指纹", fingersText(voucher))});
    placeFees(sheet, voucher);
    sheet.row({cell("缴费方式", paidText(voucher))});
    sheet.row({cell("领取方式", collectionText(voucher))});
    sheet.row({cell("领取地点", placeText(voucher))});
}

void placePost(Sheet& sheet, const Voucher& voucher, const VoucherCodes& codes)
{
    const auto codeRoom = 25.0 * std::sqrt(sheet.scale());
    constexpr auto inset = 3.6; // the quiet zone of the code
    const auto text = sheet.scaled({FontRole::text, 9});
    const auto title = sheet.scaled({FontRole::text, 12});
    const auto top = sheet.cursor() + 2.4;
    auto left = sheet.form().left + inset;
    auto bottom = top;
    if (voucher.postPossible) {
        const auto& code = placeCode(sheet,
                                     voucher.postalEntry,
                                     codes.post,
                                     codeRoom,
                                     {left, top + inset, 0, 0},
                                     Align::left);
        left = code.box.right() + 4 * moduleOf(code) + 1;
        bottom = code.box.bottom();
    }
    sheet.line("邮政寄递", title, left, top + inset - 0.4);
    auto end = top + inset + sheet.lineHeight(title) + 0.6;
    for (const auto& paragraph : postTexts(voucher))
        end = sheet.paragraph(paragraph, text, left, end, sheet.form().right - inset - left) + 0.4;
    bottom = std::max(bottom, end - 1.2) + inset;
    sheet.frame({sheet.form().left, top, sheet.columnWidth(), bottom - top}, 0.25);
    sheet.moveTo(bottom);
}

void placeNotices(Sheet& sheet, const Voucher& voucher)
{
    const auto style = sheet.scaled({FontRole::text, 8});
    const auto indent = 4.2 * sheet.scale();
    const auto left = sheet.form().left;
    sheet.skip(2.4);
    auto number = 0;
    for (const auto& notice : noticeTexts(voucher)) {
        sheet.line(std::to_string(++number) + ".", style, left, sheet.cursor());
        sheet.moveTo(sheet.paragraph(
            notice, style, left + indent, sheet.cursor(), sheet.columnWidth() - indent));
        sheet.skip(0.3);
    }
}

/// The signatures and the last line, which stand at the foot of the sheet.
class Foot
{
public:
    Foot(const Sheet& sheet, const Voucher& voucher)
        : m_signer(signerText(voucher)),
          m_lineLeft(sheet.form().left + sheet.widthOf(m_signer, style) + 1.5),
          m_handler(sheet.linesOf(
              handlerText(voucher), style, sheet.form().right - m_lineLeft - lineLength - 3)),
          m_handlerHeight(static_cast<double>(m_handler.size()) * sheet.lineHeight(style))
    {
    }

    double height() const { return m_handlerHeight + 12.5; }

    void place(Sheet& sheet, const Voucher& voucher) const
    {
        const auto left = sheet.form().left;
        const auto right = sheet.form().right;
        auto top = sheet.form().bottom - 7.5 - m_handlerHeight;
        sheet.line(m_signer, style, left, top);
        sheet.page().rectangles.push_back({{m_lineLeft, top + 3.6, lineLength, 0.15}, 0});
        for (const auto& line : m_handler) {
            sheet.line(line, style, right, top, Align::right);
            top += sheet.lineHeight(style);
        }
        sheet.moveTo(sheet.form().bottom - 4.6);
        sheet.rule(0.2);
        top = sheet.cursor() + 1.2;
        sheet.line(copyText(voucher), small, left, top);
        sheet.line("打印时间 " + voucher.printedAt, small, right, top, Align::right);
    }

private:
    static constexpr auto style = TextStyle{FontRole::text, 9};
    static constexpr auto lineLength = 38.0;

    std::string m_signer;
    double m_lineLeft;
    std::vector<std::string> m_handler;
    double m_handlerHeight;
};

Sheet set(const Voucher& voucher,
          const VoucherCodes& codes,
          const TextMeasure& measure,
          const Density& density)
{
    auto sheet = Sheet{a5, density, measure};
    sheet.page().title = voucherTitle;
    sheet.page().madeAt = voucher.printedAt;
    if (voucher.training)
        placePracticeMark(sheet);
    placeHead(sheet, voucher);
    placeNumber(sheet, voucher, codes);
    placePerson(sheet, voucher);
    placeCase(sheet, voucher);
    placePost(sheet, voucher, codes);
    placeNotices(sheet, voucher);
    return sheet;
}

} // namespace

Page layOut(const Voucher& voucher, const TextMeasure& measure)
{
    constexpr auto densities = std::array<Density, 14>{{{1, 1.45},
                                                        {1, 1.2},
                                                        {1, 1},
                                                        {1, 0.8},
                                                        {0.96, 0.75},
                                                        {0.92, 0.7},
                                                        {0.88, 0.65},
                                                        {0.84, 0.6},
                                                        {0.8, 0.5},
                                                        {0.76, 0.45},
                                                        {0.72, 0.4},
                                                        {0.68, 0.35},
                                                        {0.64, 0.32},
                                                        {0.6, 0.3}}};
    const auto codes = codesOf(voucher);
    for (const auto& density : densities) {
        auto sheet = set(voucher, codes, measure, density);
        const auto foot = Foot{sheet, voucher};
        if (sheet.cursor() > a5.bottom - foot.height())
            continue;
        foot.place(sheet, voucher);
        return sheet.take();
    }
    throw ServiceFailure(ServiceFailure::Kind::printer,
                         "the voucher's text does not fit its sheet");
}

} // namespace guitai
