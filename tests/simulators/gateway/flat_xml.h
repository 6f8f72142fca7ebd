#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace guitai::simulator
{

/// <xml><name>value</name>…</xml>, values plain or in CDATA. None for anything else: a document
/// type, attributes, deeper elements, a name given twice.
std::optional<std::map<std::string, std::string>> fieldsFromXml(std::string_view text);
/// As WeChat Pay writes it: every value in CDATA.
std::string xmlFrom(const std::map<std::string, std::string>& fields);

} // namespace guitai::simulator
