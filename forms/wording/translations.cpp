#include "forms/wording/translations.h"

#include "forms/text.h"
#include "services/assets.h"

#include <wx/arrstr.h>
#include <wx/translation.h>

namespace guitai
{

namespace
{

constexpr auto domain = "guitai";

/// Hands wx the catalogue that was embedded at build time.
class EmbeddedCatalogues final : public wxTranslationsLoader
{
public:
    wxMsgCatalog* LoadCatalog(const wxString& wanted, const wxString& language) override
    {
        const auto name = "translations/" + fromUi(language) + ".mo";
        for (const auto& asset : embeddedAssets())
            if (wanted == domain && asset.name == name)
                return wxMsgCatalog::CreateFromData(
                    wxCharBuffer::CreateNonOwned(asset.content.data(), asset.content.size()),
                    wanted);
        return nullptr;
    }

    wxArrayString GetAvailableTranslations(const wxString&) const override
    {
        auto languages = wxArrayString{};
        languages.Add("zh_CN");
        return languages;
    }
};

} // namespace

std::optional<Language> languageFrom(std::string_view localeName)
{
    const auto language = localeName.substr(0, localeName.find_first_of("_-.@"));
    if (language == "zh")
        return Language::chinese;
    if (language == "en")
        return Language::english;
    return {};
}

void useLanguage(Language language)
{
    auto* translations = new wxTranslations; // wxTranslations::Set takes it
    translations->SetLoader(new EmbeddedCatalogues);
    wxTranslations::Set(translations);
    if (language == Language::chinese) {
        translations->SetLanguage("zh_CN");
        translations->AddCatalog(domain, wxLANGUAGE_ENGLISH);
    } else {
        translations->SetLanguage("en"); // the words of the sources are English
    }
}

} // namespace guitai
