#pragma once

#include "services/journal/journal.h"

#include <string>

namespace guitai
{

/// SHA-256 over everything durable: head of the journal (and by it every event), number of
/// attachments, every field of every draft. Throws std::runtime_error unless `verify` is content.
std::string fingerprintOf(Journal& journal);

} // namespace guitai
