#include "services/journal/sqlite_failure.h"

#include <sqlite3.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <optional>
#include <string>

namespace guitai
{

namespace
{

using Kind = ServiceFailure::Kind;

Kind kindOfErrno(int error, Kind otherwise)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return Kind::diskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return Kind::readOnly;
    case ENOENT:
    case ENOTDIR:
        return Kind::notFound;
    default:
        return otherwise;
    }
}

/// What the file system itself says; none when it has room and may be written.
std::optional<Kind> stateOfDisk(const std::filesystem::path& folder)
{
    struct statvfs state = {};
    if (folder.empty() || ::statvfs(folder.c_str(), &state) != 0)
        return std::nullopt;
    if ((state.f_flag & ST_RDONLY) != 0)
        return Kind::readOnly;
    if (state.f_bavail == 0 || (state.f_files != 0 && state.f_favail == 0))
        return Kind::diskFull;
    return std::nullopt;
}

Kind kindOfDiskError(int systemError, const std::filesystem::path& folder)
{
    if (const auto state = stateOfDisk(folder))
        return *state;
    const auto kind = kindOfErrno(systemError, Kind::disk);
    // The file was there a moment ago; this errno belongs to something else.
    return kind == Kind::notFound ? Kind::disk : kind;
}

Kind kindOfCode(int extendedCode, int systemError, const std::filesystem::path& folder)
{
    switch (extendedCode & 0xFF) {
    case SQLITE_FULL:
        return Kind::diskFull;
    case SQLITE_READONLY:
        return Kind::readOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return Kind::damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::inUse;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return kindOfDiskError(systemError, folder);
    default:
        return Kind::internal;
    }
}

} // namespace

ServiceFailure sqliteFailure(int extendedCode, int systemError, const std::filesystem::path& folder)
{
    return ServiceFailure(kindOfCode(extendedCode, systemError, folder),
                          "SQLite " + std::to_string(extendedCode) + ", errno " +
                              std::to_string(systemError));
}

bool leavesConnectionUsable(int extendedCode)
{
    switch (extendedCode & 0xFF) {
    case SQLITE_ERROR: // of the statement, not of the disk
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CONSTRAINT:
        return true;
    default:
        return false;
    }
}

ServiceFailure fileFailure(int systemError, const char* what)
{
    return ServiceFailure(kindOfErrno(systemError, Kind::disk),
                          std::string{what} + ", errno " + std::to_string(systemError));
}

} // namespace guitai
