#pragma once

#include "services/cases/draft.h"
#include "services/result.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string_view>

namespace guitai
{

/// The draft as JSON; the members are those of assets/case.schema.json. Empty members are left out.
nlohmann::json toJson(const Draft& draft);
/// Reads what `toJson` wrote; throws ServiceFailure(damaged) for anything else.
Draft draftFromJson(const nlohmann::json& json);

/// A case file as people write it: a draft whose photo and signature are files beside it.
struct CaseFile {
    Draft draft;
    std::filesystem::path photo;     ///< empty when the file names none
    std::filesystem::path signature; ///< empty when the file names none
};

/// Limits: 1 MiB of text, 16 levels, strict UTF-8; refuses unknown members and other types, each
/// with its path. Paths of photo and signature are taken relative to `folder`.
Result<CaseFile> parseCaseFile(std::string_view text, const std::filesystem::path& folder);
/// The same for a file; a larger one is refused before it is read.
Result<CaseFile> readCaseFile(const std::filesystem::path& file);

} // namespace guitai
