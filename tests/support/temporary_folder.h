#pragma once

#include <filesystem>
#include <string>

namespace guitai
{

/// A new empty folder, removed with all that is in it at the end of the test.
class TemporaryFolder
{
public:
    /// `name` is the last part of the path, for tests of odd names.
    explicit TemporaryFolder(const std::string& name = "data");
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_parent;
    std::filesystem::path m_path;
};

} // namespace guitai
