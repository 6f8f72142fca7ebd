#include "forms/case/ethnicity_field.h"

#include "forms/text.h"
#include "services/rules/ethnicities.h"
#include "services/utf8.h"

namespace guitai
{

namespace
{

wxString shownAs(std::string_view code, std::string_view name)
{
    return toUi(code) + " " + toUi(name);
}

} // namespace

std::string ethnicityMeantBy(const std::string& typed)
{
    const auto text = trimmed(typed);
    for (const auto& [code, name] : ethnicities()) {
        const auto whole = std::string{code} + " " + std::string{name};
        const auto withoutZero = code.front() == '0' && text == code.substr(1);
        if (text == code || withoutZero || text == name || text == whole ||
            text == std::string{name} + "族")
            return std::string{code};
    }
    return text;
}

EthnicityField::EthnicityField(wxWindow* parent, wxWindowID id) : wxComboBox(parent, id)
{
    auto entries = wxArrayString{};
    for (const auto& [code, name] : ethnicities())
        entries.push_back(shownAs(code, name));
    Set(entries);
}

std::string EthnicityField::code() const
{
    return ethnicityMeantBy(fromUi(GetValue()));
}

void EthnicityField::setCode(const std::string& code)
{
    const auto name = ethnicityName(code);
    const auto shown = name ? shownAs(code, *name) : toUi(code);
    if (GetValue() != shown)
        ChangeValue(shown);
}

} // namespace guitai
