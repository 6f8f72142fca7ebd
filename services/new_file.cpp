#include "services/new_file.h"

#include "services/failure.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace guitai
{

namespace
{

ServiceFailure::Kind kindOf(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ServiceFailure::Kind::diskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return ServiceFailure::Kind::readOnly;
    case ENOENT:
    case ENOTDIR:
        return ServiceFailure::Kind::notFound;
    default:
        return ServiceFailure::Kind::internal;
    }
}

[[noreturn]] void fail(const std::filesystem::path& file)
{
    const auto error = errno;
    throw ServiceFailure(kindOf(error), file.string() + ": errno " + std::to_string(error));
}

void syncFolder(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    const auto descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // the content is safe; only the name may wait for the system's next sync
    fsync(descriptor);
    close(descriptor);
}

} // namespace

NewFile::NewFile(std::filesystem::path file)
    : m_file(std::move(file)), m_temporary(m_file.string() + ".XXXXXX")
{
    m_descriptor = mkostemp(m_temporary.data(), O_CLOEXEC);
    if (m_descriptor < 0)
        fail(m_file);
    m_stream.open(m_temporary, std::ios::binary);
}

NewFile::~NewFile()
{
    m_stream.close();
    close(m_descriptor);
    unlink(m_temporary.c_str());
}

void NewFile::publish()
{
    m_stream.flush();
    if (!m_stream || fsync(m_descriptor) != 0)
        fail(m_file);
    if (renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_file.c_str(), RENAME_NOREPLACE) != 0) {
        // Some file systems cannot rename so; a hard link does not replace either.
        if (errno != EINVAL || link(m_temporary.c_str(), m_file.c_str()) != 0)
            fail(m_file);
    }
    syncFolder(m_file);
}

} // namespace guitai
