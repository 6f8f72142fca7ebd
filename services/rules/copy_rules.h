#pragma once

#include "services/rules/terms.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace guitai
{

/// Whether the case keeps a copy of a paper whose original was seen.
enum class CopyNeed {
    none,     ///< seen only; no copy can be added
    offered,  ///< may be added, stops nothing
    required, ///< the case is not confirmed without one
};

/// How a scanned page is kept.
struct ScanStandard {
    int longestSide = 2000; ///< pixels: A4 at 170 dots an inch, which small print needs
    int jpegQuality = 80;

    bool operator==(const ScanStandard&) const = default;
};

/// Which papers a copy is kept of: documents.json. The guardian's card is asked for "original and
/// copy" by Beijing's guides; the copy may as well be one on paper in
/// the station's file, so it is offered until a station with a document camera requires it. A
/// paper that is not named is only looked at: no more is collected than the purpose needs
/// (Personal Information Protection Law art. 6).
struct CopyRules {
    std::map<DocumentKind, CopyNeed> papers = {};
    std::size_t pagesPerPaper = 12;
    ScanStandard scan = {};

    CopyNeed needOf(DocumentKind paper) const;
    bool operator==(const CopyRules&) const = default;
};

/// Reads documents.json. Throws AssetError.
CopyRules parseCopyRules(std::string_view text, const std::string& origin);

} // namespace guitai
