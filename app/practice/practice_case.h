#pragma once

#include "app/practice/player.h"

#include <filesystem>
#include <functional>

namespace guitai
{

/// Queues one whole case as a clerk takes it, from sign-in to the printed voucher: a girl of eleven
/// lost her card, her mother applies and pays 40 yuan with a fifty. Everybody is made up.
/// `photo` is a JPEG that the photo step imports; `printed` tells whether a voucher came out.
void playPracticeCase(Player& player,
                      const std::filesystem::path& photo,
                      const std::function<bool()>& printed);

} // namespace guitai
