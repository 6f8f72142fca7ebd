#pragma once

#include "app/practice_reader/practice_reader.h"
#include "app/station/paper_outputs.h"
#include "app/station/settings.h"
#include "forms/card_station.h"
#include "forms/finger_station.h"
#include "forms/frame/card_watch.h"
#include "forms/frame/worker_thread.h"
#include "services/devices/camera/camera_process.h"
#include "services/log.h"
#include "services/station_time.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace guitai
{

/// Where the devices' own files lie, and whether practice devices stand for the real ones.
struct DevicePlace {
    const std::filesystem::path& folder;
    bool training = false;
};

std::unique_ptr<PaperOutput> paperOutput(const Settings& settings, const DevicePlace& place);

/// In training a made-up person sits in front of it. None: the station has no camera.
std::unique_ptr<CameraProcess> stationCamera(const Settings& settings, const DevicePlace& place);

/// The camera above the desk, for papers; in training a made-up person's card lies there. None: the
/// station names none.
std::unique_ptr<CameraProcess> stationPaperCamera(const Settings& settings,
                                                  const DevicePlace& place);

/// The fingerprint scanner with its own thread, which ends first.
struct RunningScanner {
    std::unique_ptr<FingerScanner> scanner;
    WorkerThread thread;
    FingerStation station{*scanner, thread};

    explicit RunningScanner(std::unique_ptr<FingerScanner> made) : scanner(std::move(made)) {}
    ~RunningScanner() { scanner->cancel(); }
};

/// None: the station names no library of a scanner.
std::unique_ptr<RunningScanner> runningScanner(const Settings& settings, const DevicePlace& place);

/// The card reader with its watch; in training with the reader that it watches.
struct RunningReader {
    std::unique_ptr<PracticeReader> practice;
    std::optional<PortraitDecoder> decoder;
    CardStation station;
    std::unique_ptr<CardWatch> watch; ///< ends first
};

/// None: the station names no card reader, or the practice one is not there.
std::unique_ptr<RunningReader> runningReader(const Settings& settings,
                                             const DevicePlace& place,
                                             const Clock& clock,
                                             StationTime time,
                                             Log& log);

/// What the self-test asks about the card reader, which outlives it; empty without one.
std::function<std::optional<ReaderState>()> askedState(const RunningReader* reader);

} // namespace guitai
