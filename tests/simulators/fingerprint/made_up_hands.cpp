#include "tests/simulators/fingerprint/made_up_hands.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

namespace guitai::emulated
{

namespace
{

constexpr auto skins = std::array<std::pair<Skin, std::string_view>, 12>{{
    {Skin::good, "good"},
    {Skin::worn, "worn"},
    {Skin::dry, "dry"},
    {Skin::scarred, "scarred"},
    {Skin::missing, "missing"},
    {Skin::unplugged, "unplugged"},
    {Skin::crash, "crash"},
    {Skin::hang, "hang"},
    {Skin::wildQuality, "wildQuality"},
    {Skin::wildFeatures, "wildFeatures"},
    {Skin::otherFinger, "otherFinger"},
    {Skin::overrun, "overrun"},
}};

Skin skinNamed(std::string_view name)
{
    for (const auto& [skin, known] : skins)
        if (known == name)
            return skin;
    return Skin::good;
}

std::string_view nameOf(Skin skin)
{
    return std::ranges::find(skins, skin, &std::pair<Skin, std::string_view>::first)->second;
}

/// The library reads while another process writes: it sees the old file or the new one.
void replace(const std::filesystem::path& file, const std::string& text)
{
    auto unfinished = file;
    unfinished += ".new";
    std::ofstream{unfinished} << text;
    std::filesystem::rename(unfinished, file);
}

} // namespace

void writeHands(const std::filesystem::path& folder, const MadeUpHands& hands)
{
    auto text = std::ostringstream{};
    for (const auto& [code, finger] : hands) {
        text << code << ' ' << nameOf(finger.skin);
        for (const auto quality : finger.qualities)
            text << ' ' << quality;
        text << '\n';
    }
    replace(folder / "hands", text.str());
}

void writePlate(const std::filesystem::path& folder, const Plate& plate)
{
    replace(folder / "plate",
            std::to_string(plate.finger) + ' ' + std::to_string(plate.press) + '\n');
}

MadeUpHands readHands(const std::filesystem::path& folder)
{
    auto hands = MadeUpHands{};
    auto file = std::ifstream{folder / "hands"};
    for (auto line = std::string{}; std::getline(file, line);) {
        auto words = std::istringstream{line};
        auto code = 0;
        auto skin = std::string{};
        if (!(words >> code >> skin))
            continue;
        auto finger = MadeUpFinger{.skin = skinNamed(skin), .qualities = {}};
        for (auto quality = 0; words >> quality;)
            finger.qualities.push_back(quality);
        hands[code] = finger;
    }
    return hands;
}

Plate readPlate(const std::filesystem::path& folder)
{
    auto plate = Plate{};
    auto file = std::ifstream{folder / "plate"};
    file >> plate.finger >> plate.press;
    return plate;
}

MadeUpFinger fingerOf(const MadeUpHands& hands, int code)
{
    const auto found = hands.find(code);
    return found == hands.end() ? MadeUpFinger{} : found->second;
}

int qualityOf(const MadeUpFinger& finger, int press)
{
    if (finger.qualities.empty())
        return MadeUpFinger{}.qualities.front();
    const auto last = finger.qualities.size() - 1;
    return finger.qualities[std::min(static_cast<std::size_t>(std::max(press, 0)), last)];
}

} // namespace guitai::emulated
