#pragma once

#include "forms/page.h"

namespace guitai
{

class ListTable;

/// Every key by the place where it acts, from the same map that the frame obeys.
class KeyMapPage final : public Page
{
public:
    explicit KeyMapPage(wxWindow* parent);
    void enter() override;

private:
    ListTable* m_everywhere;
    ListTable* m_here;
};

} // namespace guitai
