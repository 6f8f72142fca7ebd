#pragma once

#include <optional>
#include <string_view>

namespace guitai
{

/// The languages of the window and the console.
enum class Language { chinese, english };

/// "zh_CN.UTF-8", "zh", "en", "en_GB": none for other names ("C" included).
std::optional<Language> languageFrom(std::string_view localeName);

/// From now on `_()` and `guitai::words` answer in `language`. The catalogue is inside the
/// program, so that no file beside it is needed. Called once, before the first word is shown.
void useLanguage(Language language);

} // namespace guitai
