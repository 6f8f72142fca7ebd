#pragma once

#include "services/cases/voucher.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace guitai::console
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

/// The paper goes to one new file.
class PaperFile final : public PaperOutput
{
public:
    explicit PaperFile(std::filesystem::path file) : m_file(std::move(file)) {}

    void put(const Bytes& pdf, const std::string& title) override;
    std::string name() const override { return m_file.string(); }

private:
    std::filesystem::path m_file;
};

} // namespace guitai::console
