#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace guitai
{

/// A finished paper as programs of others see it.
struct PaperFindings {
    bool sound = false;          ///< `qpdf --check` has nothing to say
    std::string text;            ///< of `pdftotext`, without any blanks and line ends
    std::set<std::string> codes; ///< of `zbarimg`, from a picture of 200 dots per inch
};

PaperFindings look(const std::filesystem::path& pdf);

std::string withoutBlanks(const std::string& text);

} // namespace guitai
