#pragma once

#include "services/cases/voucher.h"

#include <filesystem>
#include <memory>
#include <string>

namespace guitai
{

/// Files in a folder of the data folder, for training and for stations without a printer. Readable
/// by their owner only; nothing is overwritten.
class FolderOutput final : public PaperOutput
{
public:
    explicit FolderOutput(std::filesystem::path folder);

    void put(const Bytes& pdf, const std::string& title) override;
    std::string name() const override { return m_folder.string(); }

private:
    std::filesystem::path m_folder;
};

/// A CUPS queue through `lp`; the paper goes over standard input, never through a file.
class QueueOutput final : public PaperOutput
{
public:
    explicit QueueOutput(std::string queue, std::string program = "lp");

    void put(const Bytes& pdf, const std::string& title) override;
    std::string name() const override { return m_queue; }

private:
    std::string m_queue;
    std::string m_program;
};

/// Whether CUPS knows the queue and takes papers for it (`lpstat`).
bool queueAnswers(const std::string& queue, const std::string& program = "lpstat");

} // namespace guitai
