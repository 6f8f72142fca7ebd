#include "services/cases/case_desk.h"
#include "services/cases/draft_json.h"
#include "services/cases/signature_file.h"
#include "services/rules/photo_file.h"
#include "services/rules/scan_file.h"

#include <algorithm>

namespace guitai
{

namespace
{

using enum Refusal::Code;

bool mayTouch(const StoredDraft& stored, const Actor& actor)
{
    return stored.parked || stored.owner == actor.userId;
}

Refusal notYours()
{
    return {notPermitted, "clerk", {std::string{nameOf(Operation::takeCase)}}};
}

bool isDraftId(std::string_view id)
{
    constexpr std::size_t length = 32;
    return id.size() == length &&
           id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The stored draft when `actor` may change it.
Result<StoredDraft> draftFor(Journal& journal, const Actor& actor, const std::string& id)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    auto stored = journal.draft(id);
    if (!stored)
        return Refusal{noSuchDraft, {}, {}};
    if (!mayTouch(*stored, actor))
        return notYours();
    return *std::move(stored);
}

} // namespace

Result<Draft> CaseDesk::newDraft(const Actor& actor)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    auto draft = Draft{};
    draft.id = m_parts.random.id();
    return draft;
}

Result<Done> CaseDesk::saveDraft(const Actor& actor, const Draft& draft)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    // A late save must not bring a confirmed draft back.
    if (!isDraftId(draft.id) || m_parts.journal.findCaseOfDraft(draft.id))
        return Refusal{noSuchDraft, {}, {}};
    const auto stored = m_parts.journal.draft(draft.id);
    if (stored && stored->owner != actor.userId)
        return notYours();
    m_parts.journal.saveDraft(
        {draft.id, actor.userId, false, m_parts.clock.now(), fieldsOf(draft)});
    return Done{};
}

Result<Done> CaseDesk::parkDraft(const Actor& actor, const std::string& id)
{
    auto stored = draftFor(m_parts.journal, actor, id);
    if (!stored)
        return stored.refusals();
    stored.value().parked = true;
    stored.value().savedAt = m_parts.clock.now();
    m_parts.journal.saveDraft(stored.value());
    return Done{};
}

Result<Draft> CaseDesk::resumeDraft(const Actor& actor, const std::string& id)
{
    auto stored = draftFor(m_parts.journal, actor, id);
    if (!stored)
        return stored.refusals();
    auto draft = draftFromFields(stored.value().fields);
    // Begun on a day when the city still collected it: no page could take it out again.
    const auto others = m_parts.rules.fees.othersOn(today());
    std::erase_if(draft.otherFees, [&](const std::string& code) {
        return std::ranges::find(others, code, &FeeLine::code) == others.end();
    });
    stored.value().owner = actor.userId;
    stored.value().parked = false;
    stored.value().savedAt = m_parts.clock.now();
    m_parts.journal.saveDraft(stored.value());
    return draft;
}

Result<Done> CaseDesk::discardDraft(const Actor& actor, const std::string& id)
{
    const auto stored = draftFor(m_parts.journal, actor, id);
    if (!stored)
        return stored.refusals();
    m_parts.journal.eraseDraft(id);
    return Done{};
}

std::vector<DraftSummary> CaseDesk::drafts()
{
    auto summaries = std::vector<DraftSummary>{};
    for (const auto& stored : m_parts.journal.drafts()) {
        const auto draft = draftFromFields(stored.fields);
        const auto items = checklist(draft, today(), m_parts.rules);
        summaries.push_back({stored.id,
                             stored.owner,
                             stored.parked,
                             stored.savedAt,
                             draft.applicant.name,
                             draft.declared ? draft.declared : derive(draft).category,
                             blockers(items).size()});
    }
    return summaries;
}

Result<Photo> CaseDesk::keepPhoto(const Actor& actor, const Bytes& jpeg)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto size = checkPhotoFile(jpeg);
    if (!size)
        return size.refusals();
    return Photo{m_parts.journal.keep(jpeg, "image/jpeg"), size.value().width, size.value().height};
}

Result<DocumentPage> CaseDesk::keepScan(const Actor& actor, const Bytes& jpeg)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    const auto size = checkScanFile(jpeg);
    if (!size)
        return size.refusals();
    return DocumentPage{
        m_parts.journal.keep(jpeg, "image/jpeg"), size.value().width, size.value().height};
}

Result<AttachmentRef> CaseDesk::keepSignature(const Actor& actor, const Bytes& png)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    if (const auto checked = checkSignatureFile(png); !checked)
        return checked.refusals();
    return m_parts.journal.keep(png, "image/png");
}

Result<AttachmentRef>
CaseDesk::keepFinger(const Actor& actor, Finger finger, const FingerCapture& capture)
{
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    if (capture.outcome != FingerOutcome::taken ||
        !areFeaturesOf(capture.features, finger, FingerprintResult::registered, capture.quality))
        return Refusal{Refusal::Code::fingerprintNotAllowed,
                       handOf(finger) == Hand::right ? "rightHand.result" : "leftHand.result",
                       {}};
    return m_parts.journal.keepTemplate(capture.features);
}

Result<AttachmentRef> CaseDesk::keepPortrait(const Actor& actor, const Bytes& portrait)
{
    constexpr std::size_t portraitLength = 1024;
    if (const auto permitted = require(actor, Operation::takeCase); !permitted)
        return permitted.refusals();
    if (portrait.size() != portraitLength)
        return Refusal{Refusal::Code::malformed, "applicant.chip", {}};
    return m_parts.journal.keep(portrait, "application/octet-stream");
}

std::optional<Bytes> CaseDesk::attachment(const AttachmentRef& ref)
{
    return m_parts.journal.attachment(ref.sha256);
}

} // namespace guitai
