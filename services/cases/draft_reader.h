#pragma once

#include "services/cases/draft.h"
#include "services/cases/draft_members.h"
#include "services/cases/finger_tries.h"
#include "services/result.h"
#include "services/station_time.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace guitai
{

/// Reads one JSON object into a struct of the draft and collects every mistake with its path.
/// `pictures` is the visitor's part for photo and signature: by file in a case file, by SHA-256 in
/// the store.
template <class Pictures>
class DraftReader
{
public:
    DraftReader(const nlohmann::json& object,
                std::string path,
                Refusals& mistakes,
                Pictures& pictures)
        : m_object(object), m_path(std::move(path)), m_mistakes(mistakes), m_pictures(pictures)
    {
    }

    /// Reads `value` and refuses the members that it does not have.
    template <class Struct>
    void read(Struct& value)
    {
        if (!m_object.is_object()) {
            refuse(Refusal::Code::wrongType, m_path, "object");
            return;
        }
        describe(*this, value);
        for (const auto& [name, member] : m_object.items())
            if (!m_known.contains(name))
                refuse(Refusal::Code::unknownMember, pathOf(name));
    }

    void text(const char* name, std::string& value)
    {
        if (const auto* member = find(name); member && isText(*member, name))
            value = member->template get<std::string>();
    }

    void flag(const char* name, bool& value)
    {
        if (const auto* member = find(name); member && isBoolean(*member, name))
            value = member->template get<bool>();
    }

    void answer(const char* name, std::optional<bool>& value)
    {
        if (const auto* member = find(name); member && isBoolean(*member, name))
            value = member->template get<bool>();
    }

    void date(const char* name, std::optional<Date>& value)
    {
        const auto* member = find(name);
        if (!member || !isText(*member, name))
            return;
        value = parseIsoDate(member->template get_ref<const std::string&>());
        if (!value)
            refuse(Refusal::Code::badDate, pathOf(name));
    }

    template <class Enum>
    void choice(const char* name, std::optional<Enum>& value)
    {
        const auto* member = find(name);
        if (!member || !isText(*member, name))
            return;
        value = fromName<Enum>(member->template get_ref<const std::string&>());
        if (!value)
            refuse(Refusal::Code::malformed, pathOf(name));
    }

    template <class Enum>
    void choices(const char* name, std::set<Enum>& values)
    {
        readEach(name, [&](const std::string& text) {
            const auto value = fromName<Enum>(text);
            return value && values.insert(*value).second;
        });
    }

    void codes(const char* name, std::set<std::string>& values)
    {
        readEach(name, [&](const std::string& code) { return values.insert(code).second; });
    }

    template <class Struct>
    void group(const char* name, Struct& value)
    {
        if (const auto* member = find(name))
            DraftReader{*member, pathOf(name), m_mistakes, m_pictures}.read(value);
    }

    template <class Struct>
    void maybeGroup(const char* name, std::optional<Struct>& value)
    {
        if (m_object.contains(name))
            group(name, value.emplace());
    }

    void id(const char* name, std::string& value)
    {
        if constexpr (Pictures::hasId)
            text(name, value);
    }

    void photo(const char* name, std::optional<Photo>& value)
    {
        if (const auto* member = find(name))
            m_pictures.readPhoto(*member, pathOf(name), value, m_mistakes);
    }

    void copies(const char* name, DocumentCopies& value)
    {
        if (const auto* member = find(name))
            m_pictures.readCopies(*member, pathOf(name), value, m_mistakes);
    }

    void signature(const char* name, std::optional<AttachmentRef>& value)
    {
        if (const auto* member = find(name))
            m_pictures.readSignature(*member, pathOf(name), value, m_mistakes);
    }

    void kept(const char* name, std::optional<AttachmentRef>& value)
    {
        if constexpr (Pictures::hasId)
            signature(name, value);
    }

    template <class Struct>
    void keptGroup(const char* name, std::optional<Struct>& value)
    {
        if constexpr (Pictures::hasId)
            maybeGroup(name, value);
    }

    void tries(const char* name, std::vector<FingerTry>& tries)
    {
        if constexpr (Pictures::hasId)
            if (const auto* member = find(name))
                readTries(*member, pathOf(name), tries, m_mistakes);
    }

private:
    const nlohmann::json* find(const char* name)
    {
        m_known.insert(name);
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }

    /// `take` says whether a text of the array is one of its values, and there for the first time.
    template <class Take>
    void readEach(const char* name, Take take)
    {
        const auto* member = find(name);
        if (!member)
            return;
        if (!member->is_array()) {
            refuse(Refusal::Code::wrongType, pathOf(name), "array");
            return;
        }
        for (std::size_t i = 0; i < member->size(); ++i) {
            const auto path = pathOf(name) + "." + std::to_string(i);
            const auto& item = member->at(i);
            if (!item.is_string())
                refuse(Refusal::Code::wrongType, path, "string");
            else if (!take(item.template get_ref<const std::string&>()))
                refuse(Refusal::Code::malformed, path);
        }
    }

    bool isText(const nlohmann::json& member, const char* name)
    {
        if (!member.is_string())
            refuse(Refusal::Code::wrongType, pathOf(name), "string");
        return member.is_string();
    }

    bool isBoolean(const nlohmann::json& member, const char* name)
    {
        if (!member.is_boolean())
            refuse(Refusal::Code::wrongType, pathOf(name), "boolean");
        return member.is_boolean();
    }

    std::string pathOf(const std::string& name) const
    {
        return m_path.empty() ? name : m_path + "." + name;
    }

    void refuse(Refusal::Code code, const std::string& path, const char* expected = nullptr)
    {
        auto refusal = Refusal{code, path, {}};
        if (expected)
            refusal.arguments.emplace_back(expected);
        m_mistakes.push_back(std::move(refusal));
    }

    const nlohmann::json& m_object;
    std::string m_path;
    Refusals& m_mistakes;
    Pictures& m_pictures;
    std::set<std::string, std::less<>> m_known;
};

} // namespace guitai
