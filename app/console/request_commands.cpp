#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"
#include "app/console/request_view.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

/// What the commands about requests are told.
struct RequestOrder {
    std::string number; ///< acceptance number
    std::string id;     ///< of a request
    std::string text;   ///< reason, question or answer
    std::string user;
    std::string supervisor;
    std::string order; ///< number of an electronic payment
    std::string amount;
    bool finance = false;
    bool returned = false;
    bool approve = false;
    bool reject = false;
};
using Options = std::shared_ptr<RequestOrder>;
using Act = Result<ApprovalRequest> (*)(RequestDesk&, const Actor&, const RequestOrder&);

RequestDesk deskOf(Station& station)
{
    return RequestDesk{station.parts()};
}

Answer about(Station& station, const std::string& id, const std::string& line)
{
    const auto view = deskOf(station).view(id);
    if (!view)
        return Answer::refused({Refusal::Code::noSuchRequest, "request", {}});
    auto answer = Answer{};
    answer.json["request"] = json(*view);
    if (!line.empty())
        answer.lines.push_back(line);
    for (auto& text : lines(*view, station.time()))
        answer.lines.push_back(std::move(text));
    return answer;
}

Answer
performRequest(const Console& console, const RequestOrder& order, Act act, const std::string& line)
{
    auto signedIn = signIn(console, order.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    auto desk = deskOf(station);
    const auto done = act(desk, signedIn.value().actor, order);
    return done ? about(station, done.value().id, line) : Answer::refused(done.refusals());
}

Result<ApprovalRequest>
askForRefund(RequestDesk& desk, const Actor& clerk, const RequestOrder& order)
{
    const auto amount = parseYuan(order.amount);
    if (!order.amount.empty() && !amount)
        return Refusal{Refusal::Code::malformed, "amount", {}};
    return desk.askRefund(clerk,
                          {.step = order.finance ? RefundStep::finance : RefundStep::provider,
                           .acceptanceNumber = order.number,
                           .chargeId = order.number + "-1",
                           .orderNumber = order.order,
                           .amount = amount},
                          order.text);
}

Result<ApprovalRequest>
decideRequest(RequestDesk& desk, const Actor& supervisor, const RequestOrder& order)
{
    const auto outcome = order.approve ? DecisionOutcome::approved : DecisionOutcome::rejected;
    return desk.decide(supervisor, order.id, outcome, order.text);
}

Answer listRequests(const Console& console)
{
    const auto station = open(console);
    if (!station)
        return Answer::refused(station.refusals());
    auto answer = Answer{};
    answer.json["requests"] = nlohmann::ordered_json::array();
    for (const auto& view : deskOf(*station.value()).waiting()) {
        answer.json["requests"].push_back(json(view));
        for (auto& text : lines(view, station.value()->time()))
            answer.lines.push_back(std::move(text));
    }
    if (answer.lines.empty())
        answer.lines.push_back(say(_("No request waits for a supervisor.")));
    return answer;
}

Answer showRequest(const Console& console, const std::string& id)
{
    const auto station = open(console);
    return station ? about(*station.value(), id, {}) : Answer::refused(station.refusals());
}

Answer withdrawCase(const Console& console, const RequestOrder& order)
{
    auto signedIn = signIn(console, order.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto supervisor = signInBeside(station, order.supervisor);
    if (!supervisor)
        return Answer::refused(supervisor.refusals());
    const auto agreement =
        order.id.empty() ? Agreement{supervisor.value()} : Agreement::byRequest(order.id);
    const auto voucher = order.returned ? VoucherReturn::returned : VoucherReturn::notReturned;
    const auto done = station.cases().withdraw(
        signedIn.value().actor, agreement, order.number, order.text, voucher);
    return done ? aboutCase(done.value(), say(_("The case was withdrawn.")))
                : Answer::refused(done.refusals());
}

CLI::App*
addCommand(CLI::App& parent, const Options& order, const char* name, const std::string& help)
{
    auto* command = parent.add_subcommand(name, help);
    command->add_option("--user", order->user, say(_("Who acts; the password is read")))
        ->required();
    return command;
}

void addNumber(CLI::App& command, const Options& order)
{
    command.add_option("NUMBER", order->number, say(_("Acceptance number, 22 digits")))->required();
}

void addId(CLI::App& command, const Options& order)
{
    command.add_option("REQUEST", order->id, say(_("Number of the request")))->required();
}

void onUse(
    CLI::App& command, Console& console, const Options& order, Act act, const std::string& line)
{
    command.callback([&console, order, act, line] {
        console.choose(
            [&console, order, act, line] { return performRequest(console, *order, act, line); });
    });
}

void addAsking(CLI::App& requests, Console& console)
{
    const auto asked = say(_("The supervisor was asked."));
    const auto addReason = [](CLI::App& command, const Options& order) {
        command.add_option("--reason", order->text, say(_("Why; the supervisor reads it")))
            ->required();
    };
    auto reprint = std::make_shared<RequestOrder>();
    auto* command =
        addCommand(requests, reprint, "reprint", say(_("Ask for a further copy of a voucher")));
    addNumber(*command, reprint);
    addReason(*command, reprint);
    onUse(
        *command,
        console,
        reprint,
        [](auto& desk, const Actor& clerk, const RequestOrder& order) {
            return desk.askReprint(clerk, order.number, order.text);
        },
        asked);

    auto withdrawal = std::make_shared<RequestOrder>();
    command = addCommand(
        requests, withdrawal, "withdraw", say(_("Ask to withdraw a case that was paid")));
    addNumber(*command, withdrawal);
    addReason(*command, withdrawal);
    onUse(
        *command,
        console,
        withdrawal,
        [](auto& desk, const Actor& clerk, const RequestOrder& order) {
            return desk.askWithdrawal(clerk, order.number, order.text);
        },
        asked);

    auto refund = std::make_shared<RequestOrder>();
    command = addCommand(requests, refund, "refund", say(_("Ask to give money of a payment back")));
    addNumber(*command, refund);
    addReason(*command, refund);
    auto* payment =
        command->add_option("--order", refund->order, say(_("Order number; left out: cash")));
    auto* part =
        command->add_option("--amount", refund->amount, say(_("Yuan; all of it if left out")));
    auto* finance = command->add_flag("--finance", refund->finance, say(_("By the finance desk")));
    part->needs(payment)->excludes(finance); // what the provider gives back in parts
    onUse(*command, console, refund, askForRefund, asked);

    auto close = std::make_shared<RequestOrder>();
    command =
        addCommand(requests, close, "close", say(_("Ask to close the own drawer that differs")));
    addReason(*command, close);
    onUse(
        *command,
        console,
        close,
        [](auto& desk, const Actor& clerk, const RequestOrder& order) {
            return desk.askClose(clerk, order.text);
        },
        asked);
}

void addDeciding(CLI::App& requests, Console& console)
{
    auto verdict = std::make_shared<RequestOrder>();
    auto* command =
        addCommand(requests, verdict, "decide", say(_("Decide a request as a supervisor")));
    addId(*command, verdict);
    auto* approve = command->add_flag("--approve", verdict->approve, say(_("Approve it")));
    auto* reject = command->add_flag("--reject", verdict->reject, say(_("Reject it")));
    approve->excludes(reject);
    command->add_option("--reason", verdict->text, say(_("Why; needed for a rejection")));
    command->callback([&console, verdict] {
        if (verdict->approve == verdict->reject)
            throw CLI::ValidationError(say(_("give either --approve or --reject")));
        const auto line = verdict->approve ? say(_("The request was approved."))
                                           : say(_("The request was rejected."));
        console.choose([&console, verdict, line] {
            return performRequest(console, *verdict, decideRequest, line);
        });
    });

    const auto addWords = [&](const char* name,
                              const std::string& help,
                              Act act,
                              const auto& line) {
        auto words = std::make_shared<RequestOrder>();
        auto* added = addCommand(requests, words, name, help);
        addId(*added, words);
        added->add_option("--text", words->text, say(_("The question, or the answer")))->required();
        onUse(*added, console, words, act, line);
    };
    addWords(
        "ask-back",
        say(_("Ask the clerk about a request before deciding")),
        [](auto& desk, const Actor& supervisor, const RequestOrder& order) {
            return desk.askBack(supervisor, order.id, order.text);
        },
        say(_("The question was stored.")));
    addWords(
        "answer",
        say(_("Answer a supervisor's question")),
        [](auto& desk, const Actor& clerk, const RequestOrder& order) {
            return desk.answer(clerk, order.id, order.text);
        },
        say(_("The answer was stored.")));
}

void addReading(CLI::App& requests, Console& console)
{
    auto* list = requests.add_subcommand("list", say(_("List what waits, the longest first")));
    list->callback([&console] { console.choose([&console] { return listRequests(console); }); });
    auto id = std::make_shared<std::string>();
    auto* one = requests.add_subcommand("show", say(_("Show a request with its evidence")));
    one->add_option("REQUEST", *id, say(_("Number of the request")))->required();
    one->callback(
        [&console, id] { console.choose([&console, id] { return showRequest(console, *id); }); });
}

} // namespace

void addRequestCommands(CLI::App& app, Console& console)
{
    auto* requests = app.add_subcommand(
        "request", say(_("Ask a supervisor who is not at the desk, and decide what was asked")));
    requests->require_subcommand(1);
    requests->footer(say(_("What was approved is done once, with --request of voucher, case "
                           "withdraw or shift close.\n"
                           "Example:\n"
                           "  guitai-admin request reprint 1101085202026112200024 --reason torn "
                           "--user liming")));
    addAsking(*requests, console);
    addReading(*requests, console);
    addDeciding(*requests, console);
}

void addWithdrawCommand(CLI::App& cases, Console& console)
{
    auto order = std::make_shared<RequestOrder>();
    auto* command =
        addCommand(cases, order, "withdraw", say(_("Withdraw a case before production")));
    addNumber(*command, order);
    command->add_option("--reason", order->text, say(_("Why; of a request its own reason holds")));
    command->add_flag("--voucher-returned", order->returned, say(_("The printed voucher is here")));
    auto* beside = command->add_option(
        "--supervisor",
        order->supervisor,
        say(_("Who agrees when money goes back; the password is the second line")));
    auto* elsewhere = command->add_option(
        "--request", order->id, say(_("Approved request, instead of a supervisor beside")));
    beside->excludes(elsewhere);
    command->callback([&console, order] {
        console.choose([&console, order] { return withdrawCase(console, *order); });
    });
}

} // namespace guitai::console
