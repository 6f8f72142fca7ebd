#include "services/journal/sqlite_failure.h"

#include <sqlite3.h>

#include <cerrno>
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

Kind kindOfCode(int extendedCode, int systemError)
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
        return kindOfErrno(systemError, Kind::disk);
    default:
        return Kind::internal;
    }
}

} // namespace

ServiceFailure sqliteFailure(int extendedCode, int systemError)
{
    return ServiceFailure(kindOfCode(extendedCode, systemError),
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
