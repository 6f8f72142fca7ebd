#include "services/cases/strict_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace guitai
{

namespace
{

using nlohmann::json;

/// Builds the value while it watches depth and members; `false` stops the parser.
class StrictBuilder final : public nlohmann::json_sax<json>
{
public:
    StrictBuilder(std::string_view text, std::size_t deepest) : m_text(text), m_deepest(deepest) {}

    json takeValue() { return std::move(m_root); }
    const std::optional<Refusal>& refusal() const { return m_refusal; }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t& /*text*/) override
    {
        return add(value);
    }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return false; } // JSON text has none
    bool start_object(std::size_t /*size*/) override { return open(json::object()); }
    bool start_array(std::size_t /*size*/) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        if (m_open.back().value->contains(name)) {
            m_refusal = Refusal{Refusal::Code::malformed, pathOf(name), {}};
            return false;
        }
        m_open.back().key = name;
        return true;
    }

    bool parse_error(std::size_t position,
                     const std::string& /*token*/,
                     const nlohmann::json::exception& /*failure*/) override
    {
        const auto before = m_text.substr(0, std::min(position, m_text.size()));
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        m_refusal = Refusal{Refusal::Code::notJson, {}, {std::to_string(line)}};
        return false;
    }

private:
    struct Level {
        json* value;
        std::string key;
    };

    json* place(json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        auto& parent = *m_open.back().value;
        if (parent.is_object())
            return &(parent[m_open.back().key] = std::move(value));
        parent.push_back(std::move(value));
        return &parent.back();
    }

    bool add(json value)
    {
        place(std::move(value));
        return true;
    }

    bool open(json value)
    {
        if (m_open.size() == m_deepest) {
            m_refusal = Refusal{Refusal::Code::tooDeep, {}, {std::to_string(m_deepest)}};
            return false;
        }
        m_open.push_back({place(std::move(value)), {}});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string pathOf(const std::string& name) const
    {
        auto path = std::string{};
        for (std::size_t i = 0; i + 1 < m_open.size(); ++i)
            path += m_open[i].key + ".";
        return path + name;
    }

    std::string_view m_text;
    std::size_t m_deepest;
    json m_root;
    std::vector<Level> m_open;
    std::optional<Refusal> m_refusal;
};

} // namespace

Result<json> parseStrictJson(std::string_view text, std::size_t deepest)
{
    auto builder = StrictBuilder{text, deepest};
    if (json::sax_parse(text, &builder))
        return builder.takeValue();
    return builder.refusal().value_or(Refusal{Refusal::Code::notJson, {}, {"1"}});
}

} // namespace guitai
