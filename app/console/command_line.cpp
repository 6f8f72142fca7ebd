#include "app/console/command_line.h"

#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/translations.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace guitai::console
{

namespace
{

/// The words of the help are made before the command line is read, so its language is looked up
/// first: --language, else the locale of the terminal, else English.
Language wantedLanguage(int argc, const char* const* argv)
{
    constexpr auto option = std::string_view{"--language"};
    for (int i = 1; i < argc; ++i) {
        const auto argument = std::string_view{argv[i]};
        if (argument == option && i + 1 < argc)
            return languageFrom(argv[i + 1]).value_or(Language::english);
        if (argument.starts_with("--language="))
            return languageFrom(argument.substr(option.size() + 1)).value_or(Language::english);
    }
    for (const auto* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto* value = std::getenv(variable); value != nullptr && *value != '\0')
            return languageFrom(value).value_or(Language::english);
    return Language::english;
}

bool asksForJson(int argc, const char* const* argv)
{
    for (int i = 1; i < argc; ++i)
        if (std::string_view{argv[i]} == "--json")
            return true;
    return false;
}

/// CLI11's own words in ours.
class Formatter final : public CLI::Formatter
{
public:
    Formatter()
    {
        label("Usage", say(_("Usage")));
        label("OPTIONS", say(_("OPTIONS")));
        label("SUBCOMMAND", say(_("COMMAND")));
        label("SUBCOMMANDS", say(_("COMMANDS")));
        label("Positionals", say(_("What it is about")));
        label("REQUIRED", say(_("(needed)")));
        column_width(28);
    }

    std::string make_group(std::string group,
                           bool isPositional,
                           std::vector<const CLI::Option*> options) const override
    {
        return CLI::Formatter::make_group(
            group == "Options" ? say(_("Options")) : group, isPositional, std::move(options));
    }
};

void addGlobalOptions(CLI::App& app, Console& console, bool& json, std::string& language)
{
    console.dataFolder = usualDataFolder();
    app.add_option(
           "--data", console.dataFolder, say(_("Data folder; the database in it is guitai.db")))
        ->envname("GUITAI_DATA")
        ->capture_default_str();
    app.add_option("--key",
                   console.keyFile,
                   say(_("Key that seals the journal; guitai.key in the data folder if left out")));
    app.add_option("--assets",
                   console.assets,
                   say(_("Files of fees, days, city and areas that replace the built-in ones")))
        ->capture_default_str();
    app.add_flag("--json", json, say(_("One JSON document on standard output")));
    app.add_option("--language", language, say(_("zh or en; the terminal's if left out")))
        ->check(CLI::IsMember({"zh", "en"}));
    app.set_help_flag("-h,--help", say(_("Show this help and end")));
    app.set_version_flag("--version", "guitai-admin " GUITAI_VERSION, say(_("Show the version")));
}

wxString introduction()
{
    return _("Administers a window of a station, and drives a case without a display.");
}

wxString footer()
{
    return _(
        "From nothing to the first voucher:\n"
        "  guitai-admin init --agency 110108520000 --window 01 --name 'Test Station'\n"
        "  guitai-admin user add admin --role administrator\n"
        "  guitai-admin user add liming --role clerk\n"
        "  guitai-admin case check assets/examples/under16-first-issue.json\n"
        "  guitai-admin case submit assets/examples/under16-first-issue.json --user liming "
        "--voucher child.pdf\n"
        "\n"
        "Passwords: a new password, and the password of the --user that a command acts as, is one "
        "line on\n"
        "standard input; on a terminal it is asked for without echo.\n"
        "\n"
        "Exit codes: 0 done, 1 refused by a rule (each reason with its field, one a line on "
        "standard\n"
        "error), 2 wrong usage, 3 outage (disk, database, key, printer). With --json standard "
        "output holds\n"
        "one document; reasons are in it as {\"refusals\": [{\"code\", \"field\", \"arguments\", "
        "\"sentence\"}]}.\n"
        "\n"
        "Who may: the commands without --user act as the machine account that owns the data folder "
        "(mode\n"
        "0700) and are recorded under its name. Every command about a case that changes something "
        "needs the\n"
        "password of a clerk or supervisor, and the rules of the window hold for it.");
}

} // namespace

ExitCode runCommandLine(int argc, const char* const* argv)
{
    useLanguage(wantedLanguage(argc, argv));
    auto console = Console{};
    auto json = false;
    auto language = std::string{};
    auto app = CLI::App{say(introduction()), "guitai-admin"};
    app.formatter(std::make_shared<Formatter>());
    app.group(say(_("Commands"))); // inherited by the commands
    app.require_subcommand(1);
    app.fallthrough();
    addGlobalOptions(app, console, json, language);
    addInitCommand(app, console);
    addUserCommands(app, console);
    addCaseCommands(app, console);
    addVoucherCommand(app, console);
    addRequestCommands(app, console);
    addPaymentCommands(app, console);
    addShiftCommands(app, console);
    addReconcileCommands(app, console);
    addJournalCommands(app, console);
    addBackupCommands(app, console);
    addReaderCommands(app, console);
    app.footer(say(footer())); // last, for commands would inherit it
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        app.exit(success); // writes help or version
        return ExitCode::done;
    } catch (const CLI::ParseError& mistake) {
        return writeUsage(mistake.what(), asksForJson(argc, argv) ? Form::json : Form::words);
    }
    console.form = json ? Form::json : Form::words;
    return console.run();
}

} // namespace guitai::console
