#include "services/cases/handover_code.h"

#include "services/station_time.h"
#include "services/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace guitai
{

namespace
{

using nlohmann::json;

constexpr auto separator = '*';
constexpr std::size_t checkDigits = 8;
constexpr auto codeField = "handover.code";

struct OutcomeLetter {
    TryOutcome outcome{};
    char letter{};
};
constexpr auto outcomeLetters = std::array{OutcomeLetter{TryOutcome::taken, 'T'},
                                           OutcomeLetter{TryOutcome::noFeatures, 'N'},
                                           OutcomeLetter{TryOutcome::noFinger, 'F'},
                                           OutcomeLetter{TryOutcome::absent, 'A'}};

std::vector<std::string> split(std::string_view text, char at)
{
    auto parts = std::vector<std::string>{};
    for (auto end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.emplace_back(text);
    return parts;
}

std::string checkOf(std::string_view text)
{
    return sha256(bytesOf(text)).substr(0, checkDigits);
}

std::optional<int> numberIn(std::string_view text)
{
    auto number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && number >= 0 ? std::optional{number}
                                                                    : std::nullopt;
}

/// "11T41" as a try of the JSON file.
std::optional<json> tryIn(std::string_view text)
{
    constexpr std::size_t letterAt = 2;
    if (text.size() <= letterAt + 1)
        return std::nullopt;
    const auto finger = numberIn(text.substr(0, letterAt));
    const auto outcome = std::ranges::find(outcomeLetters, text[letterAt], &OutcomeLetter::letter);
    const auto quality = numberIn(text.substr(letterAt + 1));
    if (!finger || outcome == outcomeLetters.end() || !quality ||
        *finger < static_cast<int>(Finger::rightThumb) ||
        *finger > static_cast<int>(Finger::leftLittle))
        return std::nullopt;
    return json{{"finger", nameOf(static_cast<Finger>(*finger))},
                {"outcome", nameOf(outcome->outcome)},
                {"quality", *quality}};
}

/// A part in base64; none: it is no text.
std::optional<std::string> textIn(const std::string& part)
{
    const auto bytes = fromBase64(part);
    auto text = bytes ? textOf(*bytes) : std::string{};
    return bytes && decodeUtf8(text) ? std::optional{std::move(text)} : std::nullopt;
}

/// The same hand-over as the file would have it; none: a part is not of its form.
std::optional<json> fileOf(const std::vector<std::string>& parts)
{
    enum Part : std::size_t {
        start,
        id,
        date,
        number,
        kind,
        tries,
        terminal,
        point,
        reason,
        name,
        count
    };
    if (parts.size() != count)
        return std::nullopt;
    const auto day = parseDigitDate(parts[date]);
    auto file = json{{"format", "guitai-terminal-handover"},
                     {"version", 1},
                     {"id", parts[id]},
                     {"date", day ? isoDate(*day) : std::string{}},
                     {"citizenNumber", parts[number]},
                     {"kind", parts[kind]},
                     {"tries", json::array()}};
    for (const auto& [member, part] : std::array{std::pair{"terminal", terminal},
                                                 std::pair{"servicePoint", point},
                                                 std::pair{"reason", reason},
                                                 std::pair{"name", name}}) {
        const auto text = textIn(parts[part]);
        if (!text)
            return std::nullopt;
        if (part != name || !text->empty())
            file[member] = *text;
    }
    if (!parts[tries].empty())
        for (const auto& part : split(parts[tries], '.')) {
            auto made = tryIn(part);
            if (!made)
                return std::nullopt;
            file["tries"].push_back(std::move(*made));
        }
    return file;
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char each) { return each > ' ' && each <= '~'; });
}

std::string base64Of(const std::string& text)
{
    return toBase64(bytesOf(text));
}

} // namespace

bool looksLikeHandoverCode(std::string_view text)
{
    constexpr auto family = handoverCodeStart.substr(0, 3); // of every version
    return trimmed(text.substr(0, longestHandoverCode)).starts_with(family);
}

Result<TerminalHandover> parseHandoverCode(std::string_view typed, Date today)
{
    if (typed.size() > longestHandoverCode)
        return Refusal{
            Refusal::Code::fileTooLarge, codeField, {std::to_string(longestHandoverCode)}};
    const auto damaged = Refusal{Refusal::Code::malformed, codeField, {}};
    const auto text = trimmed(typed);
    const auto last = text.rfind(separator);
    if (!isAscii(text) || !text.starts_with(handoverCodeStart) || last == std::string::npos ||
        text.substr(last + 1) != checkOf(std::string_view{text}.substr(0, last)))
        return damaged;
    const auto file = fileOf(split(std::string_view{text}.substr(0, last), separator));
    if (!file)
        return damaged;
    return parseHandover(file->dump(-1, ' ', true, json::error_handler_t::replace), today);
}

Result<std::string> handoverCode(const TerminalHandover& handover)
{
    auto tries = std::string{};
    for (const auto& made : handover.tries) {
        const auto outcome =
            std::ranges::find(outcomeLetters, made.outcome, &OutcomeLetter::outcome);
        tries += (tries.empty() ? "" : ".") + std::to_string(static_cast<int>(made.finger)) +
                 outcome->letter + std::to_string(made.quality);
    }
    auto code = std::string{handoverCodeStart};
    for (const auto& part : {handover.id,
                             digitDate(handover.date),
                             handover.citizenNumber,
                             std::string{nameOf(handover.kind)},
                             tries,
                             base64Of(handover.terminal),
                             base64Of(handover.servicePoint),
                             base64Of(handover.reason),
                             base64Of(handover.name)})
        code += part + separator;
    code += checkOf(std::string_view{code}.substr(0, code.size() - 1));
    if (code.size() > longestHandoverCode)
        return Refusal{Refusal::Code::tooLong,
                       codeField,
                       {std::to_string(longestHandoverCode), std::to_string(code.size())}};
    return code;
}

} // namespace guitai
