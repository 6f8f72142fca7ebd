#include "services/rules/characters.h"

#include <hb.h>

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t count>
bool isIn(const std::array<Range, count>& ranges, char32_t point)
{
    return std::ranges::any_of(
        ranges, [point](Range range) { return point >= range.first && point <= range.last; });
}

/// Ideographs that are younger than the Unicode 15.0 of the installed HarfBuzz. Extension I holds
/// the characters that China's registers asked for.
constexpr auto youngerHan = std::array<Range, 2>{{{0x2EBF0, 0x2EE5D}, {0x323B0, 0x33479}}};

/// Symbols that addresses of old registers hold: ° × № ○ and the full-width forms of ASCII.
constexpr auto symbolsOfAddresses = std::array<Range, 5>{
    {{0xB0, 0xB0}, {0xD7, 0xD7}, {0x2116, 0x2116}, {0x25CB, 0x25CB}, {0xFF01, 0xFF5E}}};

/// Punctuation by category that is drawn as emoji: ‼ ⁉ 〰.
constexpr auto emojiPunctuation =
    std::array<Range, 3>{{{0x203C, 0x203C}, {0x2049, 0x2049}, {0x3030, 0x3030}}};

/// Letters by category that draw nothing: the Hangul fillers.
constexpr auto invisibleLetters =
    std::array<Range, 3>{{{0x115F, 0x1160}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0}}};

/// Marks by category that pick a glyph: the variation selectors. One character of a name must have
/// one spelling, or searches and comparisons miss it.
constexpr auto variationSelectors =
    std::array<Range, 3>{{{0x180B, 0x180F}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}}};

CharacterKind
kindOfLetter(hb_unicode_funcs_t* unicode, hb_unicode_general_category_t category, char32_t point)
{
    const auto script = hb_unicode_script(unicode, point);
    if (script == HB_SCRIPT_HAN && category == HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER)
        return CharacterKind::han;
    const auto cased = category == HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER ||
                       category == HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER ||
                       category == HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER;
    if (script == HB_SCRIPT_LATIN && cased)
        return CharacterKind::latin;
    return isIn(invisibleLetters, point) ? CharacterKind::forbidden : CharacterKind::writing;
}

CharacterKind kindOfSymbol(char32_t point)
{
    const auto allowed = point < 0x80 || isIn(symbolsOfAddresses, point);
    return allowed ? CharacterKind::writing : CharacterKind::forbidden;
}

} // namespace

CharacterKind kindOf(char32_t point)
{
    constexpr char32_t ideographicZero = 0x3007; // a letter number by category
    if (point == 0xB7)
        return CharacterKind::separator;
    if (point == ideographicZero || isIn(youngerHan, point))
        return CharacterKind::han;
    if (point >= U'0' && point <= U'9')
        return CharacterKind::digit;
    if (isIn(emojiPunctuation, point) || isIn(variationSelectors, point))
        return CharacterKind::forbidden;

    auto* unicode = hb_unicode_funcs_get_default();
    const auto category = hb_unicode_general_category(unicode, point);
    switch (category) {
    case HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE:
        return CharacterKind::privateUse;
    case HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR:
        return CharacterKind::blank;
    case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
        return kindOfLetter(unicode, category, point);
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER:
    case HB_UNICODE_GENERAL_CATEGORY_LETTER_NUMBER:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_NUMBER:
    case HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_DASH_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION:
        return CharacterKind::writing;
    case HB_UNICODE_GENERAL_CATEGORY_CURRENCY_SYMBOL:
    case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_SYMBOL:
    case HB_UNICODE_GENERAL_CATEGORY_MATH_SYMBOL:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_SYMBOL:
        return kindOfSymbol(point);
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED:
    case HB_UNICODE_GENERAL_CATEGORY_SURROGATE:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
    case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR:
        return CharacterKind::forbidden;
    }
    return CharacterKind::forbidden;
}

} // namespace guitai
