#include "services/cases/draft_json.h"

#include "services/cases/draft_reader.h"
#include "services/failure.h"

namespace guitai
{

namespace
{

using nlohmann::json;

json attachmentJson(const AttachmentRef& ref)
{
    return {{"sha256", ref.sha256}, {"mediaType", ref.mediaType}, {"size", ref.size}};
}

class Writer
{
public:
    explicit Writer(json& object) : m_object(object) {}

    void id(const char* name, const std::string& value) { text(name, value); }
    void text(const char* name, const std::string& value)
    {
        if (!value.empty())
            m_object[name] = value;
    }
    void flag(const char* name, bool value)
    {
        if (value)
            m_object[name] = true;
    }
    void answer(const char* name, const std::optional<bool>& value)
    {
        if (value)
            m_object[name] = *value;
    }
    void date(const char* name, const std::optional<Date>& value)
    {
        if (value)
            m_object[name] = isoDate(*value);
    }
    template <class Enum>
    void choice(const char* name, const std::optional<Enum>& value)
    {
        if (value)
            m_object[name] = nameOf(*value);
    }
    template <class Enum>
    void choices(const char* name, const std::set<Enum>& values)
    {
        for (const auto value : values)
            m_object[name].push_back(nameOf(value));
    }
    void codes(const char* name, const std::set<std::string>& values)
    {
        for (const auto& value : values)
            m_object[name].push_back(value);
    }
    template <class Struct>
    void group(const char* name, const Struct& value)
    {
        auto inner = inside(value);
        if (!inner.empty())
            m_object[name] = std::move(inner);
    }
    /// An entered group without members stays: that somebody came from a terminal is a fact.
    template <class Struct>
    void maybeGroup(const char* name, const std::optional<Struct>& value)
    {
        if (value)
            m_object[name] = inside(*value);
    }
    void photo(const char* name, const std::optional<Photo>& value)
    {
        if (!value)
            return;
        auto& member = m_object[name];
        member = {{"image", attachmentJson(value->image)},
                  {"width", value->width},
                  {"height", value->height}};
        for (const auto& fault : value->faults)
            member["faults"].push_back(
                {{"check", nameOf(fault.check)}, {"score", fault.score}, {"reason", fault.reason}});
    }
    /// One entry a page, so that a page that is added changes one row of the store.
    void copies(const char* name, const DocumentCopies& value)
    {
        for (const auto& [paper, pages] : value)
            for (const auto& page : pages)
                m_object[name].push_back({{"document", nameOf(paper)},
                                          {"image", attachmentJson(page.image)},
                                          {"width", page.width},
                                          {"height", page.height},
                                          {"turns", page.turns}});
    }
    void signature(const char* name, const std::optional<AttachmentRef>& value)
    {
        if (value)
            m_object[name] = attachmentJson(*value);
    }
    void kept(const char* name, const std::optional<AttachmentRef>& value)
    {
        signature(name, value);
    }
    template <class Struct>
    void keptGroup(const char* name, const std::optional<Struct>& value)
    {
        maybeGroup(name, value);
    }
    void tries(const char* name, const std::vector<FingerTry>& tries)
    {
        for (const auto& made : tries)
            m_object[name].push_back({{"finger", nameOf(made.finger)},
                                      {"outcome", nameOf(made.outcome)},
                                      {"quality", made.quality}});
    }

private:
    template <class Struct>
    static json inside(const Struct& value)
    {
        auto inner = json::object();
        auto writer = Writer{inner};
        describe(writer, value);
        return inner;
    }

    json& m_object;
};

/// Photo and signature as the store names them.
struct KeptPictures {
    static constexpr bool hasId = true;

    void readPhoto(const json& member,
                   const std::string& path,
                   std::optional<Photo>& photo,
                   Refusals& mistakes)
    {
        const auto judged = hasOnly(member, {"faults", "height", "image", "width"});
        auto faults = judged ? faultsIn(member.at("faults"))
                             : std::optional<std::vector<PhotoFault>>{std::in_place};
        if ((!judged && !hasOnly(member, {"height", "image", "width"})) || !faults ||
            !isSmall(member.at("width")) || !isSmall(member.at("height"))) {
            mistakes.push_back({Refusal::Code::wrongType, path, {"object"}});
            return;
        }
        auto image = std::optional<AttachmentRef>{};
        readSignature(member.at("image"), path + ".image", image, mistakes);
        if (image)
            photo = Photo{*image,
                          member.at("width").get<int>(),
                          member.at("height").get<int>(),
                          *std::move(faults)};
    }

