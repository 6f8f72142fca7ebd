#include "services/people/account_rules.h"

#include "services/people/people.h"
#include "services/rules/characters.h"
#include "services/utf8.h"

#include <algorithm>
#include <string_view>

namespace guitai
{

namespace
{

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool mayStand(char32_t point)
{
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
           (point >= U'0' && point <= U'9') || point == U'.' || point == U'-' || point == U'_' ||
           kindOf(point) == CharacterKind::han;
}

} // namespace

std::optional<Refusal> refusedSignInName(const std::string& id)
{
    if (id.empty())
        return Refusal{.code = Refusal::Code::missing, .field = "id"};
    const auto points = decodeUtf8(id);
    if (!points)
        return Refusal{.code = Refusal::Code::badUtf8, .field = "id"};
    if (points->size() > longestSignInName)
        return Refusal{
            .code = Refusal::Code::tooLong,
            .field = "id",
            .arguments = {std::to_string(longestSignInName), std::to_string(points->size())}};
    const auto wrong = std::find_if_not(points->begin(), points->end(), mayStand);
    if (wrong != points->end())
        return Refusal{.code = Refusal::Code::forbiddenCharacter,
                       .field = "id",
                       .arguments = {codePointName(*wrong)}};
    return std::nullopt;
}

std::optional<Refusal> refusedPassword(const std::string& id, const std::string& password)
{
    if (password.size() > longestPassword)
        return Refusal{
            .code = Refusal::Code::tooLong,
            .field = "password",
            .arguments = {std::to_string(longestPassword), std::to_string(password.size())}};
    const auto points = decodeUtf8(password);
    if (!points)
        return Refusal{.code = Refusal::Code::badUtf8, .field = "password"};
    if (points->size() < shortestPassword || sameSignInName(id, password))
        return Refusal{.code = Refusal::Code::weakPassword,
                       .field = "password",
                       .arguments = {std::to_string(shortestPassword)}};
    return std::nullopt;
}

bool sameSignInName(const std::string& one, const std::string& other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

} // namespace guitai
