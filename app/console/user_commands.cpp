#include "app/console/console.h"
#include "app/console/password.h"
#include "app/console/phrasing.h"
#include "forms/text.h"
#include "forms/wording/words.h"
#include "services/utf8.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct NewUser {
    std::string id;
    std::string displayName;
    std::string personId;
    std::string role;
};

nlohmann::ordered_json userJson(const User& user)
{
    return {{"id", user.id},
            {"personId", user.personId},
            {"displayName", user.displayName},
            {"role", nameOf(user.role)},
            {"disabled", user.disabled},
            {"minutesLocked", user.minutesLocked}};
}

Answer aboutUser(Station& station, const std::string& id, const std::string& line)
{
    auto answer = Answer{};
    if (const auto user = station.people().find(id))
        answer.json = userJson(*user);
    answer.lines = {line};
    return answer;
}

Answer addUser(const Console& console, const NewUser& wanted)
{
    const auto password = readNewPassword(toUi(say(_("Password of {1}: "), {wanted.id})));
    if (!password)
        return Answer::refused(password.refusals());
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    auto& people = station.value()->people();
    const auto displayName = wanted.displayName.empty() ? wanted.id : wanted.displayName;
    if (const auto point = station.value()->printer().firstMissing(displayName))
        return Answer::refused(
            {Refusal::Code::notDrawable, "displayName", {codePointName(*point)}});
    const auto role = fromName<Role>(wanted.role).value();
    const auto added = people.add(
        machineAccount(), wanted.id, displayName, role, password.value(), wanted.personId);
    if (!added)
        return Answer::refused(added.refusals());
    return aboutUser(*station.value(),
                     added.value().id,
                     say(_("User {1} was added: {2}."),
                         {added.value().id, fromUi(words::name(added.value().role))}));
}

std::string stateOf(const User& user)
{
    if (user.disabled)
        return say(_("disabled"));
    if (user.minutesLocked > 0)
        return say(_("locked for {1} minutes"), {std::to_string(user.minutesLocked)});
    return say(_("active"));
}

Answer listUsers(const Console& console)
{
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    auto answer = Answer{};
    answer.json["users"] = nlohmann::ordered_json::array();
    auto rows = std::vector<std::vector<std::string>>{{fromUi(words::field("id")),
                                                       fromUi(words::field("displayName")),
                                                       fromUi(words::field("role")),
                                                       fromUi(words::field("state"))}};
    for (const auto& user : station.value()->people().list()) {
        answer.json["users"].push_back(userJson(user));
        rows.push_back({user.id, user.displayName, fromUi(words::name(user.role)), stateOf(user)});
    }
    answer.lines = table(rows);
    return answer;
}

using Change = Result<Done> (People::*)(const Actor&, const std::string&);

Answer
changeUser(const Console& console, const std::string& id, Change change, const wxString& line)
{
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    const auto done = (station.value()->people().*change)(machineAccount(), id);
    if (!done)
        return Answer::refused(done.refusals());
    return aboutUser(*station.value(), id, say(line, {id}));
}

Answer resetUser(const Console& console, const std::string& id)
{
    const auto password = readNewPassword(toUi(say(_("New password of {1}: "), {id})));
    if (!password)
        return Answer::refused(password.refusals());
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    const auto done =
        station.value()->people().resetPassword(machineAccount(), id, password.value());
    if (!done)
        return Answer::refused(done.refusals());
    return aboutUser(
        *station.value(), id, say(_("User {1} has a new password; a lock is lifted."), {id}));
}

void addAddCommand(CLI::App& users, Console& console)
{
    auto wanted = std::make_shared<NewUser>();
    auto* add = users.add_subcommand("add", say(_("Add a user; the password is read")));
    add->add_option("NAME", wanted->id, say(_("User name for signing in")))->required();
    add->add_option("--role", wanted->role, say(_("What the user may do")))
        ->required()
        ->check(CLI::IsMember({"clerk", "supervisor", "administrator"}));
    add->add_option("--display-name",
                    wanted->displayName,
                    say(_("Name shown on screens and papers; the user name if left out")));
    add->add_option("--person",
                    wanted->personId,
                    say(_("Ties two accounts of one person, so that nobody approves their own "
                          "work under another name")));
    add->footer(say(_("Examples:\n"
                      "  guitai-admin user add liming --role clerk\n"
                      "  printf '%s\\n' \"$PASSWORD\" | guitai-admin user add wangfang --role "
                      "supervisor --display-name 'Wang Fang'")));
    add->callback([&console, wanted] {
        console.choose([&console, wanted] { return addUser(console, *wanted); });
    });
}

void addChangeCommand(CLI::App& users,
                      Console& console,
                      const char* name,
                      const wxString& help,
                      std::function<Answer(const std::string&)> work)
{
    auto id = std::make_shared<std::string>();
    auto* command = users.add_subcommand(name, say(help));
    command->add_option("NAME", *id, say(_("User name for signing in")))->required();
    command->callback([&console, id, work] { console.choose([id, work] { return work(*id); }); });
}

} // namespace

void addUserCommands(CLI::App& app, Console& console)
{
    auto* users = app.add_subcommand("user", say(_("Add, list, disable, enable and reset users")));
    users->require_subcommand(1);
    users->footer(say(_("These commands need no user name: they act as the machine account that "
                        "owns the data folder, and the journal names it (os:NAME).")));
    addAddCommand(*users, console);
    auto* list = users->add_subcommand("list", say(_("List all users")));
    list->callback([&console] { console.choose([&console] { return listUsers(console); }); });
    addChangeCommand(
        *users, console, "disable", _("Keep a user from signing in"), [&console](const auto& id) {
            return changeUser(
                console, id, &People::disable, _("User {1} is disabled and cannot sign in."));
        });
    addChangeCommand(*users,
                     console,
                     "enable",
                     _("Let a disabled user sign in again"),
                     [&console](const auto& id) {
                         return changeUser(
                             console, id, &People::enable, _("User {1} can sign in again."));
                     });
    addChangeCommand(*users,
                     console,
                     "reset",
                     _("Set a new password, which is read, and lift a lock"),
                     [&console](const auto& id) { return resetUser(console, id); });
}

} // namespace guitai::console
