#include "services/assets.h"
#include "services/cases/draft_json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

using namespace guitai;
using nlohmann::json;

namespace
{

json schema()
{
    return json::parse(Assets{}.load("case.schema.json"));
}

/// Calls `visit` with the path and the schema of every member, groups before their members.
void forEachMember(const json& object,
                   const std::string& prefix,
                   const std::function<void(const std::string&, const json&)>& visit)
{
    for (const auto& [name, member] : object.at("properties").items()) {
        visit(prefix + name, member);
        if (member.at("type") == "object")
            forEachMember(member, prefix + name + ".", visit);
    }
}

/// A case file that holds `value` at `path`.
std::string fileWith(const std::string& path, const json& value)
{
    auto pointer = "/" + path;
    std::ranges::replace(pointer, '.', '/');
    auto file = json::object();
    file[json::json_pointer{pointer}] = value;
    return file.dump();
}

/// Values of all types but the schema's own.
std::vector<json> otherTypes(const json& member)
{
    auto values = std::vector<json>{nullptr, true, 7, 1.5, "text", json::array(), json::object()};
    const auto type = member.at("type").get<std::string>();
    std::erase_if(values, [&](const json& value) {
        return type == "integer" ? value.is_number_integer() : value.type_name() == type;
    });
    return values;
}

} // namespace

TEST_CASE("case.schema.json")
{
    SUBCASE("has exactly the members of the parser")
    {
        auto documented = std::vector<std::string>{};
        forEachMember(schema(), {}, [&](const std::string& path, const json&) {
            documented.push_back(path);
        });
        auto parsed = caseFileMembers();
        std::ranges::sort(documented);
        std::ranges::sort(parsed);
        CHECK(documented == parsed);
    }
    SUBCASE("describes every member and closes every object")
    {
        CHECK(schema().at("$schema") == "https://json-schema.org/draft/2020-12/schema");
        CHECK(schema().at("additionalProperties") == false);
        forEachMember(schema(), {}, [&](const std::string& path, const json& member) {
            INFO(path);
            CHECK(member.at("description").get<std::string>().size() > 10);
            if (member.at("type") == "object")
                CHECK(member.at("additionalProperties") == false);
        });
    }
    SUBCASE("gives examples that the parser accepts")
    {
        forEachMember(schema(), {}, [&](const std::string& path, const json& member) {
            INFO(path);
            if (member.at("type") != "object")
                CHECK(parseCaseFile(fileWith(path, member.at("examples").at(0)), {}));
        });
    }
    SUBCASE("names every word that the parser accepts")
    {
        forEachMember(schema(), {}, [&](const std::string& path, const json& member) {
            INFO(path);
            if (!member.contains("enum"))
                return;
            for (const auto& word : member.at("enum"))
                CHECK(parseCaseFile(fileWith(path, word), {}));
            CHECK_FALSE(parseCaseFile(fileWith(path, "noSuchWord"), {}));
        });
    }
    SUBCASE("has no word fewer than the parser")
    {
        const auto properties = schema().at("properties");
        const auto words = [&](const json& member) { return member.at("enum").size(); };
        CHECK(words(properties.at("declared")) == 5);
        CHECK(words(properties.at("kind")) == 6);
        CHECK(words(properties.at("guardian").at("properties").at("relation")) == 12);
        CHECK(words(properties.at("rightHand").at("properties").at("finger")) == 10);
        CHECK(words(properties.at("documents").at("items")) == 18);
        CHECK(words(properties.at("guardian").at("properties").at("role")) == 4);
    }
    SUBCASE("names types that the parser enforces, with the path in the refusal")
    {
        forEachMember(schema(), {}, [&](const std::string& path, const json& member) {
            for (const auto& value : otherTypes(member)) {
                INFO(path << " = " << value.dump());
                const auto file = parseCaseFile(fileWith(path, value), {});
                REQUIRE_FALSE(file);
                CHECK(file.refusal() ==
                      Refusal{Refusal::Code::wrongType, path, {member.at("type")}});
            }
        });
    }
}
