#pragma once

namespace guitai
{

/// Keeps personal data in memory out of core files and other programs' reach, and new files the
/// owner's. Call first in main.
void guardProcess();

} // namespace guitai
