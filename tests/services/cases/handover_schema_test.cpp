#include "services/assets.h"
#include "services/cases/terminal_handover.h"
#include "tests/services/cases/example_draft.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace guitai;
using nlohmann::json;

namespace
{

json handoverSchema()
{
    return json::parse(Assets{}.load("handover.schema.json"));
}

json exampleFile()
{
    return json::parse(Assets{}.load("examples/handover/terminal-attempts.json"));
}

Result<TerminalHandover> readAs(const json& file)
{
    return parseHandover(file.dump(), exampleDay);
}

} // namespace

TEST_CASE("handover.schema.json and the reader agree")
{
    const auto schema = handoverSchema();
    const auto& properties = schema.at("properties");

    SUBCASE("about the example, which has every member")
    {
        REQUIRE(readAs(exampleFile()));
        CHECK(schema.at("additionalProperties") == false);
        for (const auto& property : properties.items()) {
            INFO(property.key());
            CHECK(exampleFile().contains(property.key()));
            CHECK(property.value().at("description").get<std::string>().size() > 10);
        }
        CHECK(properties.size() == exampleFile().size());
    }
    SUBCASE("about what may be left out")
    {
        auto required = std::set<std::string>{};
        for (const auto& name : schema.at("required"))
            required.insert(name.get<std::string>());
        for (const auto& property : properties.items()) {
            const auto name = property.key();
            auto file = exampleFile();
            file.erase(name);
            INFO(name);
            const auto read = readAs(file);
            CHECK(static_cast<bool>(read) == !required.contains(name));
            if (!read)
                CHECK(read.refusal() == Refusal{Refusal::Code::missing, "handover." + name, {}});
        }
    }
    SUBCASE("about types")
    {
        for (const auto& property : properties.items())
            for (const auto& value :
                 {json(nullptr), json(true), json(1.5), json("?"), json::object()}) {
                const auto name = property.key();
                auto file = exampleFile();
                file[name] = value;
                INFO(name, " = ", value.dump());
                if (property.value().at("type") != value.type_name())
                    CHECK(readAs(file).refusal().field == "handover." + name);
            }
    }
    SUBCASE("about every word, its examples and those of a try")
    {
        const auto accepts = [](const json::json_pointer& at, const json& value) {
            auto file = exampleFile();
            file[at] = value;
            return static_cast<bool>(readAs(file));
        };
        const auto compare = [&](const std::string& at, const json& member) {
            INFO(at);
            for (const auto& word : member.value("enum", json::array()))
                CHECK(accepts(json::json_pointer{at}, word));
            for (const auto& each : member.value("examples", json::array()))
                CHECK(accepts(json::json_pointer{at}, each));
            if (member.contains("enum"))
                CHECK_FALSE(accepts(json::json_pointer{at}, "noSuchWord"));
        };
        for (const auto& [name, member] : properties.items())
            compare("/" + name, member);
        const auto& made = properties.at("tries").at("items").at("properties");
        for (const auto& [name, member] : made.items())
            compare("/tries/0/" + name, member);
        CHECK(made.at("finger").at("enum").size() == 10);
        CHECK(made.at("outcome").at("enum").size() == 4);
        CHECK(properties.at("kind").at("enum").size() == 6);
        CHECK_FALSE(accepts(json::json_pointer{"/tries/0/quality"}, 101));
        CHECK(accepts(json::json_pointer{"/tries/0/quality"}, 100));
    }
}
