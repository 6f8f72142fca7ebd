#pragma once

#include "printing/sheet.h"

namespace guitai
{

/// 样张 across the middle of a sheet, under everything else.
void placePracticeMark(Sheet& sheet);

} // namespace guitai
