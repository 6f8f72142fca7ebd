#include "services/rules/asset_json.h"

#include "services/station_time.h"
#include "services/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>

namespace guitai
{

namespace
{

/// How far the JSON reader has come. It reads at most one character past the token it reports: the
/// one that ends a number.
class Progress
{
public:
    explicit Progress(std::string_view text) : m_text(text) {}

    void advance() { ++m_read; }

    /// The line of the token that was just reported.
    int line()
    {
        const auto last = m_read == 0 ? 0 : m_read - 1;
        for (; m_counted < last; ++m_counted)
            if (m_text[m_counted] == '\n')
                ++m_line;
        return m_line;
    }

private:
    std::string_view m_text;
    std::size_t m_read = 0;
    std::size_t m_counted = 0;
    int m_line = 1;
};

/// Hands characters to the JSON reader and tells `Progress`.
class WatchedCharacter
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    WatchedCharacter(const char* at, Progress* progress) : m_at(at), m_progress(progress) {}

    reference operator*() const { return *m_at; }
    WatchedCharacter& operator++()
    {
        ++m_at;
        m_progress->advance();
        return *this;
    }
    bool operator==(const WatchedCharacter& other) const { return m_at == other.m_at; }
    bool operator!=(const WatchedCharacter& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    Progress* m_progress;
};

} // namespace

/// Builds the tree from the events of the JSON reader.
class AssetBuilder
{
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    AssetBuilder(Progress& progress, const std::string& origin)
        : m_progress(progress), m_origin(origin)
    {
    }

    AssetValue take() { return std::move(*m_root); }

    bool null() { return add(AssetValue::Other{}); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(number_integer_t value) { return add(std::int64_t{value}); }
    bool number_unsigned(number_unsigned_t value)
    {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        if (value > static_cast<number_unsigned_t>(most))
            return add(AssetValue::Other{});
        return add(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t, const string_t&) { return add(AssetValue::Other{}); }
    bool string(string_t& value) { return add(std::move(value)); }
    bool binary(binary_t&) { return add(AssetValue::Other{}); }
    bool start_object(std::size_t) { return open(AssetValue::Object{}); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(AssetValue::Array{}); }
    bool end_array() { return close(); }

    bool key(string_t& name)
    {
        auto& names = m_open.back()->m_names;
        if (std::ranges::find(names, name) != names.end())
            refuse("the member \"" + name + "\" is given twice");
        names.push_back(name);
        return true;
    }

    template <class Error>
    bool parse_error(std::size_t, const std::string&, const Error&)
    {
        refuse("this is not JSON");
    }

private:
    [[noreturn]] void refuse(const std::string& mistake)
    {
        throw AssetError(m_origin, m_progress.line(), mistake);
    }

    bool add(AssetValue::Scalar scalar)
    {
        auto value = AssetValue{std::move(scalar), m_progress.line(), m_origin};
        if (m_open.empty())
            m_root = std::make_unique<AssetValue>(std::move(value));
        else
            m_open.back()->m_items.push_back(std::move(value));
        return true;
    }

    bool open(AssetValue::Scalar kind)
    {
        constexpr std::size_t deepest = 16;
        if (m_open.size() == deepest)
            refuse("nested too deep");
        add(std::move(kind));
        m_open.push_back(m_open.empty() ? m_root.get() : &m_open.back()->m_items.back());
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    Progress& m_progress;
    const std::string& m_origin;
    std::unique_ptr<AssetValue> m_root;
    std::vector<AssetValue*> m_open; ///< the path from the root; nobody outside it is moved
};

AssetValue::AssetValue(Scalar scalar, int line, std::string origin)
    : m_scalar(std::move(scalar)), m_line(line), m_origin(std::move(origin))
{
}

void AssetValue::refuse(const std::string& mistake) const
{
    throw AssetError(m_origin, m_line, mistake);
}

std::string AssetValue::text() const
{
    const auto* text = std::get_if<std::string>(&m_scalar);
    if (text == nullptr)
        refuse("a text is expected");
    if (trimmed(*text).empty())
        refuse("the text is blank");
    return *text;
}

std::int64_t AssetValue::integer(std::int64_t least, std::int64_t most) const
{
    const auto* number = std::get_if<std::int64_t>(&m_scalar);
    if (number == nullptr || *number < least || *number > most)
        refuse("a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
               " is expected");
    return *number;
}

bool AssetValue::boolean() const
{
    const auto* flag = std::get_if<bool>(&m_scalar);
    if (flag == nullptr)
        refuse("true or false is expected");
    return *flag;
}

Date AssetValue::date() const
{
    const auto day = parseIsoDate(text());
    if (!day)
        refuse("a date such as 2026-11-22 is expected");
    return *day;
}

const std::vector<AssetValue>& AssetValue::items() const
{
    if (!std::holds_alternative<Array>(m_scalar))
        refuse("a list is expected");
    return m_items;
}

void AssetValue::expectMembers(const std::vector<std::string_view>& known) const
{
    if (!std::holds_alternative<Object>(m_scalar))
        refuse("an object is expected");
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (std::ranges::find(known, m_names[i]) == known.end())
            m_items[i].refuse("unknown member \"" + m_names[i] + "\"");
}

const AssetValue& AssetValue::at(std::string_view member) const
{
    const auto* value = find(member);
    if (value == nullptr)
        refuse("the member \"" + std::string{member} + "\" is missing");
    return *value;
}

const AssetValue* AssetValue::find(std::string_view member) const
{
    if (!std::holds_alternative<Object>(m_scalar))
        refuse("an object is expected");
    const auto found = std::ranges::find(m_names, member);
    return found == m_names.end() ? nullptr
                                  : &m_items[static_cast<std::size_t>(found - m_names.begin())];
}

AssetValue parseAsset(std::string_view text, const std::string& origin)
{
    auto progress = Progress{text};
    auto builder = AssetBuilder{progress, origin};
    nlohmann::json::sax_parse(WatchedCharacter{text.data(), &progress},
                              WatchedCharacter{text.data() + text.size(), &progress},
                              &builder);
    return builder.take();
}

} // namespace guitai
