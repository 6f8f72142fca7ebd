#include "services/cases/draft_json.h"
#include "services/cases/draft_reader.h"
#include "services/cases/strict_json.h"
#include "services/utf8.h"

#include <fstream>

namespace guitai
{

namespace
{

using nlohmann::json;

/// Photo and signature as a case file names them: {"file": "child.jpg"}, beside the case file.
struct PictureFiles {
    static constexpr bool hasId = false;

    std::filesystem::path folder;
    std::filesystem::path photo;
    std::filesystem::path signature;
    std::string photoReason;
    std::vector<CopyFile> copies;

    void readPhoto(const json& member,
                   const std::string& path,
                   std::optional<Photo>& /*kept later*/,
                   Refusals& mistakes)
    {
        auto named = member;
        if (named.is_object() && named.contains("overrule")) {
            if (named.at("overrule").is_string())
                photoReason = named.at("overrule").get<std::string>();
            else
                mistakes.push_back({Refusal::Code::wrongType, path + ".overrule", {"string"}});
            named.erase("overrule");
            if (named.empty())
                return; // a reason without a photo: the photo is missing, the file is in order
        }
        photo = fileOf(named, path, mistakes);
    }

    void readSignature(const json& member,
                       const std::string& path,
                       std::optional<AttachmentRef>& /*kept later*/,
                       Refusals& mistakes)
    {
        signature = fileOf(member, path, mistakes);
    }

    void readCopies(const json& members,
                    const std::string& path,
                    DocumentCopies& /*kept later*/,
                    Refusals& mistakes)
    {
        constexpr std::size_t most = 100;
        if (!members.is_array()) {
            mistakes.push_back({Refusal::Code::wrongType, path, {"array"}});
            return;
        }
        if (members.size() > most) {
            mistakes.push_back({Refusal::Code::tooManyItems, path, {std::to_string(most)}});
            return;
        }
        for (std::size_t i = 0; i < members.size(); ++i)
            readCopy(members.at(i), path + "." + std::to_string(i), mistakes);
    }

private:
    void readCopy(const json& member, const std::string& path, Refusals& mistakes)
    {
        auto named = member;
        auto copy = CopyFile{};
        if (named.is_object() && named.contains("turns")) {
            const auto& turns = named.at("turns");
            if (turns.is_number_integer() && turns >= 0 && turns <= 3)
                copy.turns = turns.get<int>();
            else
                mistakes.push_back({Refusal::Code::wrongType, path + ".turns", {"integer"}});
            named.erase("turns");
        }
        if (named.is_object() && named.contains("document")) {
            const auto& name = named.at("document");
            const auto paper = name.is_string()
                                   ? fromName<DocumentKind>(name.get_ref<const std::string&>())
                                   : std::nullopt;
            if (paper)
                copy.document = *paper;
            else
                mistakes.push_back({Refusal::Code::malformed, path + ".document", {}});
            named.erase("document");
        } else if (named.is_object()) {
            mistakes.push_back({Refusal::Code::missing, path + ".document", {}});
        }
        copy.file = fileOf(named, path, mistakes);
        copies.push_back(std::move(copy));
    }

    std::filesystem::path
    fileOf(const json& member, const std::string& path, Refusals& mistakes) const
    {
        if (!member.is_object()) {
            mistakes.push_back({Refusal::Code::wrongType, path, {"object"}});
            return {};
        }
        for (const auto& [name, value] : member.items())
            if (name != "file")
                mistakes.push_back({Refusal::Code::unknownMember, path + "." + name, {}});
        if (!member.contains("file")) {
            mistakes.push_back({Refusal::Code::missing, path + ".file", {}});
            return {};
        }
        return below(member.at("file"), path + ".file", mistakes);
    }

    std::filesystem::path below(const json& name, const std::string& path, Refusals& mistakes) const
    {
        if (!name.is_string()) {
            mistakes.push_back({Refusal::Code::wrongType, path, {"string"}});
            return {};
        }
        const auto& text = name.get_ref<const std::string&>();
        const auto file = std::filesystem::path{text};
        const auto leaves = [](const std::filesystem::path& part) { return part == ".."; };
        if (text.empty() || text.find('\0') != std::string::npos || file.is_absolute() ||
            !file.has_filename() || std::any_of(file.begin(), file.end(), leaves)) {
            mistakes.push_back({Refusal::Code::malformed, path, {}});
            return {};
        }
        return folder / file;
    }
};

/// Lists the members instead of reading them.
class MemberList
{
public:
    explicit MemberList(std::vector<std::string>& paths, std::string prefix = {})
        : m_paths(paths), m_prefix(std::move(prefix))
    {
    }

