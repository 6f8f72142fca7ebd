#pragma once

#include <wx/window.h>

namespace guitai
{

/// The first control of this class somewhere below a window, shown or hidden; null: there is none.
template <class Control>
Control* below(const wxWindow& window)
{
    for (auto* child : window.GetChildren()) {
        if (auto* found = dynamic_cast<Control*>(child))
            return found;
        if (auto* found = below<Control>(*child))
            return found;
    }
    return nullptr;
}

} // namespace guitai
