#include "app/practice/practice_exercises.h"

#include "services/practice/reader_card.h"
#include "services/practice/scenario_reader.h"

#include <fstream>

namespace guitai
{

namespace
{

/// What the emulated scanner reads: a line a finger.
void layHands(const Scenario& scenario, const std::filesystem::path& folder)
{
    auto file = std::ofstream{folder / "hands"};
    for (const auto& [finger, made] : scenario.fingers.skins) {
        file << static_cast<int>(finger) << ' ' << made.skin;
        for (const auto score : made.presses)
            file << ' ' << score;
        file << '\n';
    }
}

void prepare(const Scenario& scenario, const std::filesystem::path& folder, PracticeReader* reader)
{
    layHands(scenario, folder / "hands");
    if (const auto picture = Assets{}.find("examples/photo-" + scenario.photo + ".jpg"))
        std::ofstream{folder / "practice-camera.jpg", std::ios::binary} << *picture;
    if (!reader || !scenario.cardsOnReader)
        return;
    const auto today = StationTime{}.dateOf(SystemClock{}.now());
    if (scenario.applicant.heldCard)
        reader->layDown(
            readerCard(scenario.applicant.person, scenario.applicant.cardEndsInDays, today));
    else if (scenario.guardian)
        reader->layDown(readerCard(scenario.guardian->person, {}, today));
}

} // namespace

std::unique_ptr<Exercises> practiceExercises(const DevicePlace& place, PracticeReader* reader)
{
    if (!place.training)
        return nullptr;
    auto exercises = std::make_unique<Exercises>();
    exercises->all = loadExercises(Assets{});
    exercises->prepare = [folder = place.folder, reader](const Scenario& scenario) {
        prepare(scenario, folder, reader);
    };
    return exercises;
}

} // namespace guitai
