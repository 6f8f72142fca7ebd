#include "services/cases/case_desk.h"

#include "services/cases/case_events.h"
#include "services/rules/citizen_number.h"
#include "services/rules/photo_file.h"
#include "services/utf8.h"

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

using enum Refusal::Code;

/// Everything of a draft that stands on a paper.
std::vector<std::pair<std::string, std::string>> printedTexts(const Draft& draft)
{
    auto texts = std::vector<std::pair<std::string, std::string>>{
        {"applicant.name", draft.applicant.name},
        {"applicant.address", draft.applicant.address},
    };
    if (draft.guardian)
        texts.emplace_back("guardian.name", draft.guardian->name);
    if (draft.delivery.method == DeliveryMethod::post) {
        texts.emplace_back("delivery.postal.recipient", draft.delivery.postal.recipient);
        texts.emplace_back("delivery.postal.street", draft.delivery.postal.street);
    }
    if (draft.delivery.method == DeliveryMethod::proxy) {
        texts.emplace_back("delivery.proxy.name", draft.delivery.proxy.name);
        texts.emplace_back("delivery.proxy.relation", draft.delivery.proxy.relation);
    }
    return texts;
}

/// A character that the rules refuse is not refused again for want of a glyph.
bool isRefused(const std::vector<ChecklistItem>& items, const std::string& field)
{
    return std::ranges::any_of(items, [&](const ChecklistItem& item) {
        return item.severity != Severity::warning && item.refusal.field == field;
    });
}

void addUndrawable(std::vector<ChecklistItem>& items,
                   const Draft& draft,
                   const GlyphCoverage& glyphs)
{
    for (const auto& [field, text] : printedTexts(draft)) {
        if (text.empty() || isRefused(items, field))
            continue;
        if (const auto point = glyphs.firstMissing(text))
            items.push_back(
                {Severity::wrong, stepOf(field), {notDrawable, field, {codePointName(*point)}}});
    }
}

bool isSettledCard(const CaseRow& row)
{
    const auto state = caseStateFrom(row.state);
    return state == CaseState::accepted || state == CaseState::ready ||
           state == CaseState::collected || state == CaseState::posted;
}

CaseQuery casesOf(const std::string& citizenNumber)
{
    auto query = CaseQuery{};
    query.citizenNumber = citizenNumber;
    return query;
}

/// An earlier case, and a first issue although one was granted already (Identity Card Law art. 10;
/// a first issue is free once).
void addKnownCases(std::vector<ChecklistItem>& items,
                   const Draft& draft,
                   const std::vector<CaseRow>& open,
                   const std::vector<CaseRow>& all)
{
    if (!open.empty() && draft.duplicateSeen != open.front().acceptanceNumber)
        items.push_back({Severity::wrong,
                         stepOf("duplicateSeen"),
                         {duplicateCase, "duplicateSeen", {open.front().acceptanceNumber}}});
    const auto kindRefused = isRefused(items, "kind");
    const auto asksFirst = draft.kind == ApplicationKind::firstIssue ||
                           (!draft.kind && draft.applicant.heldCardBefore == false);
    if (asksFirst && !kindRefused && std::ranges::any_of(all, isSettledCard))
        items.push_back({Severity::wrong, stepOf("kind"), {firstIssueButHeldCard, "kind", {}}});
}

} // namespace

CaseDesk::CaseDesk(Parts parts) : m_parts(std::move(parts)) {}

Date CaseDesk::today() const
{
    return m_parts.time.dateOf(m_parts.clock.now());
}

const RuleBook& CaseDesk::rules() const
{
    return m_parts.rules;
}

const WindowIdentity& CaseDesk::identity() const
{
    return m_parts.identity;
}

Derived CaseDesk::derive(const Draft& draft) const
{
    constexpr std::size_t areaLength = 6;
    return guitai::derive(
        draft, today(), m_parts.rules, m_parts.identity.agency.substr(0, areaLength));
}

std::vector<ChecklistItem> CaseDesk::check(const Draft& draft)
{
    auto items = checklist(draft, today(), m_parts.rules);
    const auto number = normalisedCitizenNumber(draft.applicant.citizenNumber);
    if (parseCitizenNumber(number, today(), {}))
        addKnownCases(
            items, draft, openCasesOf(number), m_parts.journal.findCases(casesOf(number)));
    addUndrawable(items, draft, m_parts.glyphs);
    // The station's name stands on every voucher: no money for a case whose sheet cannot be made.
    if (const auto point = m_parts.glyphs.firstMissing(m_parts.identity.name))
        items.push_back({Severity::wrong,
                         Step::confirmation,
                         {notDrawable, "station", {codePointName(*point)}}});
    std::ranges::stable_sort(items, {}, &ChecklistItem::step);
    return items;
}

std::vector<CaseRow> CaseDesk::openCasesOf(const std::string& citizenNumber)
{
    auto rows = m_parts.journal.findCases(casesOf(normalisedCitizenNumber(citizenNumber)));
    std::erase_if(rows, [](const CaseRow& row) {
        const auto state = caseStateFrom(row.state);
        return !state || !isOpen(*state);
    });
    return rows;
}

Result<Case> CaseDesk::load(const std::string& acceptanceNumber)
{
    if (auto found = loadCase(m_parts.journal, acceptanceNumber))
        return *std::move(found);
    return Refusal{noSuchCase, "acceptanceNumber", {}};
}

Result<Done> CaseDesk::recordView(const Actor& actor,
                                  const std::string& acceptanceNumber,
                                  const std::string& what)
{
    if (const auto permitted = require(actor, Operation::searchCases); !permitted)
        return permitted.refusals();
    if (const auto found = load(acceptanceNumber); !found)
        return found.refusals();
    m_parts.journal.commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::personalDataViewed,
                                subjectOfCase(acceptanceNumber),
                                actor,
                                {{"what", what}}));
    });
    return Done{};
}

CasePage CaseDesk::search(const CaseQuery& query)
{
    return {m_parts.journal.findCases(query), m_parts.journal.countCases(query)};
}

} // namespace guitai
