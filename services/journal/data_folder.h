#pragma once

#include "services/bytes.h"
#include "services/journal/seal.h"
#include "services/random_source.h"

#include <filesystem>
#include <string>

namespace guitai
{

/// The lock on a data folder, held until it dies: DATA/guitai.lock under flock, which the system
/// lets go when the program ends in whatever way.
class FolderLock
{
public:
    /// Throws ServiceFailure(inUse) when another program, or another part of this one, holds it.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_descriptor = -1;
};

/// The file of that name with `suffix` behind it.
std::filesystem::path beside(const std::filesystem::path& file, const std::string& suffix);
/// Whether anything has that name, a link to nowhere too.
bool isThere(const std::filesystem::path& file);

// Each throws ServiceFailure; texts name the file's role and the errno, never a path.

/// Makes the folder with mode 0700; one that is there stays as it is.
void makeFolder(const std::filesystem::path& folder);
/// Removes an unfinished database of an interrupted attempt with its logs, which SQLite would read
/// into the next one of that name.
void removeUnfinished(const std::filesystem::path& database);
/// An empty file of mode 0600.
void makeEmptyFile(const std::filesystem::path& file);
void syncFile(const std::filesystem::path& file);
void syncFolder(const std::filesystem::path& folder);
/// Renames durably; ServiceFailure(inUse) when `to` exists.
void renameNew(const std::filesystem::path& from, const std::filesystem::path& to);
/// Copies into a new file of mode 0600, synced.
void copyFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// ServiceFailure(keyMissing) when there is none or it is no key.
SecretKey readKey(const std::filesystem::path& file);
/// Makes a key unless there is one, and never replaces one: a journal cannot be checked without
/// the key that it was written under.
void ensureKey(const std::filesystem::path& file, RandomSource& random);

} // namespace guitai
