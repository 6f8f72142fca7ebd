#include "app/fingerprint/vendor_library.h"

#include <algorithm>
#include <array>
#include <dlfcn.h>
#include <string.h>
#include <thread>
#include <vector>

namespace guitai
{

namespace
{

using Octet = unsigned char;

constexpr auto worked = 1;
constexpr auto channel = 0;
constexpr auto scannerType = Octet{0}; // of the image: the library knows its own
constexpr std::size_t imageSize = std::size_t{256} * 360;
constexpr auto betweenFrames = std::chrono::milliseconds{40};
constexpr auto steadyFrames = 3; ///< so long the quality did not rise
constexpr auto canary = Octet{0xA5};

/// Bytes for a library, with a strip behind them that shows whether it went too far; wiped.
class Guarded
{
public:
    explicit Guarded(std::size_t size) : m_size(size), m_bytes(size + strip, canary)
    {
        std::fill_n(m_bytes.begin(), size, Octet{0});
    }
    ~Guarded() { ::explicit_bzero(m_bytes.data(), m_bytes.size()); }
    Guarded(const Guarded&) = default;
    Guarded& operator=(const Guarded&) = default;

    Octet* data() { return m_bytes.data(); }
    void require() const
    {
        if (!std::all_of(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_size),
                         m_bytes.end(),
                         [](Octet byte) { return byte == canary; }))
            throw LibraryOverrun{};
    }
    Bytes bytes() const
    {
        const auto* begin = reinterpret_cast<const std::byte*>(m_bytes.data());
        return {begin, begin + m_size};
    }

private:
    static constexpr std::size_t strip = 4096;

    std::size_t m_size;
    std::vector<Octet> m_bytes;
};

template <class Function>
void find(void* library, const char* name, Function*& function)
{
    function = reinterpret_cast<Function*>(::dlsym(library, name));
    if (function == nullptr)
        throw LibraryMissing(name);
}

void* load(const std::string& file)
{
    auto* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        throw LibraryMissing("cannot be loaded");
    return library;
}

} // namespace

struct VendorLibrary::Functions {
    int (*scannerInit)();
    int (*scannerClose)();
    int (*beginCapture)(int channel);
    int (*rawImage)(int channel, Octet* image);
    int (*endCapture)(int channel);
    int (*begin)();
    int (*end)();
    int (*quality)(Octet* image, Octet* score);
    int (*extract)(Octet scanner, Octet finger, Octet* image, Octet* features);
    int (*failedFeatures)(Octet scanner, Octet finger, Octet* features);
    int (*absentFeatures)(Octet finger, Octet* features);
};

struct VendorLibrary::Image {
    Guarded grey{imageSize};
};

VendorLibrary::VendorLibrary(const std::string& captureFile, const std::string& featureFile)
    : m_functions(std::make_unique<Functions>())
{
    auto& to = *m_functions;
    auto* capturing = load(captureFile);
    find(capturing, "LIVESCAN_Init", to.scannerInit);
    find(capturing, "LIVESCAN_Close", to.scannerClose);
    find(capturing, "LIVESCAN_BeginCapture", to.beginCapture);
    find(capturing, "LIVESCAN_GetFPRawData", to.rawImage);
    find(capturing, "LIVESCAN_EndCapture", to.endCapture);
    auto* features = load(featureFile);
    find(features, "FP_Begin", to.begin);
    find(features, "FP_End", to.end);
    find(features, "FP_GetQualityScore", to.quality);
    find(features, "FP_FeatureExtract", to.extract);
    find(features, "FP_GenFeatureFromEmpty1", to.failedFeatures);
    find(features, "FP_GenFeatureFromEmpty2", to.absentFeatures);
}

VendorLibrary::~VendorLibrary()
{
    if (!m_isOpen)
        return;
    m_functions->end();
    m_functions->scannerClose();
}

bool VendorLibrary::open()
{
    if (!m_isOpen)
        m_isOpen = m_functions->scannerInit() == worked && m_functions->begin() == worked;
    return m_isOpen;
}

int VendorLibrary::lookForFinger(Image& best, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    auto bestQuality = 0;
    auto frame = Image{};
    for (auto steady = 0; steady < steadyFrames;) {
        auto quality = Guarded{sizeof(int)}; // one byte; some libraries write a whole int
        const auto isFrame = m_functions->rawImage(channel, frame.grey.data()) == worked &&
                             m_functions->quality(frame.grey.data(), quality.data()) == worked;
        frame.grey.require();
        quality.require();
        const auto found = isFrame ? int{*quality.data()} : 0;
        steady = bestQuality > 0 && found <= bestQuality ? steady + 1 : 0;
        if (found > bestQuality) {
            bestQuality = found;
            best = frame;
        }
        if (std::chrono::steady_clock::now() >= until)
            break;
        if (steady < steadyFrames)
            std::this_thread::sleep_for(betweenFrames);
    }
    return bestQuality;
}

FingerCapture VendorLibrary::capture(const FingerQuestion& question)
{
    if (!open() || m_functions->beginCapture(channel) != worked)
        return {.outcome = FingerOutcome::noDevice};
    auto image = Image{};
    const auto quality = lookForFinger(image, question.patience);
    m_functions->endCapture(channel);
    if (quality == 0)
        return {.outcome = FingerOutcome::noFinger};
    if (quality > bestFingerQuality)
        return {.outcome = FingerOutcome::nonsense};
    auto features = Guarded{fingerTemplateSize};
    const auto code = m_functions->extract(
        scannerType, static_cast<Octet>(question.finger), image.grey.data(), features.data());
    features.require();
    if (code != worked)
        return {.outcome = FingerOutcome::noFeatures, .quality = quality};
    return {.outcome = FingerOutcome::taken, .quality = quality, .features = features.bytes()};
}

FingerCapture VendorLibrary::emptyFeatures(const FingerQuestion& question)
{
    auto features = Guarded{fingerTemplateSize};
    const auto finger = static_cast<Octet>(question.finger);
    const auto code = question.result == FingerprintResult::failed
                          ? m_functions->failedFeatures(scannerType, finger, features.data())
                          : m_functions->absentFeatures(finger, features.data());
    features.require();
    constexpr auto qualityAt = 6;
    if (code != worked)
        return {.outcome = FingerOutcome::nonsense};
    return {.outcome = FingerOutcome::taken,
            .quality = int{features.data()[qualityAt]},
            .features = features.bytes()};
}

FingerCapture VendorLibrary::answer(const FingerQuestion& question)
{
    switch (question.what) {
    case FingerQuestion::What::capture:
        return capture(question);
    case FingerQuestion::What::emptyFeatures:
        return emptyFeatures(question);
    }
    return {.outcome = FingerOutcome::nonsense};
}

} // namespace guitai
