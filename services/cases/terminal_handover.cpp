#include "services/cases/terminal_handover.h"

#include "services/cases/case_desk.h"
#include "services/cases/finger_tries.h"
#include "services/cases/handover_code.h"
#include "services/cases/strict_json.h"
#include "services/enum_names.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"
#include "services/rules/photo_file.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <algorithm>
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
constexpr auto members = std::to_array<std::string_view>({"format",
                                                          "version",
                                                          "id",
                                                          "terminal",
                                                          "servicePoint",
                                                          "date",
                                                          "citizenNumber",
                                                          "kind",
                                                          "reason",
                                                          "tries",
                                                          "name",
                                                          "ethnicity",
                                                          "address",
                                                          "phone",
                                                          "photo"});
/// Every refusal's field begins with it: a file has other members than a case.
constexpr auto root = std::string_view{"handover"};

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
            readTries(*list, pathOf("tries"), handover.tries, m_mistakes);
        readPerson(handover);
        handover.photo = photo();
        if (!m_mistakes.empty())
            return std::move(m_mistakes);
        return handover;
    }

private:
    static std::string pathOf(const std::string& name) { return std::string{root} + "." + name; }

    void refuse(Refusal::Code code, const std::string& name, const char* argument = nullptr)
    {
        m_mistakes.push_back({code, pathOf(name), {}});
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
        return accept(parseText(*typed, longestHandoverText, pathOf(name))).value_or("");
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
        if (!typed || !accept(parseCitizenNumber(*typed, m_today, pathOf("citizenNumber"))))
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

    /// A member that may be left out, as `parse` takes it.
    template <class Parse>
    std::string perhaps(const char* name, Parse parse)
    {
        if (!m_object.contains(name))
            return {};
        const auto typed = text(name);
        return typed ? accept(parse(*typed, pathOf(name))).value_or("") : std::string{};
    }

    void readPerson(TerminalHandover& handover)
    {
        handover.name = perhaps("name", parseName);
        handover.ethnicity =
            perhaps("ethnicity", [](const std::string& typed, const std::string& field) {
                const auto isCode = typed.size() == 2 && std::ranges::all_of(typed, isDigit);
                return isCode ? Result<std::string>{typed}
                              : Result<std::string>{Refusal{malformed, field, {}}};
            });
        handover.address =
            perhaps("address", [](const std::string& typed, const std::string& field) {
                return parseText(typed, longestHandoverText, field);
            });
        handover.phone = perhaps("phone", parsePhone);
    }

    static bool isDigit(char each) { return each >= '0' && each <= '9'; }

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

constexpr auto standings = EnumNames<HandoverStanding, 5>{{
    {HandoverStanding::fits, "fits"},
    {HandoverStanding::otherPerson, "otherPerson"},
    {HandoverStanding::here, "here"},
    {HandoverStanding::inACase, "inACase"},
    {HandoverStanding::tooOld, "tooOld"},
}};
static_assert(isComplete(standings, HandoverStanding::tooOld));

/// What concerns the file as a whole, or a member that stands twice, named as the others are.
Refusals inHandover(Refusals refusals)
{
    for (auto& refusal : refusals)
        refusal.field = std::string{root} + (refusal.field.empty() ? "" : "." + refusal.field);
    return refusals;
}

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
        return inHandover(parsed.refusals());
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
    return looksLikeHandoverCode(text) ? parseHandoverCode(text, today)
                                       : parseHandover(text, today);
}

HandoverStanding standingOf(const TerminalHandover& handover, const Draft& draft, CaseDesk& cases)
{
    const auto number = normalisedCitizenNumber(draft.applicant.citizenNumber);
    if (!number.empty() && number != handover.citizenNumber)
        return HandoverStanding::otherPerson;
    if (draft.terminal && draft.terminal->handover == handover.id)
        return HandoverStanding::here;
    if (std::chrono::sys_days{cases.today()} - std::chrono::sys_days{handover.date} >
        longestHandoverAge)
        return HandoverStanding::tooOld;
    for (const auto& row : cases.search({.citizenNumber = handover.citizenNumber}).rows) {
        const auto found = cases.load(row.acceptanceNumber);
        if (found && found.value().draft.terminal &&
            found.value().draft.terminal->handover == handover.id)
            return HandoverStanding::inACase;
    }
    return HandoverStanding::fits;
}

TerminalAttempt attemptOf(const TerminalHandover& handover)
{
    return {.servicePoint = handover.servicePoint,
            .date = handover.date,
            .reason = handover.reason,
            .handover = handover.id,
            .tries = handover.tries};
}

Draft withHandover(Draft draft, const TerminalHandover& handover)
{
    const auto fill = [](std::string& entry, const std::string& handed) {
        if (entry.empty())
            entry = handed;
    };
    draft.declared = Category::terminalFailed;
    if (!draft.kind)
        draft.kind = handover.kind;
    fill(draft.applicant.citizenNumber, handover.citizenNumber);
    fill(draft.applicant.name, handover.name);
    fill(draft.applicant.ethnicity, handover.ethnicity);
    fill(draft.applicant.address, handover.address);
    fill(draft.applicant.phone, handover.phone);
    draft.terminal = attemptOf(handover);
    return draft;
}

} // namespace guitai
