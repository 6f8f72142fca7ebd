#pragma once

#include "app/practice/player.h"

#include <filesystem>

namespace guitai
{

/// Queues one whole case as a clerk takes it, from sign-in to the printed voucher: a girl of eleven
/// lost her card, her mother applies and pays 40 yuan with a fifty. Everybody is made up.
/// `photo` is a JPEG that the photo step imports.
void playPracticeCase(Player& player, const std::filesystem::path& photo);

} // namespace guitai
