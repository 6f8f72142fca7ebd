#pragma once

#include "app/console/answer.h"
#include "app/console/case_intake.h"
#include "app/console/station.h"
#include "app/station/usual_folders.h"
#include "services/devices/photo/photo_lab.h"

#include <filesystem>
#include <functional>
#include <string>

namespace CLI
{
class App;
}

namespace guitai::console
{

/// What every command can be told, and the command that was chosen.
class Console
{
public:
    std::filesystem::path dataFolder;
    std::filesystem::path keyFile;
    std::filesystem::path assets = usualAssetsFolder; ///< files that replace built-in ones
    Form form = Form::words;

    JournalPlace place() const { return {dataFolder, keyFile}; }

    /// Called by the command line for the command that it recognised.
    void choose(std::function<Answer()> command) { m_command = std::move(command); }
    /// Runs the chosen command and writes its answer; every failure ends here.
    ExitCode run() const;

private:
    std::function<Answer()> m_command;
};

/// Opens the data folder, or refuses `notInitialised`.
Result<std::unique_ptr<Station>> open(const Console& console);

struct SignedIn {
    std::unique_ptr<Station> station;
    Actor actor;
};

/// The program that makes photos, with the station's standard for them.
std::unique_ptr<PhotoLab> photoLab(const Console& console);

/// The case file as `readIntake` takes it, after the station's standards.
Result<Intake> readCase(const Console& console, const std::filesystem::path& file);

/// Reads the password, opens the data folder and signs in.
Result<SignedIn> signIn(const Console& console, const std::string& user);
/// A second person beside the first: reads the next password. No value for an empty name.
Result<std::optional<Actor>> signInBeside(Station& station, const std::string& user);

/// Each adds its commands with their help.
void addInitCommand(CLI::App& app, Console& console);
void addUserCommands(CLI::App& app, Console& console);
void addCaseCommands(CLI::App& app, Console& console);
void addSubmitCommand(CLI::App& cases, Console& console);
void addHandoverCommand(CLI::App& cases, Console& console);
void addPayCommand(CLI::App& cases, Console& console);
void addPaymentCommands(CLI::App& app, Console& console);
void addDecideCommand(CLI::App& cases, Console& console);
void addInquiryCommands(CLI::App& cases, Console& console);
void addResolveCommand(CLI::App& cases, Console& console);
void addWithdrawCommand(CLI::App& cases, Console& console);
void addRequestCommands(CLI::App& app, Console& console);
void addVoucherCommand(CLI::App& app, Console& console);
void addShiftCommands(CLI::App& app, Console& console);
void addReportCommand(CLI::App& shifts, Console& console);
void addReconcileCommands(CLI::App& app, Console& console);
void addJournalCommands(CLI::App& app, Console& console);
void addBackupCommands(CLI::App& app, Console& console);
void addReaderCommands(CLI::App& app, Console& console);

} // namespace guitai::console
