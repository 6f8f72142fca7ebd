#include "tests/simulators/gateway/flat_xml.h"

#include <array>

namespace guitai::simulator
{

namespace
{

/// Walks over the text; every step that does not fit makes it bad.
class Walk
{
public:
    explicit Walk(std::string_view text) : m_left(text) {}

    bool at(std::string_view expected) const { return m_left.starts_with(expected); }
    bool take(std::string_view expected)
    {
        if (!at(expected))
            return false;
        m_left.remove_prefix(expected.size());
        return true;
    }
    std::optional<std::string> until(std::string_view end)
    {
        const auto found = m_left.find(end);
        if (found == std::string_view::npos)
            return std::nullopt;
        auto text = std::string{m_left.substr(0, found)};
        m_left.remove_prefix(found);
        return text;
    }
    void skipBlanks()
    {
        const auto text = m_left.find_first_not_of(" \t\r\n");
        m_left.remove_prefix(std::min(text, m_left.size()));
    }
    bool ended() const { return m_left.empty(); }

private:
    std::string_view m_left;
};

std::optional<std::string> unescaped(const std::string& text)
{
    constexpr auto known = std::to_array<std::pair<std::string_view, char>>(
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}});
    auto plain = std::string{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '&') {
            plain += text[i];
            continue;
        }
        auto found = false;
        for (const auto& [name, c] : known) {
            if (text.compare(i, name.size(), name) != 0)
                continue;
            plain += c;
            i += name.size() - 1;
            found = true;
            break;
        }
        if (!found)
            return std::nullopt;
    }
    return plain;
}

std::optional<std::string> valueAt(Walk& walk)
{
    if (walk.take("<![CDATA[")) {
        auto value = walk.until("]]>");
        walk.take("]]>");
        return value;
    }
    const auto raw = walk.until("<");
    return raw ? unescaped(*raw) : std::nullopt;
}

} // namespace

std::optional<std::map<std::string, std::string>> fieldsFromXml(std::string_view text)
{
    auto walk = Walk{text};
    auto fields = std::map<std::string, std::string>{};
    walk.skipBlanks();
    if (!walk.take("<xml>"))
        return std::nullopt;
    walk.skipBlanks();
    while (!walk.at("</xml>")) {
        if (!walk.take("<"))
            return std::nullopt;
        const auto name = walk.until(">");
        walk.take(">");
        const auto value = name ? valueAt(walk) : std::nullopt;
        if (!value || name->empty() || name->find_first_of(" !?/<") != std::string::npos ||
            !walk.take("</" + *name + ">") || !fields.emplace(*name, *value).second)
            return std::nullopt;
        walk.skipBlanks();
    }
    walk.take("</xml>");
    walk.skipBlanks();
    return walk.ended() ? std::optional{fields} : std::nullopt;
}

std::string xmlFrom(const std::map<std::string, std::string>& fields)
{
    auto xml = std::string{"<xml>"};
    for (const auto& [name, value] : fields)
        xml += "<" + name + "><![CDATA[" + value + "]]></" + name + ">\n";
    return xml + "</xml>";
}

} // namespace guitai::simulator
