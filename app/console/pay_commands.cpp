#include "app/console/case_view.h"
#include "app/console/console.h"
#include "app/console/phrasing.h"

#include <wx/translation.h>

#include <CLI/CLI.hpp>

namespace guitai::console
{

namespace
{

struct Payment {
    std::string number;
    std::string cash;
    std::string user;
    bool largeChangeConfirmed = false;
};

Answer pay(const Console& console, const Payment& payment)
{
    const auto tendered = parseYuan(payment.cash);
    if (!tendered)
        return Answer::refused({Refusal::Code::notWholeYuan, "tendered", {}});
    auto signedIn = signIn(console, payment.user);
    if (!signedIn)
        return Answer::refused(signedIn.refusals());
    const auto paid = signedIn.value().station->cash().payCash(
        signedIn.value().actor, payment.number, *tendered, payment.largeChangeConfirmed);
    if (!paid)
        return Answer::refused(paid.refusals());
    const auto& charge = paid.value().charge;
    return aboutCase(paid.value(),
                     say(_("Cash: {1} yuan tendered, {2} yuan change."),
                         {charge.tendered.text(), charge.change.text()}));
}

} // namespace

void addPayCommand(CLI::App& cases, Console& console)
{
    auto payment = std::make_shared<Payment>();
    auto* command = cases.add_subcommand("pay", say(_("Take cash for a case")));
    command->add_option("NUMBER", payment->number, say(_("Acceptance number, 22 digits")))
        ->required();
    command->add_option("--cash", payment->cash, say(_("Yuan that the payer handed over")))
        ->required();
    command->add_option("--user", payment->user, say(_("Clerk; the password is read")))->required();
    command->add_flag("--large-change",
                      payment->largeChangeConfirmed,
                      say(_("Confirms a change of 100 yuan or more")));
    command->footer(
        say(_("The clerk needs an open shift (guitai-admin shift open).\n"
              "Example:\n"
              "  guitai-admin case pay 1101085202026112200024 --cash 50 --user liming")));
    command->callback([&console, payment] {
        console.choose([&console, payment] { return pay(console, *payment); });
    });
}

} // namespace guitai::console
