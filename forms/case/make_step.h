#pragma once

#include "forms/case/step_page.h"

namespace guitai
{

/// The page of a step; made when it is first shown.
StepPage* makeStep(Step step, wxWindow* parent, CaseSession& session, StepHost& host);

} // namespace guitai
