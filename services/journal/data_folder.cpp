#include "services/journal/data_folder.h"

#include "services/failure.h"
#include "services/journal/sqlite_failure.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

namespace guitai
{

namespace
{

/// An open file that closes itself.
class Descriptor
{
public:
    Descriptor(const std::filesystem::path& file, int flags, const char* what, mode_t mode = 0)
        : m_descriptor(::open(file.c_str(), flags | O_CLOEXEC, mode)), m_what(what)
    {
        if (m_descriptor < 0)
            throw fileFailure(errno, what);
    }
    ~Descriptor() { ::close(m_descriptor); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return m_descriptor; }

    void write(std::span<const std::byte> bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                throw fileFailure(errno, m_what);
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    std::size_t read(std::span<std::byte> bytes)
    {
        auto count = ssize_t{};
        do
            count = ::read(m_descriptor, bytes.data(), bytes.size());
        while (count < 0 && errno == EINTR);
        if (count < 0)
            throw fileFailure(errno, m_what);
        return static_cast<std::size_t>(count);
    }

    void sync()
    {
        if (::fsync(m_descriptor) != 0)
            throw fileFailure(errno, m_what);
    }

private:
    int m_descriptor;
    const char* m_what;
};

constexpr auto privateFile = mode_t{0600};
constexpr auto writeNew = O_WRONLY | O_CREAT | O_TRUNC;

} // namespace

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_descriptor(
          ::open((folder / "guitai.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, privateFile))
{
    if (m_descriptor < 0)
        throw fileFailure(errno, "lock");
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return;
    const auto error = errno;
    ::close(m_descriptor);
    if (error == EWOULDBLOCK)
        throw ServiceFailure(ServiceFailure::Kind::inUse, "the data folder");
    throw fileFailure(error, "lock");
}

FolderLock::~FolderLock()
{
    ::close(m_descriptor);
}

std::filesystem::path beside(const std::filesystem::path& file, const std::string& suffix)
{
    auto other = file;
    other += suffix;
    return other;
}

bool isThere(const std::filesystem::path& file)
{
    auto error = std::error_code{};
    return std::filesystem::exists(std::filesystem::symlink_status(file, error));
}

void makeFolder(const std::filesystem::path& folder)
{
    if (::mkdir(folder.c_str(), 0700) == 0) {
        const auto parent = std::filesystem::absolute(folder).parent_path();
        syncFolder(parent);
    } else if (errno != EEXIST)
        throw fileFailure(errno, "data folder");
}

void removeUnfinished(const std::filesystem::path& database)
{
    for (const auto* suffix : {"", "-wal", "-shm", "-journal"})
        if (::unlink(beside(database, suffix).c_str()) != 0 && errno != ENOENT)
            throw fileFailure(errno, "unfinished database");
}

void makeEmptyFile(const std::filesystem::path& file)
{
    Descriptor{file, writeNew, "new file", privateFile}.sync();
}

void syncFile(const std::filesystem::path& file)
{
    Descriptor{file, O_RDONLY, "sync"}.sync();
}

void syncFolder(const std::filesystem::path& folder)
{
    Descriptor{folder, O_RDONLY | O_DIRECTORY, "folder"}.sync();
}

void renameNew(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            throw ServiceFailure(ServiceFailure::Kind::inUse, "a file of that name");
        throw fileFailure(errno, "rename");
    }
    syncFolder(std::filesystem::absolute(to).parent_path());
}

void copyFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    auto source = Descriptor{from, O_RDONLY, "copy from"};
    auto target = Descriptor{to, writeNew, "copy to", privateFile};
    auto block = std::vector<std::byte>(std::size_t{1} << 16U);
    while (const auto count = source.read(block))
        target.write(std::span{block}.first(count));
    target.sync();
}

SecretKey readKey(const std::filesystem::path& file)
{
    // One byte more than a key, to notice a longer file.
    auto bytes = std::array<std::byte, SecretKey::length + 1>{};
    auto count = std::size_t{};
    try {
        count = Descriptor{file, O_RDONLY, "key"}.read(bytes);
    } catch (const ServiceFailure& failure) {
        if (failure.kind() == ServiceFailure::Kind::notFound)
            throw ServiceFailure(ServiceFailure::Kind::keyMissing, "key");
        throw;
    }
    if (count != SecretKey::length)
        throw ServiceFailure(ServiceFailure::Kind::keyMissing, "key of another length");
    auto key = SecretKey{std::span{bytes}.first<SecretKey::length>()};
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

void ensureKey(const std::filesystem::path& file, RandomSource& random)
{
    if (isThere(file)) {
        readKey(file);
        return;
    }
    auto bytes = std::array<std::byte, SecretKey::length>{};
    random.fill(bytes);
    const auto unfinished = beside(file, ".new");
    {
        auto made = Descriptor{unfinished, writeNew, "key", privateFile};
        made.write(bytes);
        made.sync();
    }
    sodium_memzero(bytes.data(), bytes.size());
    renameNew(unfinished, file);
}

} // namespace guitai
