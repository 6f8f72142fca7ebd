#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <stdexcept>

namespace guitai
{

TemporaryFolder::TemporaryFolder(const std::string& name)
{
    auto pattern = (std::filesystem::temp_directory_path() / "guitai-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_parent = pattern;
    m_path = m_parent / name;
    std::filesystem::create_directory(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    auto ignored = std::error_code{};
    std::filesystem::remove_all(m_parent, ignored);
}

} // namespace guitai
