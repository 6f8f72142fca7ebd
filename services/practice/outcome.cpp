#include "services/practice/outcome.h"

#include <algorithm>

namespace guitai
{

namespace
{

using What = Deviation::What;

class Comparison
{
public:
    void text(What what, std::string_view wanted, std::string_view found)
    {
        if (wanted != found)
            m_found.push_back({what, std::string{wanted}, std::string{found}});
    }
    void number(What what, std::int64_t wanted, std::int64_t found)
    {
        text(what, std::to_string(wanted), std::to_string(found));
    }
    void money(What what, Money wanted, Money found) { text(what, wanted.text(), found.text()); }
    std::vector<Deviation> result() && { return std::move(m_found); }

private:
    std::vector<Deviation> m_found;
};

std::string namesOf(std::vector<ExceptionKind> kinds)
{
    std::ranges::sort(kinds);
    auto names = std::string{};
    for (const auto kind : kinds)
        names += (names.empty() ? "" : ", ") + std::string{nameOf(kind)};
    return names;
}

std::string tenderName(const std::optional<Tender>& tender)
{
    return tender ? std::string{nameOf(*tender)} : std::string{};
}

std::int64_t countOf(const std::vector<PaperRow>& papers, bool reprints)
{
    return std::ranges::count_if(papers, [reprints](const PaperRow& paper) {
        return paper.state == "issued" && (paper.copy > 0) == reprints;
    });
}

/// What went back to the citizen, by whatever way it came.
Money refundedOf(const Case& subject, MoneyDesk& money)
{
    const auto& charge = subject.charge;
    if (charge.tender == Tender::cash && charge.state == ChargeState::refunded)
        return charge.due;
    auto sum = Money{};
    const auto file = money.file(subject.acceptanceNumber);
    if (file)
        for (const auto& refund : file->refunds)
            if (refund.standing == RefundStanding::done)
                sum = sum + refund.amount;
    return sum;
}

} // namespace

ScenarioOutcome
outcomeOf(const Scenario& scenario, CaseDesk& cases, VoucherDesk& vouchers, MoneyDesk& money)
{
    auto outcome = ScenarioOutcome{};
    auto query = CaseQuery{};
    query.citizenNumber = citizenNumberOf(scenario.applicant.person, cases.today());
    const auto rows = cases.search(query).rows;
    if (rows.empty())
        return outcome;
    const auto& number = rows.front().acceptanceNumber;
    const auto loaded = cases.load(number);
    if (!loaded)
        return outcome;
    outcome.found = loaded.value();
    outcome.papers = vouchers.papersOf(number);
    outcome.refunded = refundedOf(loaded.value(), money);
    return outcome;
}

std::vector<Deviation> deviations(const Scenario& scenario, const ScenarioOutcome& outcome)
{
    if (!outcome.found)
        return {{.what = What::noCase}};
    const auto& end = scenario.end;
    const auto& found = *outcome.found;
    auto exceptions = std::vector<ExceptionKind>{};
    for (const auto& each : found.exceptions)
        exceptions.push_back(each.kind);
    const auto delivery = found.draft.delivery.method;
    auto comparison = Comparison{};
    comparison.text(What::state, nameOf(end.state), nameOf(found.state));
    comparison.text(What::category, nameOf(end.category), nameOf(found.category));
    comparison.text(What::kind, nameOf(end.kind), nameOf(found.kind));
    comparison.text(What::exceptions, namesOf(end.exceptions), namesOf(exceptions));
    comparison.money(What::due, end.due, found.charge.due);
    comparison.text(What::tender, tenderName(end.tender), tenderName(found.charge.tender));
    comparison.money(What::refunded, end.refunded, outcome.refunded);
    comparison.text(What::delivery,
                    nameOf(scenario.delivery.method),
                    delivery ? nameOf(*delivery) : std::string_view{});
    comparison.number(What::vouchers, end.vouchers, countOf(outcome.papers, false));
    comparison.number(What::reprints, end.reprints, countOf(outcome.papers, true));
    return std::move(comparison).result();
}

} // namespace guitai
