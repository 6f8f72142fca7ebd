#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace guitai
{

/// A file in the making: mode 0600, under a temporary name until `publish`, and gone without it.
/// It never takes the place of a file that is there. Throws ServiceFailure.
class NewFile
{
public:
    explicit NewFile(std::filesystem::path file);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    std::ostream& stream() { return m_stream; }
    /// Returns when content and name are on the disk.
    void publish();

private:
    std::filesystem::path m_file;
    std::string m_temporary;
    int m_descriptor = -1;
    std::ofstream m_stream;
};

} // namespace guitai
