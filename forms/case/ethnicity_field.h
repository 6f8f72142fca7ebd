#pragma once

#include <wx/combobox.h>

#include <string>

namespace guitai
{

/// The two-digit code that a clerk means by "1", "01", "汉", "汉族" or "01 汉"; the text itself
/// when it means none.
std::string ethnicityMeantBy(const std::string& typed);

/// An ethnicity by code or name.
class EthnicityField : public wxComboBox
{
public:
    EthnicityField(wxWindow* parent, wxWindowID id);

    std::string code() const;
    void setCode(const std::string& code);
};

} // namespace guitai
