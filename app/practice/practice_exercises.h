#pragma once

#include "app/station_devices.h"
#include "forms/exercises.h"

#include <memory>

namespace guitai
{

/// The embedded exercises before the practice devices of this place; none outside training.
/// `reader` may be null. Throws AssetError for a wrong exercise.
std::unique_ptr<Exercises> practiceExercises(const DevicePlace& place, PracticeReader* reader);

} // namespace guitai
