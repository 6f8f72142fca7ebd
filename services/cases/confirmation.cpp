#include "services/cases/case_desk.h"
#include "services/cases/case_events.h"
#include "services/rules/photo_file.h"
#include "services/rules/scan_file.h"
#include "services/utf8.h"

#include <algorithm>
#include <charconv>

namespace guitai
{

namespace
{

using enum Refusal::Code;

int numberOf(const std::string& window)
{
    auto number = 0;
    std::from_chars(window.data(), window.data() + window.size(), number);
    return number;
}

/// What was kept, looked at again: a draft is data from outside until it is sealed.
std::optional<Refusal> pictureFault(Journal& journal, const Draft& draft)
{
    const auto photo = journal.attachment(draft.photo->image.sha256);
    if (!photo)
        return Refusal{missing, "photo", {}};
    const auto size = checkPhotoFile(*photo);
    if (!size)
        return size.refusal();
    if (size.value().width != draft.photo->width || size.value().height != draft.photo->height)
        return Refusal{photoWrongSize, "photo", {}};
    if (!journal.attachment(draft.confirmation.signature->sha256))
        return Refusal{signatureMissing, "confirmation.signature", {}};
    return std::nullopt;
}

/// Every page of a copy is there, and as large as the draft says.
std::optional<Refusal> pagesFault(Journal& journal, const Draft& draft)
{
    for (const auto& [paper, pages] : draft.copies) {
        const auto field = "documents." + std::string{nameOf(paper)};
        for (const auto& page : pages) {
            const auto bytes = journal.attachment(page.image.sha256);
            if (!bytes)
                return Refusal{missing, field, {}};
            const auto size = checkScanFile(*bytes);
            if (!size)
                return Refusal{size.refusal().code, field, size.refusal().arguments};
            if (size.value() != PhotoSize{page.width, page.height})
                return Refusal{malformed, field, {}};
        }
    }
    return std::nullopt;
}

/// A registered finger's template, when there is one, is that finger's.
std::optional<Refusal>
templateFault(Journal& journal, const HandPrint& print, const std::string& field)
{
    if (!print.features)
        return std::nullopt;
    const auto features = journal.fingerTemplate(print.features->sha256);
    if (!features)
        return Refusal{fingerprintMissing, field + ".result", {}};
    constexpr std::size_t qualityAt = 6;
    const auto isWhole = features->size() == fingerTemplateSize;
    const auto quality = isWhole ? std::to_integer<int>(features->at(qualityAt)) : 0;
    if (print.result != FingerprintResult::registered || !print.finger ||
        !areFeaturesOf(*features, *print.finger, FingerprintResult::registered, quality))
        return Refusal{fingerprintNotAllowed, field + ".result", {}};
    return std::nullopt;
}

/// The case as it is when it is confirmed, without its number.
Case begunCase(const Draft& draft, const Derived& derived, const Actor& clerk)
{
    auto begun = Case{};
    begun.draft = draft;
    begun.category = derived.category.value();
    begun.marks = derived.marks;
    begun.kind = derived.kind.value();
    begun.validity = derived.validity.value();
    begun.promised = derived.promised;
    begun.postPossible = derived.postPossible;
    begun.state =
        derived.exceptions.empty() ? CaseState::awaitingPayment : CaseState::awaitingApproval;
    begun.clerk = clerk.userId;
    begun.clerkPerson = clerk.personId;
    for (const auto kind : derived.exceptions)
        begun.exceptions.push_back({kind, clerk.userId, clerk.personId, std::nullopt});
    begun.charge.lines = derived.fees;
    begun.charge.due = derived.due;
    return begun;
}

} // namespace

/// The draft as it would be filed, measured against the store as it is now.
Draft CaseDesk::settledDraft(const Draft& typed)
{
    auto draft = normalised(typed, today());
    const auto open = openCasesOf(draft.applicant.citizenNumber);
    // The case that the clerk saw has ended meanwhile: nothing is doubled any more.
    if (open.empty())
        draft.duplicateSeen.clear();
    // What another guardian was asked for before is not kept.
    if (auto& guardian = draft.guardian) {
        const auto facts = guardianFactsOf(*guardian, today(), rules().guardians);
        guardian->livesOnOwnIncome = facts.livesOnOwnIncome;
        if (!rules().guardians.needsGround(facts))
            guardian->ground.clear();
        if (!rules().guardians.asksForRegister(facts))
            guardian->sameRegister.reset();
    }
    // A copy of a paper that this case does not need after all is not kept.
    const auto needed = derive(draft).documents;
    std::erase_if(draft.copies, [&](const auto& copy) {
        return std::ranges::find(needed, copy.first) == needed.end() ||
               rules().copies.needOf(copy.first) == CopyNeed::none || copy.second.empty();
    });
    return draft;
}

Result<Case> CaseDesk::confirm(const Actor& clerk, const Draft& typed)
{
    if (const auto permitted = require(clerk, Operation::takeCase); !permitted)
        return permitted.refusals();
    if (typed.id.empty())
        return Refusal{noSuchDraft, {}, {}};
    if (const auto earlier = m_parts.journal.findCaseOfDraft(typed.id))
        return load(*earlier);
    const auto stored = m_parts.journal.draft(typed.id);
    if (stored && stored->owner != clerk.userId)
        return Refusal{notPermitted, "clerk", {std::string{nameOf(Operation::takeCase)}}};
    const auto draft = settledDraft(typed);
    if (auto refusals = blockers(check(draft)); !refusals.empty())
        return refusals;
    if (const auto fault = pictureFault(m_parts.journal, draft))
        return *fault;
    if (const auto fault = pagesFault(m_parts.journal, draft))
        return *fault;
    if (const auto fault = templateFault(m_parts.journal, draft.rightHand, "rightHand"))
        return *fault;
    if (const auto fault = templateFault(m_parts.journal, draft.leftHand, "leftHand"))
        return *fault;
    auto begun = begunCase(draft, derive(draft), clerk);
    const auto user = m_parts.journal.user(clerk.userId);
    begun.clerkName = user ? user->displayName : clerk.userId;
    if (const auto point = m_parts.glyphs.firstMissing(begun.clerkName))
        return Refusal{notDrawable, "clerk", {codePointName(*point)}};
    begun.day = today();
    return seal(clerk, begun);
}

Result<Case> CaseDesk::seal(const Actor& clerk, Case begun)
{
    const auto block = serialBlock(numberOf(m_parts.identity.window));
    const auto exemptionShift = openShiftIdOf(m_parts.journal, clerk.userId);
    auto exhausted = false;
    m_parts.journal.commit([&](JournalWriting& writing) {
        const auto serial = std::max(block.first, writing.lastSerial(begun.day) + 1);
        exhausted = serial > block.last;
        if (exhausted)
            return;
        begun.acceptanceNumber =
            acceptanceNumber(m_parts.identity.areaAndStation(), begun.day, serial);
        writing.append(newEvent(EventKind::caseConfirmed,
                                subjectOfCase(begun.acceptanceNumber),
                                clerk,
                                confirmationJson(begun, serial)));
        begun.charge.id = chargeIdOf(begun.acceptanceNumber);
        writing.append(newEvent(EventKind::chargeOpened,
                                subjectOfCharge(begun.acceptanceNumber),
                                clerk,
                                {{"id", begun.charge.id},
                                 {"case", begun.acceptanceNumber},
                                 {"lines", feeLinesJson(begun.charge.lines)},
                                 {"due_fen", begun.charge.due.inFen()}}));
        if (begun.state == CaseState::awaitingPayment && begun.charge.due == Money{})
            appendExemption(writing, begun, clerk, exemptionShift);
        writing.eraseDraft(begun.draft.id);
    });
    if (exhausted)
        return Refusal{numbersExhausted, {}, {}};
    return load(begun.acceptanceNumber);
}

} // namespace guitai
