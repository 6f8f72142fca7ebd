#pragma once

#include "forms/workstation.h"
#include "services/journal/journal_files.h"

#include <vector>

namespace guitai
{

/// The made-up station of the training mode: 测试派出所, window 03.
WindowIdentity trainingIdentity();
/// A clerk, another one, a supervisor, an administrator. The sign-in page shows their passwords.
std::vector<TrainingUser> trainingUsers();

/// Makes journal and users of the training mode in an empty folder; what is there already stays.
/// Takes as long as four Argon2id computations.
OpenJournal
openTraining(const JournalPlace& place, Clock& clock, RandomSource& random, PasswordHasher& hasher);

} // namespace guitai
