#pragma once

#include "forms/page.h"
#include "forms/shell.h"
#include "forms/workstation.h"
#include "services/cases/case.h"

#include <memory>

namespace guitai
{

/// One case from its category to the voucher: the rail of steps at the left, the step in the
/// middle, the person and what is missing at the right.
class CaseFlowPage final : public Page
{
public:
    CaseFlowPage(wxWindow* parent, Workstation& workstation, Shell& shell);
    ~CaseFlowPage() override;

    /// Shows a draft at its first missing step; call before the frame brings the page forward.
    void open(const Draft& draft);
    /// Shows a confirmed case at approval, payment or voucher.
    void open(const Case& confirmed);

    void enter() override;
    void leave() override;
    bool takeKey(int keyCode) override;
    bool takeCard(const CardReading& reading) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace guitai
