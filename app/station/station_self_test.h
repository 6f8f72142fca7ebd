#pragma once

#include "forms/self_test.h"
#include "services/cases/case_desk.h"
#include "services/devices/reader/card_reader.h"

#include <filesystem>
#include <functional>
#include <string>

namespace guitai
{

/// What the self-test looks at; everything outlives it.
struct SelfTestSubjects {
    Journal& journal;
    const GlyphCoverage& glyphs;
    const Clock& clock;
    StationTime time;
    std::filesystem::path dataFolder;
    std::string printerName;
    std::function<bool()> printerAnswers;
    std::string camera = {}; ///< the device; empty: none is set up
    /// How the card reader is; none: none is set up.
    std::function<std::optional<ReaderState>()> reader = {};
};

std::vector<SelfTestLine> testStation(const SelfTestSubjects& subjects);

} // namespace guitai
