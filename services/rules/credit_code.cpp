#include "services/rules/credit_code.h"

#include "services/utf8.h"

namespace guitai
{

namespace
{

constexpr auto codeCharacters = std::string_view{"0123456789ABCDEFGHJKLMNPQRTUWXY"};
constexpr std::size_t codeLength = 18;

/// Half-width and capital.
char32_t plain(char32_t point)
{
    constexpr char32_t fullWidthOffset = 0xFEE0;
    if (point >= 0xFF01 && point <= 0xFF5E)
        point -= fullWidthOffset;
    return point >= U'a' && point <= U'z' ? point - U'a' + U'A' : point;
}

bool isFiller(char32_t point)
{
    return point == U' ' || point == U'-' || point == U'\t' || point == U'\u3000';
}

/// GB 32100-2015, annex A: weights are powers of 3 modulo 31.
char checkCharacter(std::string_view first17)
{
    constexpr std::size_t modulus = 31;
    auto sum = std::size_t{0};
    auto weight = std::size_t{1};
    for (const auto character : first17) {
        sum += codeCharacters.find(character) * weight;
        weight = weight * 3 % modulus;
    }
    return codeCharacters[(modulus - sum % modulus) % modulus];
}

} // namespace

Result<std::string> parseCreditCode(std::string_view typed, const std::string& field)
{
    const auto points = decodeUtf8(typed);
    if (!points)
        return Refusal{Refusal::Code::badUtf8, field};
    auto code = std::string{};
    for (const auto point : *points) {
        const auto kept = plain(point);
        if (isFiller(kept))
            continue;
        if (kept > U'~' || codeCharacters.find(static_cast<char>(kept)) == std::string_view::npos)
            return Refusal{Refusal::Code::malformed, field};
        code += static_cast<char>(kept);
    }
    if (code.empty())
        return Refusal{Refusal::Code::missing, field};
    if (code.size() != codeLength)
        return Refusal{Refusal::Code::malformed, field};
    if (code.back() != checkCharacter(std::string_view{code}.substr(0, codeLength - 1)))
        return Refusal{Refusal::Code::badCheckDigit, field};
    return code;
}

} // namespace guitai
