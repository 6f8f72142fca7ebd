#pragma once

#include "app/console/answer.h"
#include "services/payments/payment_file.h"

#include <filesystem>
#include <map>
#include <variant>

namespace guitai::console
{

class Console;

using ChannelProblems = std::map<GatewayChannel, SetupProblems>;

ChannelProblems problemsOf(const PaymentSetup& setup, Instant now);

/// Adds what is wrong, each with the member at fault.
void show(Answer& answer, const ChannelProblems& problems);
/// Adds the set-up without a secret: numbers, addresses, the certificate's serial number and the
/// finger print of each public key.
void show(Answer& answer, const PaymentSetup& setup, Instant now);
/// Adds what the provider said; false when it was not a yes.
bool show(Answer& answer, GatewayChannel channel, const GatewayAnswer<CloseReport>& probe);

Answer fileProblem(const std::filesystem::path& file, const PaymentFileProblem& problem);
/// The set-up in force, or the answer that there is none.
std::variant<PaymentSetup, Answer> inForce(const Console& console);

} // namespace guitai::console
