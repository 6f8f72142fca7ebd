#pragma once

#include "app/practice/player.h"

#include <filesystem>
#include <functional>
#include <string>

namespace guitai
{

/// The first of FOLDER/1, FOLDER/2 … that does not exist yet; made.
std::filesystem::path freshFolder(const std::filesystem::path& folder);

/// Plays one whole case on the open window and checks that its voucher came out. Tells on standard
/// output where the pictures and the paper are, or on standard error why not.
class PracticeRun
{
public:
    /// `papers` is where the window puts finished papers.
    PracticeRun(std::filesystem::path folder,
                std::filesystem::path papers,
                std::function<void(bool)> ended);

    void start();

private:
    /// Empty when the play left what it should.
    std::string fault() const;
    void finish(bool played, const std::string& why);

    std::filesystem::path m_folder;
    std::filesystem::path m_papers;
    std::function<void(bool)> m_ended;
    Player m_player;
};

} // namespace guitai
