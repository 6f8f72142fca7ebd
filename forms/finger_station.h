#pragma once

#include "forms/background.h"
#include "services/devices/fingerprint/finger_scanner.h"

namespace guitai
{

/// The fingerprint scanner and the thread that waits for it: the journal's own thread goes on
/// meanwhile.
struct FingerStation {
    FingerScanner& scanner;
    Background& background;
};

} // namespace guitai
