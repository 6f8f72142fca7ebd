#include "printing/text/font_chain.h"

#include "services/failure.h"
#include "services/utf8.h"

#include <hb.h>

#include <array>
#include <stdexcept>

namespace guitai
{

namespace
{

/// Cut out of the large faces once; other characters of these roles work too, only slower.
constexpr auto titleWords = std::string_view{"居民身份证领取凭"};
constexpr auto digits = std::string_view{" 0123456789-X年月日起"};
constexpr auto latin =
    std::string_view{" 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.:/#()·"};

/// Neither HarfBuzz nor a reader of the sheet could tell these from nothing.
bool isInvisible(char32_t point)
{
    const auto selectsVariation = (point >= 0xFE00 && point <= 0xFE0F) ||
                                  (point >= 0xE0100 && point <= 0xE01EF) || point == 0x034F;
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), point)) {
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE:
    case HB_UNICODE_GENERAL_CATEGORY_SURROGATE:
    case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
    case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR:
        return true;
    default:
        return selectsVariation;
    }
}

bool isPrivateUse(char32_t point)
{
    return (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
}

bool isMark(char32_t point)
{
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), point);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

std::u32string decoded(std::string_view text)
{
    auto points = decodeUtf8(text);
    if (!points)
        throw std::logic_error("text of a paper is not UTF-8");
    return std::move(*points);
}

} // namespace

FontChain::FontChain()
    : m_title({"NotoSerifCJKsc-Bold", "fonts-noto-cjk"}, titleWords),
      m_text({"DroidSansFallback", "fonts-droid-fallback"}, {}),
      m_strong({"NotoSansCJKsc-Bold", "fonts-noto-cjk"}, digits),
      m_sans({"NotoSansCJKsc-Regular", "fonts-noto-cjk"}, latin),
      m_hanazonoA({"HanaMinA", "fonts-hanazono"}, {}),
      m_hanazonoB({"HanaMinB", "fonts-hanazono"}, {})
{
}

const FontFace& FontChain::lead(FontRole role) const
{
    switch (role) {
    case FontRole::title:
        return m_title;
    case FontRole::text:
        return m_text;
    case FontRole::strong:
        return m_strong;
    }
    throw std::logic_error("no such role");
}

const FontFace* FontChain::faceFor(char32_t point, FontRole role) const
{
    const auto order =
        std::array<const FontFace*, 5>{&lead(role), &m_sans, &m_hanazonoA, &m_hanazonoB, &m_text};
    for (const auto* face : order)
        if (face->draws(point))
            return face;
    return nullptr;
}

std::optional<char32_t> FontChain::firstMissing(std::string_view text) const
{
    for (const auto point : decoded(text)) {
        if (isPrivateUse(point) || isInvisible(point))
            return point;
        // The role does not matter beyond its lead, but a lead must not widen what is accepted.
        if (faceFor(point, FontRole::text) == nullptr)
            return point;
    }
    return std::nullopt;
}

template <class Use>
void FontChain::itemise(std::string_view text, FontRole role, Use use) const
{
    const FontFace* current = nullptr;
    for (const auto point : decoded(text)) {
        // A mark stays with its base, and a blank with the words before it.
        const auto stays =
            current != nullptr && (isMark(point) || point == U' ') && current->draws(point);
        if (!stays)
            current = faceFor(point, role);
        if (current == nullptr)
            throw ServiceFailure(ServiceFailure::Kind::printer,
                                 "no font draws " + codePointName(point));
        use(point, *current);
    }
}

double FontChain::width(std::string_view text, FontRole role, double size) const
{
    auto ems = 0.0;
    itemise(text, role, [&](char32_t point, const FontFace& face) {
        if (!isMark(point))
            ems += static_cast<double>(face.advanceOf(point)) / face.unitsPerEm();
    });
    return ems * size * millimetresPerPoint;
}

std::vector<ShapedPiece> FontChain::shape(std::string_view text, FontRole role) const
{
    auto pieces = std::vector<ShapedPiece>{};
    auto pending = std::string{};
    const FontFace* current = nullptr;
    const auto flush = [&] {
        if (!pending.empty())
            pieces.push_back({current, current->shape(pending)});
        pending.clear();
    };
    itemise(text, role, [&](char32_t point, const FontFace& face) {
        if (&face != current)
            flush();
        current = &face;
        pending += encodeUtf8(point);
    });
    flush();
    return pieces;
}

} // namespace guitai
