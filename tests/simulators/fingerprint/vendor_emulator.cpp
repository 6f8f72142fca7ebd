#include "tests/simulators/fingerprint/made_up_hands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <unistd.h>

// The C interface of a scanner's libraries (GA/T 1011 and GA/T 1012), played. An image is made of
// ridges whose contrast is its quality, so that quality is measured, not remembered.

using guitai::emulated::MadeUpFinger;
using guitai::emulated::Plate;
using guitai::emulated::Skin;
using Octet = unsigned char;

extern "C" {
int LIVESCAN_Init();
int LIVESCAN_Close();
int LIVESCAN_BeginCapture(int channel);
int LIVESCAN_GetFPRawData(int channel, Octet* image);
int LIVESCAN_EndCapture(int channel);
int FP_Begin();
int FP_End();
int FP_GetQualityScore(Octet* image, Octet* score);
int FP_FeatureExtract(Octet scanner, Octet finger, Octet* image, Octet* features);
int FP_GenFeatureFromEmpty1(Octet scanner, Octet finger, Octet* features);
int FP_GenFeatureFromEmpty2(Octet finger, Octet* features);
}

namespace
{

constexpr auto worked = 1;
constexpr auto refused = -3;
constexpr auto width = 256;
constexpr auto height = 360;
constexpr auto featureSize = 512;
constexpr auto blank = 255;
constexpr auto middle = 128.0;

struct Press {
    Plate plate;
    MadeUpFinger finger;

    Skin skin() const { return plate.finger == 0 ? Skin::missing : finger.skin; }
};

Press present()
{
    const auto* folder = std::getenv(guitai::emulated::handsFolderVariable);
    if (folder == nullptr)
        return {};
    const auto plate = guitai::emulated::readPlate(folder);
    return {plate, guitai::emulated::fingerOf(guitai::emulated::readHands(folder), plate.finger)};
}

/// Ridges around a centre of their own for each finger; a scar leaves a band of them out.
void draw(Octet* image, int finger, int quality, bool scar)
{
    constexpr auto ridge = 5.0; // pixels
    const auto centre = 100.0 + 8.0 * finger;
    for (auto y = 0; y < height; ++y)
        for (auto x = 0; x < width; ++x) {
            const auto radius = std::hypot(x - width / 2.0, y - centre);
            const auto value = middle + quality * std::sin(radius / ridge);
            const auto isScar = scar && std::abs(y - height / 2) < height / 5;
            image[y * width + x] = static_cast<Octet>(isScar ? blank : std::lround(value));
        }
}

int contrastOf(const Octet* image)
{
    const auto* end = image + width * height / 4; // above every scar
    const auto [low, high] = std::minmax_element(image, end);
    return (*high - *low + 1) / 2;
}

bool hasScar(const Octet* image)
{
    const auto* row = image + std::ptrdiff_t{width} * (height / 2);
    return std::all_of(row, row + width, [](Octet grey) { return grey == blank; });
}

void writeFeatures(Octet* features, int result, int finger, int quality)
{
    std::fill_n(features, featureSize, Octet{0});
    features[0] = 'C';
    features[1] = 1; // version
    features[4] = static_cast<Octet>(result);
    features[5] = static_cast<Octet>(finger);
    features[6] = static_cast<Octet>(quality);
    for (auto i = 16; result == 1 && i < featureSize; ++i) // minutiae stand in the rest
        features[i] = static_cast<Octet>((i * 7 + finger * 13) % 251);
}

} // namespace

int LIVESCAN_Init()
{
    return present().skin() == Skin::unplugged ? -1 : worked;
}

int LIVESCAN_Close()
{
    return worked;
}

int LIVESCAN_BeginCapture(int)
{
    return LIVESCAN_Init(); // a scanner may be unplugged at any time
}

int LIVESCAN_GetFPRawData(int, Octet* image)
{
    const auto press = present();
    if (press.skin() == Skin::missing)
        std::fill_n(image, width * height, Octet{blank});
    else
        draw(image,
             press.plate.finger,
             guitai::emulated::qualityOf(press.finger, press.plate.press),
             press.skin() == Skin::scarred);
    return worked;
}

int LIVESCAN_EndCapture(int)
{
    return worked;
}

int FP_Begin()
{
    return worked;
}

int FP_End()
{
    return worked;
}

int FP_GetQualityScore(Octet* image, Octet* score)
{
    constexpr auto wild = 200;
    const auto contrast = contrastOf(image);
    *score =
        static_cast<Octet>(present().skin() == Skin::wildQuality && contrast > 0 ? wild : contrast);
    return worked;
}

int FP_FeatureExtract(Octet, Octet finger, Octet* image, Octet* features)
{
    constexpr auto faintest = 30;
    const auto skin = present().skin();
    const auto quality = contrastOf(image);
    if (skin == Skin::crash)
        std::abort();
    while (skin == Skin::hang)
        ::pause();
    if (hasScar(image) || (skin == Skin::dry && quality < faintest))
        return refused;
    if (skin == Skin::overrun)
        std::fill_n(features, featureSize + 64, Octet{7});
    else if (skin == Skin::wildFeatures)
        std::fill_n(features, featureSize, Octet{0xEE});
    else
        writeFeatures(features, 1, skin == Skin::otherFinger ? finger ^ 1 : finger, quality);
    return worked;
}

int FP_GenFeatureFromEmpty1(Octet, Octet finger, Octet* features)
{
    writeFeatures(features, 2, finger, 0);
    return worked;
}

int FP_GenFeatureFromEmpty2(Octet finger, Octet* features)
{
    writeFeatures(features, 3, finger, 0);
    return worked;
}
