#pragma once

#include "app/console/answer.h"

namespace guitai::console
{

/// Reads the command line, runs its command and writes the answer.
ExitCode runCommandLine(int argc, const char* const* argv);

} // namespace guitai::console
