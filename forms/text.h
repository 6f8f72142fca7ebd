#pragma once

#include <wx/intl.h>
#include <wx/string.h>

#include <string>
#include <string_view>

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

} // namespace guitai
