#pragma once

#include "app/practice_programs/child_program.h"
#include "forms/card_station.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guitai
{

/// The card reader of the training mode: an emulated one on a pseudo-terminal, in a process of its
/// own, before the real driver; and the cards of made-up people.
class PracticeReader final : public PracticeCards
{
public:
    /// The device appears in `folder`, which is made. `today` tells the people's ages. Throws
    /// ServiceFailure when the emulator is not there.
    PracticeReader(std::filesystem::path folder, Date today);

    std::filesystem::path device() const { return m_folder / "reader"; }
    const std::vector<PracticeCard>& cards() const override { return m_cards; }
    void layDown(std::size_t card) override;
    /// Any card, as the emulator's order: {"kind": "resident", "name": …}.
    void layDown(const std::string& card);

private:
    std::filesystem::path m_folder;
    ChildProgram m_reader;
    std::vector<PracticeCard> m_cards;
};

} // namespace guitai
