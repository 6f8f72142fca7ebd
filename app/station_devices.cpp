#include "app/station_devices.h"

#include "app/practice_fingers/practice_scanner.h"
#include "app/practice_paper.h"
#include "services/assets.h"
#include "services/devices/fingerprint/scanner_process.h"
#include "services/failure.h"

#include <fstream>

namespace guitai
{

namespace
{

constexpr auto firstAnswer = std::chrono::seconds{1};

std::unique_ptr<FingerScanner> scannerOf(const Settings& settings, const DevicePlace& place)
{
    if (place.training)
        return std::make_unique<PracticeScanner>(place.folder / "hands");
    if (settings.fingerCaptureLibrary.empty())
        return nullptr;
    return std::make_unique<ScannerProcess>(
        ScannerProcess::Parts{.program = usualFingerprintProgram(),
                              .captureLibrary = settings.fingerCaptureLibrary,
                              .featureLibrary = settings.fingerFeatureLibrary});
}

/// No value: cards are not read here.
std::optional<ReaderAddress> readerAddress(
    RunningReader& reader, const Settings& settings, const DevicePlace& place, Date today, Log& log)
{
    if (!place.training)
        return settings.reader;
    try {
        reader.practice = std::make_unique<PracticeReader>(place.folder / "card-reader", today);
        reader.station.practice = reader.practice.get();
        return ReaderAddress{.device = reader.practice->device()};
    } catch (const ServiceFailure& failure) {
        log.error(std::string{"practice card reader: "} + failure.what());
        return std::nullopt;
    }
}

} // namespace

std::unique_ptr<PaperOutput> paperOutput(const Settings& settings, const DevicePlace& place)
{
    if (!place.training && !settings.printerQueue.empty())
        return std::make_unique<QueueOutput>(settings.printerQueue);
    const auto named = place.training ? std::filesystem::path{} : settings.papersFolder;
    return std::make_unique<FolderOutput>(named.empty() ? place.folder / "papers" : named);
}

std::unique_ptr<CameraProcess> stationCamera(const Settings& settings, const DevicePlace& place)
{
    auto device = settings.camera;
    if (place.training) {
        const auto picture = place.folder / "practice-camera.jpg";
        std::ofstream{picture, std::ios::binary} << Assets{}.load("examples/photo-girl.jpg");
        device = "file:" + picture.string();
    }
    if (device.empty())
        return nullptr;
    return std::make_unique<CameraProcess>(usualCameraProgram(), device);
}

std::unique_ptr<CameraProcess> stationPaperCamera(const Settings& settings,
                                                  const DevicePlace& place)
{
    auto device = settings.paperCamera;
    if (place.training) {
        const auto picture = place.folder / "practice-paper.jpg";
        drawPracticePaper(picture);
        device = "file:" + picture.string();
    }
    if (device.empty())
        return nullptr;
    return std::make_unique<CameraProcess>(usualCameraProgram(), device);
}

std::unique_ptr<RunningScanner> runningScanner(const Settings& settings, const DevicePlace& place)
{
    auto scanner = scannerOf(settings, place);
    return scanner ? std::make_unique<RunningScanner>(std::move(scanner)) : nullptr;
}

std::unique_ptr<RunningReader> runningReader(const Settings& settings,
                                             const DevicePlace& place,
                                             const Clock& clock,
                                             StationTime time,
                                             Log& log)
{
    auto reader = std::make_unique<RunningReader>();
    const auto address = readerAddress(*reader, settings, place, time.dateOf(clock.now()), log);
    if (!address)
        return nullptr;
    if (!settings.portraitDecoder.empty())
        reader->station.decoder = &reader->decoder.emplace(settings.portraitDecoder);
    reader->watch = std::make_unique<CardWatch>(
        CardReader{lineTo(*address), clock, time}, reader->station.feed, log);
    return reader;
}

std::function<std::optional<ReaderState>()> askedState(const RunningReader* reader)
{
    if (!reader)
        return {};
    return [&watch = *reader->watch] { return watch.state(firstAnswer); };
}

} // namespace guitai
