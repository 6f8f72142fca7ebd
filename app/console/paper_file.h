#pragma once

#include "services/cases/voucher.h"

#include <filesystem>
#include <string>

namespace guitai::console
{

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
