#include "app/console/console.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

/// Whether the journal could be told: not while a window works in the folder, nor where the folder
/// cannot be written to. The backup is good all the same.
bool recordBackup(const Console& console)
{
    try {
        auto station = Station{console.place(), console.assets};
        record(station.journal(), EventKind::backupMade, "window");
        return true;
    } catch (const ServiceFailure&) {
        return false;
    }
}

Answer backUpTo(const Console& console, const std::filesystem::path& file)
{
    if (std::filesystem::exists(file))
        return Answer::refused({Refusal::Code::wouldOverwrite, "file", {}});
    if (!isInitialised(console.place()))
        return Answer::refused({Refusal::Code::notInitialised, "data", {}});
    backUp(console.place(), file);
    auto answer = Answer{};
    const auto recorded = recordBackup(console);
    answer.json = {
        {"file", file.string()}, {"key", console.place().key().string()}, {"recorded", recorded}};
    answer.lines = {say(_("The backup was written to {1} and verified."), {file.string()}),
                    say(_("It is of use only together with the key {1}; keep them in two places."),
                        {console.place().key().string()})};
    if (!recorded)
        answer.lines.push_back(say(_("The journal does not name this backup: a window is at work "
                                     "in the folder, or it cannot be written to.")));
    return answer;
}

struct Restoring {
    std::filesystem::path file;
    bool setAside = false;
};

Answer restoreFrom(const Console& console, const Restoring& wanted)
{
    auto error = std::error_code{};
    if (!std::filesystem::is_regular_file(wanted.file, error))
        return Answer::refused({Refusal::Code::fileUnreadable, "file", {}});
    auto clock = SystemClock{};
    auto answer = Answer{};
    answer.json = {{"file", wanted.file.string()}, {"data", console.dataFolder.string()}};
    answer.json["setAside"] = nullptr;
    if (isInitialised(console.place()) && !wanted.setAside)
        return Answer::refused({Refusal::Code::dataStands, "data", {}});
    const auto standing = wanted.setAside ? Standing::movedAside : Standing::refused;
    auto aside = std::optional<std::filesystem::path>{};
    try {
        aside = restore(console.place(), wanted.file, clock, standing);
    } catch (const ServiceFailure& failure) {
        if (failure.kind() != ServiceFailure::Kind::damaged)
            throw;
        return Answer::refused({Refusal::Code::notABackup, "file", {}});
    }
    if (aside) {
        answer.json["setAside"] = aside->string();
        answer.lines.push_back(say(_("The old database was moved to {1}."), {aside->string()}));
    }
    answer.lines.push_back(
        say(_("The backup was restored to {1} and verified."), {console.dataFolder.string()}));
    return answer;
}

} // namespace

void addBackupCommands(CLI::App& app, Console& console)
{
    auto target = std::make_shared<std::filesystem::path>();
    auto* backup =
        app.add_subcommand("backup", say(_("Write a verified copy of the data to a file")));
    backup->add_option("FILE", *target, say(_("New file; never overwritten")))->required();
    backup->footer(say(_("The key that seals the journal (guitai.key) is not in it: keep a copy "
                         "elsewhere.")));
    backup->callback([&console, target] {
        console.choose([&console, target] { return backUpTo(console, *target); });
    });

    auto wanted = std::make_shared<Restoring>();
    auto* command =
        app.add_subcommand("restore", say(_("Put a backup into a folder that holds no data")));
    command->add_option("FILE", wanted->file, say(_("A file that \"backup\" wrote")))->required();
    command->add_flag("--set-aside",
                      wanted->setAside,
                      say(_("Moves a damaged database of the folder aside first; nothing is "
                            "deleted")));
    command->footer(say(_("The key of the window must be in place: DIR/guitai.key, or --key FILE.\n"
                          "Examples:\n"
                          "  guitai-admin restore monday.backup --set-aside\n"
                          "  guitai-admin restore monday.backup --data /srv/new --key "
                          "/media/safe/guitai.key")));
    command->callback([&console, wanted] {
        console.choose([&console, wanted] { return restoreFrom(console, *wanted); });
    });
}

} // namespace guitai::console