    void readCopies(const json& members,
                    const std::string& path,
                    DocumentCopies& copies,
                    Refusals& mistakes)
    {
        if (!members.is_array()) {
            mistakes.push_back({Refusal::Code::wrongType, path, {"array"}});
            return;
        }
        for (const auto& member : members) {
            if (!hasOnly(member, {"document", "height", "image", "turns", "width"}) ||
                !isSmall(member.at("width")) || !isSmall(member.at("height")) ||
                !isSmall(member.at("turns")) || member.at("turns") > 3 ||
                !member.at("document").is_string()) {
                mistakes.push_back({Refusal::Code::wrongType, path, {"object"}});
                return;
            }
            const auto paper = fromName<DocumentKind>(member.at("document").get<std::string>());
            auto image = std::optional<AttachmentRef>{};
            readSignature(member.at("image"), path + ".image", image, mistakes);
            if (!paper)
                mistakes.push_back({Refusal::Code::malformed, path + ".document", {}});
            else if (image)
                copies[*paper].push_back({*image,
                                          member.at("width").get<int>(),
                                          member.at("height").get<int>(),
                                          member.at("turns").get<int>()});
        }
    }

    void readSignature(const json& member,
                       const std::string& path,
                       std::optional<AttachmentRef>& ref,
                       Refusals& mistakes)
    {
        if (!hasOnly(member, {"mediaType", "sha256", "size"}) || !member.at("sha256").is_string() ||
            !member.at("mediaType").is_string() || !member.at("size").is_number_integer()) {
            mistakes.push_back({Refusal::Code::wrongType, path, {"object"}});
            return;
        }
        ref = AttachmentRef{member.at("sha256").get<std::string>(),
                            member.at("mediaType").get<std::string>(),
                            member.at("size").get<std::int64_t>()};
    }

private:
    static std::optional<std::vector<PhotoFault>> faultsIn(const json& members)
    {
        if (!members.is_array() || members.size() > photoCheckKinds)
            return std::nullopt;
        auto faults = std::vector<PhotoFault>{};
        for (const auto& member : members) {
            if (!hasOnly(member, {"check", "reason", "score"}) || !member.at("check").is_string() ||
                !member.at("reason").is_string() || !isSmall(member.at("score")))
                return std::nullopt;
            const auto check = fromName<PhotoCheckKind>(member.at("check").get<std::string>());
            if (!check)
                return std::nullopt;
            faults.push_back(
                {*check, member.at("score").get<int>(), member.at("reason").get<std::string>()});
        }
        return faults;
    }

    static bool hasOnly(const json& member, const std::set<std::string>& names)
    {
        if (!member.is_object() || member.size() != names.size())
            return false;
        for (const auto& name : names)
            if (!member.contains(name))
                return false;
        return true;
    }

    static bool isSmall(const json& number)
    {
        constexpr std::int64_t mostPixels = 100'000;
        return number.is_number_integer() && number.get<std::int64_t>() >= 0 &&
               number.get<std::int64_t>() <= mostPixels;
    }
};

void flatten(const json& value,
             const std::string& pointer,
             std::map<std::string, std::string>& into)
{
    if (!value.is_object() || value.empty()) {
        into[pointer] = value.dump();
        return;
    }
    for (const auto& [name, member] : value.items())
        flatten(member, pointer + "/" + name, into);
}

} // namespace

std::string_view nameOf(Signer signer)
{
    switch (signer) {
    case Signer::applicant:
        return "applicant";
    case Signer::guardian:
        return "guardian";
    }
    return {};
}

template <>
std::optional<Signer> fromName<Signer>(std::string_view name)
{
    for (const auto signer : {Signer::applicant, Signer::guardian})
        if (nameOf(signer) == name)
            return signer;
    return std::nullopt;
}

json toJson(const Draft& draft)
{
    auto object = json::object();
    auto writer = Writer{object};
    describe(writer, draft);
    return object;
}

Draft draftFromJson(const json& json)
{
    auto draft = Draft{};
    auto mistakes = Refusals{};
    auto pictures = KeptPictures{};
    DraftReader{json, {}, mistakes, pictures}.read(draft);
    if (!mistakes.empty())
        throw ServiceFailure(ServiceFailure::Kind::damaged,
                             "stored draft: " + mistakes.front().field + " " +
                                 std::string{nameOf(mistakes.front().code)});
    return draft;
}

std::map<std::string, std::string> fieldsOf(const Draft& draft)
{
    auto fields = std::map<std::string, std::string>{};
    const auto object = toJson(draft);
    for (const auto& [name, member] : object.items())
        flatten(member, "/" + name, fields);
    return fields;
}

Draft draftFromFields(const std::map<std::string, std::string>& fields)
{
    try {
        auto object = json::object();
        for (const auto& [pointer, text] : fields)
            object[json::json_pointer{pointer}] = json::parse(text);
        return draftFromJson(object);
    } catch (const json::exception& failure) {
        throw ServiceFailure(ServiceFailure::Kind::damaged,
                             "stored draft: JSON error " + std::to_string(failure.id));
    }
}

} // namespace guitai
