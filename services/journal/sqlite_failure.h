#pragma once

#include "services/failure.h"

namespace guitai
{

/// What an extended SQLite result code and the errno behind it mean for the clerk. Only the codes
/// enter the text.
ServiceFailure sqliteFailure(int extendedCode, int systemError);
/// Whether a connection that returned this code may be used on.
bool leavesConnectionUsable(int extendedCode);
/// The same for a call of the operating system; `what` names the operation and the file's role.
ServiceFailure fileFailure(int systemError, const char* what);

} // namespace guitai
