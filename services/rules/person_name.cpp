#include "services/rules/person_name.h"

#include "services/rules/characters.h"
#include "services/utf8.h"

#include <algorithm>
#include <optional>

namespace guitai
{

namespace
{

constexpr char32_t separator = 0xB7;

/// Dots that keyboards, input methods and old data put where U+00B7 belongs.
bool looksLikeSeparator(char32_t point)
{
    constexpr auto lookAlikes =
        std::u32string_view{U".\u0387\u2022\u2024\u2027\u2219\u22C5\u30FB\uFE52\uFF0E\uFF65\uA78F"};
    return lookAlikes.find(point) != std::u32string_view::npos;
}

/// Full-width Latin letters are a habit of input methods, not another name.
char32_t halfWidthLetter(char32_t point)
{
    const auto isFullWidth =
        (point >= 0xFF21 && point <= 0xFF3A) || (point >= 0xFF41 && point <= 0xFF5A);
    return isFullWidth ? point - 0xFEE0 : point;
}

bool isBlank(char32_t point)
{
    return point == U'\t' || point == U'\n' || point == U'\r' ||
           kindOf(point) == CharacterKind::blank;
}

bool isLatin(char32_t point)
{
    return kindOf(point) == CharacterKind::latin;
}

/// Keeps one blank between two Latin words; all others go.
std::u32string withoutIdleBlanks(const std::u32string& points)
{
    auto kept = std::u32string{};
    bool blankBefore = false;
    for (const auto point : points) {
        if (isBlank(point)) {
            blankBefore = true;
            continue;
        }
        if (blankBefore && !kept.empty() && isLatin(kept.back()) && isLatin(point))
            kept += U' ';
        blankBefore = false;
        kept += point;
    }
    return kept;
}

Refusal refusedCharacter(char32_t point, const std::string& field)
{
    const auto code = kindOf(point) == CharacterKind::privateUse
                          ? Refusal::Code::privateUseCharacter
                          : Refusal::Code::forbiddenCharacter;
    return {code, field, {codePointName(point)}};
}

bool mayStandInName(char32_t point)
{
    const auto kind = kindOf(point);
    return kind == CharacterKind::han || kind == CharacterKind::latin ||
           kind == CharacterKind::separator || point == U' ';
}

bool mayStandInText(char32_t point)
{
    const auto kind = kindOf(point); // tabs and line ends are controls
    return kind != CharacterKind::forbidden && kind != CharacterKind::privateUse;
}

bool hasMisplacedSeparator(const std::u32string& name)
{
    const auto doubled = std::u32string(2, separator);
    return name.front() == separator || name.back() == separator ||
           name.find(doubled) != std::u32string::npos;
}

Refusal lengthRefusal(std::size_t limit, std::size_t length, const std::string& field)
{
    return {Refusal::Code::tooLong, field, {std::to_string(limit), std::to_string(length)}};
}

} // namespace

std::string normalisedName(std::string_view typed)
{
    auto points = decodeUtf8(typed);
    if (!points)
        return std::string{typed};
    for (auto& point : *points)
        point = looksLikeSeparator(point) ? separator : halfWidthLetter(point);
    return encodeUtf8(withoutIdleBlanks(*points));
}

Result<std::string> parseName(std::string_view typed, const std::string& field)
{
    const auto points = decodeUtf8(normalisedName(typed));
    if (!points)
        return Refusal{Refusal::Code::badUtf8, field};
    if (points->empty())
        return Refusal{Refusal::Code::missing, field};
    const auto stranger = std::ranges::find_if_not(*points, mayStandInName);
    if (stranger != points->end())
        return refusedCharacter(*stranger, field);
    if (hasMisplacedSeparator(*points))
        return Refusal{Refusal::Code::misplacedSeparator, field};
    if (points->size() > longestName)
        return lengthRefusal(longestName, points->size(), field);
    return encodeUtf8(*points);
}

Result<std::string> parseText(std::string_view typed, std::size_t limit, const std::string& field)
{
    auto points = decodeUtf8(typed);
    if (!points)
        return Refusal{Refusal::Code::badUtf8, field};
    const auto first = std::ranges::find_if_not(*points, isBlank);
    points->erase(points->begin(), first);
    while (!points->empty() && isBlank(points->back()))
        points->pop_back();
    if (points->empty())
        return Refusal{Refusal::Code::missing, field};
    const auto stranger = std::ranges::find_if_not(*points, mayStandInText);
    if (stranger != points->end())
        return refusedCharacter(*stranger, field);
    if (points->size() > limit)
        return lengthRefusal(limit, points->size(), field);
    for (auto& point : *points)
        if (isBlank(point))
            point = U' ';
    return encodeUtf8(*points);
}

std::string maskedName(std::string_view name)
{
    const auto points = decodeUtf8(name);
    if (!points || points->size() < 2)
        return name.empty() ? "" : "*";
    auto masked = std::u32string(points->size(), U'*');
    masked.front() = points->front();
    if (points->size() > 2)
        masked.back() = points->back();
    return encodeUtf8(masked);
}

} // namespace guitai
