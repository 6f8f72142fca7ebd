#pragma once

#include "services/payments/bills/bill.h"
#include "services/payments/channel_setup.h"
#include "services/payments/payment_file.h"
#include "services/payments/reconciliation.h"

#include <wx/string.h>

namespace guitai::words
{

// The payment channels in words, for the administrator's console and for the window.

wxString name(GatewayChannel channel);
/// What is wrong with the set-up and what to do; the member is named beside it.
wxString sentence(SetupFinding finding);
wxString sentence(PaymentFileProblem::Kind kind);
/// Why a call to the provider did not succeed, and what to do. Empty for `none`.
wxString sentence(GatewayProblem problem);
/// Why an answer was not believed. Empty for `none` and `verified`.
wxString sentence(AnswerVerdict verdict);
/// How a line of the bill and our record differ, in a few words.
wxString name(DifferenceClass kind);
/// What a supervisor does about it.
wxString remedy(DifferenceClass kind);
/// Why a bill is not accepted. Empty for `none`.
wxString sentence(BillFault fault);

} // namespace guitai::words
