#pragma once

#include "services/cases/draft.h"
#include "services/money.h"
#include "services/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

/// The draft as JSON; the members are those of assets/case.schema.json. Empty members are left out.
/// Beyond the schema it has `id`, and photo and signature as they are kept: by SHA-256, not by
/// file.
nlohmann::json toJson(const Draft& draft);
/// Reads what `toJson` wrote; throws ServiceFailure(damaged) for anything else.
Draft draftFromJson(const nlohmann::json& json);

/// The draft as the store keeps it: JSON pointer → JSON text, one entry a field.
std::map<std::string, std::string> fieldsOf(const Draft& draft);
/// Reads what `fieldsOf` wrote; throws ServiceFailure(damaged) for anything else.
Draft draftFromFields(const std::map<std::string, std::string>& fields);

/// A page of a paper's copy as a case file names it: {"document", "file", "turns"?}.
struct CopyFile {
    DocumentKind document{};
    std::filesystem::path file;
    int turns = 0; ///< quarter turns clockwise, 0 to 3
};

/// A case file as people write it: a draft whose photo and signature are files beside it.
struct CaseFile {
    Draft draft;
    std::filesystem::path photo;     ///< empty when the file names none
    std::filesystem::path signature; ///< empty when the file names none
    std::vector<CopyFile> copies;    ///< pages, in order
    /// Why the photo is taken although a check of it fails; empty: it is not.
    std::string photoReason;
    /// The notes that the payer handed over: no part of the draft, but of what happened.
    std::optional<Money> cash;
};

inline constexpr std::size_t largestCaseFile = 1024 * 1024; ///< bytes
inline constexpr std::size_t deepestCaseFile = 16;          ///< levels of objects and arrays

/// The path of every member that a case file may have, groups included, in the file's order:
/// "applicant", "applicant.citizenNumber", … "photo.file".
std::vector<std::string> caseFileMembers();

/// Limits: 1 MiB of text, 16 levels, strict UTF-8; refuses unknown members and other types, each
/// with its path; a member given twice is refused, too. Photo and signature are named relative to
/// `folder` and lie in it or below it.
Result<CaseFile> parseCaseFile(std::string_view text, const std::filesystem::path& folder);
/// The same for a file; a larger one is refused before it is read.
Result<CaseFile> readCaseFile(const std::filesystem::path& file);

} // namespace guitai
