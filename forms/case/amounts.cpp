#include "forms/case/amounts.h"

#include "forms/text.h"
#include "services/utf8.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace guitai
{

namespace
{

constexpr auto fenPerYuan = std::int64_t{100};
constexpr auto mostYuanDigits = std::size_t{6};

/// ASCII digits and one dot; nothing for any other character.
std::optional<std::string> plainDigits(std::string_view typed)
{
    const auto points = decodeUtf8(typed);
    if (!points)
        return std::nullopt;
    auto plain = std::string{};
    for (const auto point : *points) {
        if (point == U' ' || point == U'\u3000')
            continue;
        if (point >= U'０' && point <= U'９')
            plain += static_cast<char>('0' + (point - U'０'));
        else if (point == U'．' || point == U'。')
            plain += '.';
        else if ((point >= U'0' && point <= U'9') || point == U'.')
            plain += static_cast<char>(point);
        else
            return std::nullopt;
    }
    return plain;
}

std::int64_t numberOf(std::string_view digits)
{
    auto value = std::int64_t{0};
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace

wxString yuan(Money amount)
{
    auto text = amount.text();
    if (amount.inFen() % fenPerYuan == 0)
        text.resize(text.size() - 3);
    // TRANSLATORS: an amount of money
    return wxString::Format(_("%s yuan"), toUi(text));
}

std::optional<Money> typedAmount(std::string_view typed)
{
    const auto plain = plainDigits(typed);
    if (!plain || plain->empty())
        return std::nullopt;
    const auto dot = std::min(plain->find('.'), plain->size());
    const auto whole = plain->substr(0, dot);
    auto part = dot < plain->size() ? plain->substr(dot + 1) : std::string{};
    if (whole.empty() || whole.size() > mostYuanDigits || part.size() > 2 ||
        part.find('.') != std::string::npos)
        return std::nullopt;
    part.resize(2, '0');
    return Money::fen(numberOf(whole) * fenPerYuan + numberOf(part));
}

wxString amounts(const std::vector<Money>& all)
{
    auto text = wxString{};
    for (const auto& amount : all)
        text += (text.empty() ? wxString{} : wxString(", ")) + yuan(amount);
    return text;
}

wxString pieces(const CashCount& count)
{
    auto text = wxString{};
    for (const auto denomination : denominations) {
        const auto found = count.find(denomination);
        if (found == count.end() || found->second == 0)
            continue;
        if (!text.empty())
            text += ", ";
        text += wxString::Format(wxString::FromUTF8("%lld × %s"),
                                 static_cast<long long>(found->second),
                                 yuan(Money::fen(denomination)));
    }
    return text;
}

} // namespace guitai
