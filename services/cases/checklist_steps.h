#pragma once

#include "services/cases/checklist.h"
#include "services/result.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guitai
{

/// Collects what the steps of the checklist find; each item knows its step by its field.
class Findings
{
public:
    void missing(std::string field,
                 Refusal::Code code = Refusal::Code::missing,
                 std::vector<std::string> arguments = {})
    {
        add(Severity::missing, {code, std::move(field), std::move(arguments)});
    }
    void wrong(Refusal::Code code, std::string field, std::vector<std::string> arguments = {})
    {
        add(Severity::wrong, {code, std::move(field), std::move(arguments)});
    }
    void warn(Refusal::Code code, std::string field)
    {
        add(Severity::warning, {code, std::move(field), {}});
    }
    /// A rule's own refusal: what was not entered is missing, anything else is wrong.
    void add(const Refusal& refusal)
    {
        const auto empty = refusal.code == Refusal::Code::missing;
        add(empty ? Severity::missing : Severity::wrong, refusal);
    }
    /// The value when the rule accepts the entry; its refusal is noted otherwise.
    template <class T>
    std::optional<T> accept(Result<T> result)
    {
        if (result)
            return std::move(result.value());
        add(result.refusal());
        return std::nullopt;
    }

    std::vector<ChecklistItem> take() { return std::move(m_items); }

private:
    void add(Severity severity, const Refusal& refusal)
    {
        m_items.push_back({severity, stepOf(refusal.field), refusal});
    }

    std::vector<ChecklistItem> m_items;
};

struct JudgedDraft {
    const Draft& draft;
    const Derived& derived;
    Date today;
    const RuleBook& rules;

    /// Under 16 by the number or, while there is none, by the clerk's choice.
    bool isChild() const
    {
        return derived.age ? *derived.age < 16 : draft.declared == Category::under16;
    }
};

inline constexpr std::size_t longestAddress = 100; ///< code points
inline constexpr std::size_t longestReason = 100;
inline constexpr std::size_t longestProxyRelation = 20;

// One function a step, in the order of the rail (services/rules/terms.h).
void judgeCategory(const JudgedDraft& judged, Findings& findings);
void judgeApplicant(const JudgedDraft& judged, Findings& findings);
void judgeGuardian(const JudgedDraft& judged, Findings& findings);
void judgeDocuments(const JudgedDraft& judged, Findings& findings);
void judgePhoto(const JudgedDraft& judged, Findings& findings);
void judgeFingerprints(const JudgedDraft& judged, Findings& findings);
void judgeDelivery(const JudgedDraft& judged, Findings& findings);
void judgeConfirmation(const JudgedDraft& judged, Findings& findings);

} // namespace guitai
