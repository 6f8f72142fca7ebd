#pragma once

#include <wx/panel.h>

#include <functional>
#include <vector>

namespace guitai
{

/// A panel that takes the whole room of its owner for a while; what the owner showed comes back
/// when it closes.
class Cover : public wxPanel
{
public:
    /// Lies over `owner`, a child of it.
    explicit Cover(wxWindow* owner);

    bool isOpen() const { return m_open; }
    void close();
    /// Called after the owner's own windows are back.
    void onClosed(std::function<void()> closed) { m_closed = std::move(closed); }

protected:
    /// Hides what the owner shows and comes forward.
    void openOver();
    /// Before the owner's windows come back.
    virtual void closing() {}

private:
    void fill();

    wxWindow* m_owner;
    std::vector<wxWindow*> m_hidden;
    std::function<void()> m_closed;
    bool m_open = false;
};

} // namespace guitai
