#pragma once

#include "forms/self_test.h"
#include "forms/widgets/key_caps.h"
#include "services/devices/reader/card_reader.h"

#include <wx/string.h>

namespace guitai
{

wxString nameOf(SelfTestLine::Part part);
/// A whole sentence: how it is and, when it is not well, what to do.
wxString sentence(const SelfTestLine& line);
SelfTestLine lineOf(ReaderState state);
StatusLight::State lightOf(SelfTestLine::State state);

} // namespace guitai
