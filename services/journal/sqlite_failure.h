#pragma once

#include "services/failure.h"

#include <filesystem>

namespace guitai
{

/// What an extended SQLite result code means for the clerk. SQLite often loses the errno behind it,
/// so the file system of `folder` is asked first whether it is full or read-only. Only the codes
/// enter the text.
ServiceFailure
sqliteFailure(int extendedCode, int systemError, const std::filesystem::path& folder = {});
/// Whether a connection that returned this code may be used on.
bool leavesConnectionUsable(int extendedCode);
/// The same for a call of the operating system; `what` names the operation and the file's role.
ServiceFailure fileFailure(int systemError, const char* what);

} // namespace guitai
