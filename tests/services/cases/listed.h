#pragma once

#include "services/cases/checklist.h"
#include "tests/services/cases/case_office.h"
#include "tests/services/cases/example_draft.h"

#include <functional>
#include <string>
#include <vector>

namespace guitai
{

using Lines = std::vector<std::string>;

/// "severity field code arguments…", one line an item.
inline Lines
listed(const Draft& draft, Date today = exampleDay, const RuleBook& book = exampleRules())
{
    auto lines = Lines{};
    for (const auto& item : checklist(draft, today, book)) {
        auto line = std::string{nameOf(item.severity)} + " " + item.refusal.field + " " +
                    std::string{nameOf(item.refusal.code)};
        for (const auto& argument : item.refusal.arguments)
            line += " " + argument;
        lines.push_back(line);
    }
    return lines;
}

/// What the checklist says when `change` is made to a draft it had nothing against.
inline Lines after(Draft draft, const std::function<void(Draft&)>& change)
{
    change(draft);
    return listed(draft);
}

} // namespace guitai