    void id(const char* /*name*/, const std::string& /*value*/) {}
    void tries(const char* /*name*/, const std::vector<FingerTry>& /*value*/) {}
    void kept(const char* /*name*/, const std::optional<AttachmentRef>& /*value*/) {}
    template <class Struct>
    void keptGroup(const char* /*name*/, const std::optional<Struct>& /*value*/)
    {
    }
    template <class Value>
    void text(const char* name, const Value& /*value*/)
    {
        m_paths.push_back(m_prefix + name);
    }
    template <class Value>
    void flag(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Value>
    void answer(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Value>
    void date(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Value>
    void choice(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Value>
    void choices(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Value>
    void codes(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Struct>
    void group(const char* name, const Struct& value)
    {
        text(name, value);
        auto inner = MemberList{m_paths, m_prefix + name + "."};
        describe(inner, value);
    }
    template <class Struct>
    void maybeGroup(const char* name, const std::optional<Struct>& /*value*/)
    {
        group(name, Struct{});
    }
    template <class Value>
    void photo(const char* name, const Value& value)
    {
        text(name, value);
        m_paths.push_back(m_prefix + name + ".file");
        m_paths.push_back(m_prefix + name + ".overrule");
    }
    template <class Value>
    void copies(const char* name, const Value& value)
    {
        text(name, value);
    }
    template <class Value>
    void signature(const char* name, const Value& value)
    {
        text(name, value);
        m_paths.push_back(m_prefix + name + ".file");
    }

private:
    std::vector<std::string>& m_paths;
    std::string m_prefix;
};

/// More than any fee; beyond it the number is a mistake.
constexpr std::int64_t mostCash = 1'000'000;

/// Takes {"payment": {"cash_fen": 5000}} out of the file; the rest is the draft.
std::optional<Money> takePayment(json& content, Refusals& mistakes)
{
    if (!content.is_object() || !content.contains("payment"))
        return std::nullopt;
    const auto payment = content.at("payment");
    content.erase("payment");
    if (!payment.is_object()) {
        mistakes.push_back({Refusal::Code::wrongType, "payment", {"object"}});
        return std::nullopt;
    }
    auto cash = std::optional<Money>{};
    for (const auto& [name, value] : payment.items()) {
        if (name != "cash_fen")
            mistakes.push_back({Refusal::Code::unknownMember, "payment." + name, {}});
        else if (!value.is_number_integer())
            mistakes.push_back({Refusal::Code::wrongType, "payment.cash_fen", {"integer"}});
        else if (value < 0 || value > mostCash)
            mistakes.push_back({Refusal::Code::malformed, "payment.cash_fen", {}});
        else
            cash = Money::fen(value.get<std::int64_t>());
    }
    return cash;
}

Refusal tooLarge()
{
    return {Refusal::Code::fileTooLarge, {}, {std::to_string(largestCaseFile)}};
}

} // namespace

std::vector<std::string> caseFileMembers()
{
    auto paths = std::vector<std::string>{};
    auto list = MemberList{paths};
    const auto draft = Draft{};
    describe(list, draft);
    paths.insert(paths.end(), {"payment", "payment.cash_fen"});
    return paths;
}

Result<CaseFile> parseCaseFile(std::string_view text, const std::filesystem::path& folder)
{
    if (text.size() > largestCaseFile)
        return tooLarge();
    if (!decodeUtf8(text))
        return Refusal{Refusal::Code::badUtf8, {}, {}};
    auto content = parseStrictJson(text, deepestCaseFile);
    if (!content)
        return content.refusals();
    auto file = CaseFile{};
    auto mistakes = Refusals{};
    file.cash = takePayment(content.value(), mistakes);
    auto pictures = PictureFiles{folder, {}, {}, {}, {}};
    DraftReader{content.value(), {}, mistakes, pictures}.read(file.draft);
    if (!mistakes.empty())
        return mistakes;
    file.photo = pictures.photo;
    file.signature = pictures.signature;
    file.photoReason = pictures.photoReason;
    file.copies = std::move(pictures.copies);
    return file;
}

Result<CaseFile> readCaseFile(const std::filesystem::path& file)
{
    auto error = std::error_code{};
    // A pipe or a device has no size that could be asked first.
    if (!std::filesystem::is_regular_file(file, error))
        return Refusal{Refusal::Code::fileUnreadable, {}, {}};
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return Refusal{Refusal::Code::fileUnreadable, {}, {}};
    if (size > largestCaseFile)
        return tooLarge();
    auto text = std::string(static_cast<std::size_t>(size), '\0');
    auto stream = std::ifstream{file, std::ios::binary};
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return Refusal{Refusal::Code::fileUnreadable, {}, {}};
    return parseCaseFile(text, file.parent_path());
}

} // namespace guitai
