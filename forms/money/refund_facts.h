#pragma once

#include "forms/frame/user_names.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/note.h"
#include "services/payments/money_desk.h"
#include "services/station_time.h"

#include <utility>
#include <vector>

namespace guitai
{

/// What is known of one payment: how much, by which way, its numbers, what went back.
FactList::Facts factsOf(const MoneyFile& file, const StationTime& time);

/// A sentence with the tone in which it is said.
using ToldLine = std::pair<Note::Tone, wxString>;
/// The one line that tells how the money stands now, by the provider's own word.
ToldLine stateOf(const MoneyFile& file);
/// Every refund and hand-over with its outcome and the two persons, newest first.
std::vector<ToldLine>
historyOf(const MoneyFile& file, const StationTime& time, const UserNames& names);
/// Who asked for and agreed to it.
std::vector<std::string> peopleIn(const MoneyFile& file);

} // namespace guitai
