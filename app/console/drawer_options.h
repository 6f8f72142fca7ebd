#pragma once

#include "services/payments/shift.h"
#include "services/result.h"

#include <string>
#include <vector>

namespace CLI
{
class App;
}

namespace guitai::console
{

class Console;

/// What the commands about a drawer are told.
struct DrawerOptions {
    std::string user;
    std::vector<std::string> counts; ///< "100=2": two notes of 100 yuan
    std::string reason;
    std::string witness;
    std::string supervisor;
    std::string taker;
    std::string request;
    // movements and incidents
    std::string kind;
    std::string receiver;
    std::string note; ///< denomination, yuan
    std::string serialNumber;
    std::string noticed;
    std::string officer;
};

/// The pieces that `--count` names; `field` is at fault otherwise.
Result<CashCount> countOf(const DrawerOptions& drawer, const std::string& field);

void addUserOption(CLI::App& command, DrawerOptions& drawer);
void addCountOption(CLI::App& command, DrawerOptions& drawer);
void addWitnessOption(CLI::App& command, DrawerOptions& drawer);

/// `shift move`, `shift drawer`, `shift incident`.
void addDrawerCommands(CLI::App& shifts, Console& console);

} // namespace guitai::console
