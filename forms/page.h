#pragma once

#include "forms/background.h"
#include "services/devices/reader/card_reader.h"

#include <wx/panel.h>

namespace guitai
{

/// A page of the main frame. Pages are made once and shown many times.
class Page : public wxPanel
{
public:
    explicit Page(wxWindow* parent) : wxPanel(parent) {}

    /// Comes to the front: loads what it shows and puts the focus on its first field.
    virtual void enter() = 0;
    /// Leaves the front; saves what was typed.
    virtual void leave() {}
    /// A function key that the frame does not take itself (WXK_F7, WXK_F8 …); true: taken.
    virtual bool takeKey(int /*keyCode*/) { return false; }
    /// A card was read while the page is in front; false: it has no use for one.
    virtual bool takeCard(const CardReading& /*reading*/) { return false; }

protected:
    Lifetime m_lifetime;
};

} // namespace guitai
