#pragma once

#include <filesystem>
#include <string>

namespace guitai
{

/// A face that the papers need: its PostScript name, which no other face bears, and the Debian
/// package that brings it.
struct FaceName {
    std::string postScriptName;
    std::string package;
};

struct FontFile {
    std::filesystem::path path;
    unsigned index = 0; ///< in a collection
};

/// The file of exactly that face; fontconfig's substitutes are never taken. Throws
/// ServiceFailure(printer) naming the face and its package.
FontFile findFontFile(const FaceName& face);

} // namespace guitai
