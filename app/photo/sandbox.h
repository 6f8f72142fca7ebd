#pragma once

namespace guitai
{

/// Limits of memory, processor time and files for the rest of this process; no core, no tracing.
void limitProcess();

/// From here on: no file is opened, no socket made, no process started; what is open may be read
/// and written, and memory asked for. False: the kernel does not offer it.
bool closeSandbox();

} // namespace guitai
