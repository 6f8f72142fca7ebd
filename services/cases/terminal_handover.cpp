#include "services/cases/terminal_handover.h"

#include "services/cases/case_desk.h"
#include "services/cases/finger_tries.h"
#include "services/cases/strict_json.h"
#include "services/enum_names.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"
#include "services/rules/photo_file.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>

namespace guitai
{

namespace
{

using nlohmann::json;
using enum Refusal::Code;

constexpr auto formatName = "guitai-terminal-handover";
constexpr std::size_t longestHandoverText = 100; ///< code points
constexpr auto members = std::array<std::string_view, 11>{"format",
                                                          "version",
                                                          "id",
                                                          "terminal",
                                                          "servicePoint",
                                                          "date",
                                                          "citizenNumber",
                                                          "kind",
                                                          "reason",
                                                          "tries",
                                                          "photo"};

/// Reads the members and collects every mistake.
class HandoverReader
{
public:
    HandoverReader(const json& object, Date today) : m_object(object), m_today(today) {}

    Result<TerminalHandover> read()
    {
        for (const auto& [name, value] : m_object.items())
            if (std::ranges::find(members, std::string_view{name}) == members.end())
                refuse(unknownMember, name);
        readFrame();
        auto handover = TerminalHandover{};
        handover.id = idText();
        handover.terminal = plainText("terminal");
        handover.servicePoint = plainText("servicePoint");
        handover.date = day();
        handover.citizenNumber = person();
        handover.kind = kind();
        handover.reason = plainText("reason");
        if (const auto* list = find("tries"))
            readTries(*list, "tries", handover.tries, m_mistakes);
        handover.photo = photo();
        if (!m_mistakes.empty())
            return std::move(m_mistakes);
        return handover;
    }

private:
    void refuse(Refusal::Code code, const std::string& name, const char* argument = nullptr)
    {
        m_mistakes.push_back({code, name, {}});
        if (argument != nullptr)
            m_mistakes.back().arguments.emplace_back(argument);
    }

    const json* find(const char* name)
    {
        const auto found = m_object.find(name);
        if (found != m_object.end())
            return &*found;
        refuse(missing, name);
        return nullptr;
    }

    std::optional<std::string> text(const char* name)
    {
        const auto* member = find(name);
        if (member == nullptr)
            return std::nullopt;
        if (member->is_string())
            return member->get<std::string>();
        refuse(wrongType, name, "string");
        return std::nullopt;
    }

    template <class T>
    std::optional<T> accept(Result<T> result)
    {
        if (result)
            return std::move(result.value());
        m_mistakes.insert(m_mistakes.end(), result.refusals().begin(), result.refusals().end());
        return std::nullopt;
    }

    void readFrame()
    {
        if (const auto format = text("format"); format && *format != formatName)
            refuse(malformed, "format");
        if (const auto* version = find("version"))
            if (!version->is_number_integer() || *version != 1)
                refuse(malformed, "version");
    }

    std::string idText()
    {
        constexpr std::size_t idBytes = 16;
        const auto id = text("id");
        const auto bytes = id ? fromHex(*id) : std::nullopt;
        if (id && (!bytes || bytes->size() != idBytes || toHex(*bytes) != *id))
            refuse(malformed, "id");
        return id.value_or("");
    }

    std::string plainText(const char* name)
    {
        const auto typed = text(name);
        if (!typed)
            return {};
        return accept(parseText(*typed, longestHandoverText, name)).value_or("");
    }

    Date day()
    {
        const auto typed = text("date");
        const auto date = typed ? parseIsoDate(*typed) : std::nullopt;
        if (typed && !date)
            refuse(badDate, "date");
        else if (date && *date > m_today)
            refuse(malformed, "date");
        return date.value_or(Date{});
    }

    std::string person()
    {
        const auto typed = text("citizenNumber");
        if (!typed || !accept(parseCitizenNumber(*typed, m_today, "citizenNumber")))
            return {};
        return normalisedCitizenNumber(*typed);
    }

    ApplicationKind kind()
    {
        const auto name = text("kind");
        const auto value = name ? fromName<ApplicationKind>(*name) : std::nullopt;
        if (name && !value)
            refuse(malformed, "kind");
        return value.value_or(ApplicationKind{});
    }

    std::optional<Bytes> photo()
    {
        if (!m_object.contains("photo"))
            return std::nullopt;
        const auto encoded = text("photo");
        auto bytes = encoded ? fromBase64(*encoded) : std::nullopt;
        if (encoded && !bytes)
            refuse(malformed, "photo");
        if (bytes)
            if (const auto checked = checkPhotoFile(*bytes); !checked)
                refuse(checked.refusal().code, "photo");
        return bytes;
    }

    const json& m_object;
    Date m_today;
    Refusals m_mistakes;
};

constexpr auto standings = EnumNames<HandoverStanding, 4>{{
    {HandoverStanding::fits, "fits"},
    {HandoverStanding::otherPerson, "otherPerson"},
    {HandoverStanding::here, "here"},
    {HandoverStanding::inACase, "inACase"},
}};
static_assert(isComplete(standings, HandoverStanding::inACase));

} // namespace

std::string_view nameOf(HandoverStanding standing)
{
    return nameIn(standings, standing);
}

Result<TerminalHandover> parseHandover(std::string_view text, Date today)
{
    if (text.size() > largestHandover)
        return Refusal{fileTooLarge, "handover", {std::to_string(largestHandover)}};
    const auto parsed = parseStrictJson(text, deepestHandover);
    if (!parsed)
        return parsed.refusals();
    if (!parsed.value().is_object())
        return Refusal{wrongType, "handover", {"object"}};
    return HandoverReader{parsed.value(), today}.read();
}

Result<TerminalHandover> readHandover(const std::filesystem::path& file, Date today)
{
    auto error = std::error_code{};
    if (!std::filesystem::is_regular_file(file, error))
        return Refusal{fileUnreadable, "handover", {}};
    if (const auto size = std::filesystem::file_size(file, error); error || size > largestHandover)
        return Refusal{fileTooLarge, "handover", {std::to_string(largestHandover)}};
    auto stream = std::ifstream{file, std::ios::binary};
    const auto text = std::string{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream)
        return Refusal{fileUnreadable, "handover", {}};
    return parseHandover(text, today);
}

HandoverStanding standingOf(const TerminalHandover& handover, const Draft& draft, CaseDesk& cases)
{
    const auto number = normalisedCitizenNumber(draft.applicant.citizenNumber);
    if (!number.empty() && number != handover.citizenNumber)
        return HandoverStanding::otherPerson;
    if (draft.terminal && draft.terminal->handover == handover.id)
        return HandoverStanding::here;
    for (const auto& row : cases.search({.citizenNumber = handover.citizenNumber}).rows) {
        const auto found = cases.load(row.acceptanceNumber);
        if (found && found.value().draft.terminal &&
            found.value().draft.terminal->handover == handover.id)
            return HandoverStanding::inACase;
    }
    return HandoverStanding::fits;
}

Draft withHandover(Draft draft, const TerminalHandover& handover)
{
    if (!draft.declared)
        draft.declared = Category::terminalFailed;
    if (!draft.kind)
        draft.kind = handover.kind;
    if (draft.applicant.citizenNumber.empty())
        draft.applicant.citizenNumber = handover.citizenNumber;
    draft.terminal = TerminalAttempt{.servicePoint = handover.servicePoint,
                                     .date = handover.date,
                                     .reason = handover.reason,
                                     .handover = handover.id,
                                     .tries = handover.tries};
    return draft;
}

} // namespace guitai
