#include "app/practice/practice_run.h"

#include "app/practice/practice_case.h"
#include "services/assets.h"

#include <fstream>
#include <iostream>
#include <vector>

namespace guitai
{

namespace
{

std::vector<std::filesystem::path> papersIn(const std::filesystem::path& folder)
{
    auto papers = std::vector<std::filesystem::path>{};
    auto error = std::error_code{};
    for (const auto& entry : std::filesystem::directory_iterator{folder, error})
        if (entry.path().extension() == ".pdf")
            papers.push_back(entry.path());
    return papers;
}

} // namespace

std::filesystem::path freshFolder(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    for (auto i = 1;; ++i)
        if (const auto fresh = folder / std::to_string(i); std::filesystem::create_directory(fresh))
            return std::filesystem::absolute(fresh);
}

PracticeRun::PracticeRun(std::filesystem::path folder,
                         std::filesystem::path papers,
                         std::function<void(bool)> ended)
    : m_folder(std::move(folder)), m_papers(std::move(papers)), m_ended(std::move(ended)),
      m_player(m_folder, [this](bool played, const std::string& why) { finish(played, why); })
{
}

void PracticeRun::start()
{
    const auto photo = m_folder / "photo.jpg";
    std::ofstream{photo, std::ios::binary} << Assets{}.load("examples/photo-girl.jpg");
    playPracticeCase(m_player, photo, [this] { return !papersIn(m_papers).empty(); });
    m_player.start();
}

std::string PracticeRun::fault() const
{
    const auto papers = papersIn(m_papers);
    if (papers.size() != 1)
        return "one voucher should have come out, not " + std::to_string(papers.size());
    std::filesystem::copy_file(papers.front(), m_folder / "voucher.pdf");
    return {};
}

void PracticeRun::finish(bool played, const std::string& why)
{
    const auto wrong = played ? fault() : why;
    if (wrong.empty())
        std::cout << "The practice case went from sign-in to voucher; pictures of each step and "
                     "voucher.pdf are in "
                  << m_folder.string() << std::endl;
    else
        std::cerr << "The practice case stopped: " << wrong << "\nPictures up to there are in "
                  << m_folder.string() << std::endl;
    m_ended(wrong.empty());
}

} // namespace guitai
