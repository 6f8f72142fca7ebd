#include "app/console/console.h"
#include "app/console/paper_file.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace guitai::console
{

namespace
{

struct Order {
    std::string number;
    std::filesystem::path file;
    std::string reason;
    std::string user;
    std::string supervisor;
    std::string request;
};

Answer answerFor(const IssuedPaper& paper, const Order& order)
{
    auto answer = Answer{};
    answer.json = {{"acceptanceNumber", paper.row.acceptanceNumber},
                   {"copy", paper.row.copy},
                   {"reason", paper.row.reason},
                   {"paper", paper.row.id},
                   {"voucher", order.file.string()}};
    answer.lines.push_back(
        paper.row.copy == 0
            ? say(_("The original of the voucher was written to {1}; it counts as no reprint."),
                  {order.file.string()})
            : say(_("Reprint number {1}, marked as such, was written to {2}."),
                  {std::to_string(paper.row.copy), order.file.string()}));
    return answer;
}

Answer printVoucher(const Console& console, const Order& order)
{
    if (std::filesystem::exists(order.file))
        return Answer::refused({Refusal::Code::wouldOverwrite, "file", {}});
    auto signedIn = signIn(console, order.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto& station = *signedIn.value().station;
    const auto& actor = signedIn.value().actor;
    const auto supervisor = signInBeside(station, order.supervisor);
    if (!supervisor)
        return Answer::refused(supervisor.refusals());

    auto output = PaperFile{order.file};
    auto desk = station.vouchers(output);
    const auto papers = desk.papersOf(order.number);
    const auto printed = std::any_of(papers.begin(), papers.end(), [](const PaperRow& paper) {
        return paper.state != "failed";
    });
    const auto agreement =
        order.request.empty() ? Agreement{supervisor.value()} : Agreement::byRequest(order.request);
    const auto paper = printed ? desk.reprint(actor, order.number, order.reason, agreement)
                               : desk.issue(actor, order.number);
    return paper ? answerFor(paper.value(), order) : Answer::refused(paper.refusals());
}

struct Question {
    std::string number;
    std::string user;
    bool cameOut = false;
    bool lost = false;
};

Answer resolve(const Console& console, const Question& question)
{
    auto signedIn = signIn(console, question.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    auto output = PaperFile{{}};
    auto desk = signedIn.value().station->vouchers(output);
    auto answer = Answer{};
    answer.json["papers"] = nlohmann::ordered_json::array();
    for (const auto& paper : desk.unresolved()) {
        if (paper.acceptanceNumber != question.number)
            continue;
        const auto done = desk.resolve(signedIn.value().actor, paper.id, question.cameOut);
        if (!done)
            return Answer::refused(done.refusals());
        answer.json["papers"].push_back(paper.id);
    }
    answer.lines.push_back(answer.json["papers"].empty()
                               ? say(_("No printing of this case is open."))
                               : say(_("The outcome of the printing was recorded.")));
    return answer;
}

} // namespace

void addVoucherCommand(CLI::App& app, Console& console)
{
    auto order = std::make_shared<Order>();
    auto* command = app.add_subcommand("voucher", say(_("Print a case's voucher to a file")));
    command->add_option("NUMBER", order->number, say(_("Acceptance number, 22 digits")))
        ->required();
    command->add_option("--out", order->file, say(_("New file (PDF); never overwritten")))
        ->required();
    command->add_option("--reason", order->reason, say(_("Why it is printed (again)")));
    command->add_option("--user", order->user, say(_("Clerk; the password is read")))->required();
    command->add_option("--supervisor",
                        order->supervisor,
                        say(_("Who agrees, from the second reprint on; the password is the second "
                              "line")));
    command->add_option(
        "--request", order->request, say(_("Approved request, instead of a supervisor beside")));
    command->footer(say(_("The first time the original is printed, afterwards counted reprints "
                          "that are marked as such.\n"
                          "Example:\n"
                          "  guitai-admin voucher 1101085202026112200024 --out copy.pdf --reason "
                          "lost --user liming")));
    command->callback([&console, order] {
        console.choose([&console, order] { return printVoucher(console, *order); });
    });
}

void addResolveCommand(CLI::App& cases, Console& console)
{
    auto question = std::make_shared<Question>();
    auto* command = cases.add_subcommand(
        "resolve",
        say(_("Say whether a voucher came out when the program stopped while printing")));
    command->add_option("NUMBER", question->number, say(_("Acceptance number, 22 digits")))
        ->required();
    auto* cameOut = command->add_flag("--came-out", question->cameOut, say(_("It came out")));
    auto* lost = command->add_flag("--lost", question->lost, say(_("It did not come out")));
    cameOut->excludes(lost);
    command->add_option("--user", question->user, say(_("Clerk; the password is read")))
        ->required();
    command->callback([&console, question] {
        if (question->cameOut == question->lost)
            throw CLI::ValidationError(say(_("give either --came-out or --lost")));
        console.choose([&console, question] { return resolve(console, *question); });
    });
}

} // namespace guitai::console
