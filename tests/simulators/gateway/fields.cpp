#include "tests/simulators/gateway/fields.h"

#include "tests/simulators/gateway/text.h"

#include <stdexcept>

namespace guitai::simulator
{

namespace
{

/// The first member of a document that is null: both providers ask not to send any.
std::string nullMember(const nlohmann::json& value, const std::string& pointer)
{
    if (!value.is_object())
        return {};
    for (const auto& [name, member] : value.items()) {
        if (member.is_null())
            return pointer + '/' + name;
        if (auto inner = nullMember(member, pointer + '/' + name); !inner.empty())
            return inner;
    }
    return {};
}

} // namespace

Fields::Fields(const nlohmann::json& object, std::string pointer, Complaint complain)
    : m_object(object), m_pointer(std::move(pointer)), m_complain(std::move(complain))
{
    if (const auto at = nullMember(object, m_pointer); !at.empty())
        m_complain(at, "null", "不能为空");
}

void Fields::fail(const char* name, const std::string& issue) const
{
    const auto value = m_object.contains(name) ? m_object[name].dump() : std::string{};
    m_complain(m_pointer + '/' + name, value, issue);
    throw std::logic_error("a complaint that does not throw");
}

std::string Fields::text(const char* name, TextRule rule) const
{
    if (!m_object.contains(name)) {
        if (rule.needed)
            fail(name, "此字段为必填项");
        return {};
    }
    if (!m_object[name].is_string())
        fail(name, "应为字符串");
    const auto value = m_object[name].get<std::string>();
    if (!isUtf8WithoutControls(value))
        fail(name, "包含非法字符");
    if (codePoints(value) < rule.least || codePoints(value) > rule.most)
        fail(name, "字符串长度不符合要求");
    return value;
}

std::string Fields::number(const char* name, TextRule rule, std::string_view further) const
{
    const auto value = text(name, rule);
    for (const auto c : value) {
        const auto plain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!plain && further.find(c) == std::string_view::npos)
            fail(name, "只能是数字、大小写字母和规定的符号");
    }
    return value;
}

std::int64_t Fields::integer(const char* name, std::int64_t least) const
{
    if (!m_object.contains(name))
        fail(name, "此字段为必填项");
    if (!m_object[name].is_number_integer())
        fail(name, "应为整数");
    const auto value = m_object[name].get<std::int64_t>();
    if (value < least)
        fail(name, "小于最小值");
    return value;
}

Fields Fields::object(const char* name) const
{
    if (!m_object.contains(name) || !m_object[name].is_object())
        fail(name, "此字段为必填项");
    return {m_object[name], m_pointer + '/' + name, m_complain};
}

std::vector<Fields> Fields::objects(const char* name, std::size_t least, std::size_t most) const
{
    if (!m_object.contains(name) || !m_object[name].is_array())
        fail(name, "此字段为必填项");
    const auto& array = m_object[name];
    if (array.size() < least || array.size() > most)
        fail(name, "数组长度不符合要求");
    auto all = std::vector<Fields>{};
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (!array[i].is_object())
            fail(name, "应为对象数组");
        all.emplace_back(array[i], m_pointer + '/' + name + '/' + std::to_string(i), m_complain);
    }
    return all;
}

} // namespace guitai::simulator
