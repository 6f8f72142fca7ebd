#pragma once

#include <wx/intl.h>
#include <wx/string.h>

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// The only border between the services' UTF-8 and the window's strings.
inline wxString toUi(std::string_view text)
{
    return wxString::FromUTF8(text.data(), text.size());
}

inline std::string fromUi(const wxString& text)
{
    return text.utf8_string();
}

/// "a · b · c", leaving out what is empty.
inline wxString dotted(const std::vector<wxString>& parts)
{
    auto text = wxString{};
    for (const auto& part : parts) {
        if (part.empty())
            continue;
        if (!text.empty())
            text += toUi(" · ");
        text += part;
    }
    return text;
}

} // namespace guitai
