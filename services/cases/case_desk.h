#pragma once

#include "services/approvals/agreement.h"
#include "services/cases/card_delivery.h"
#include "services/cases/case.h"
#include "services/cases/checklist.h"
#include "services/cases/draft.h"
#include "services/clock.h"
#include "services/devices/fingerprint/finger_scanner.h"
#include "services/journal/journal.h"
#include "services/journal/journal_files.h"
#include "services/random_source.h"
#include "services/result.h"
#include "services/rules/permissions.h"
#include "services/rules/rule_book.h"

#include <string>
#include <vector>

namespace guitai
{

/// Whether every character can be put on paper; printing implements it. Declared here because a
/// name that cannot be printed is refused before the case is confirmed.
class GlyphCoverage
{
public:
    virtual ~GlyphCoverage() = default;
    /// The first character of `text` that no font of the chain draws.
    virtual std::optional<char32_t> firstMissing(std::string_view text) const = 0;
};

struct DraftSummary {
    std::string id;
    std::string owner;
    bool parked = false;
    Instant savedAt{};
    std::string applicantName;
    std::optional<Category> category;
    std::size_t missing = 0;

    bool operator==(const DraftSummary&) const = default;
};

/// Whether the printed voucher was handed in; money goes back for the original only.
enum class VoucherReturn { notReturned, returned };

struct CasePage {
    std::vector<CaseRow> rows;
    std::int64_t total = 0;
};

/// Why `supervisor` is not the second person who agrees that money goes back: neither `actor` nor
/// who took the case or has the drawer that took its money, also under another name.
std::optional<Refusal> secondPersonFault(Journal& journal,
                                         const Case& subject,
                                         const Actor& actor,
                                         const std::optional<Actor>& supervisor);

/// What a window can ask about cases. Every call may block on the disk; forms reach it through
/// Background. Throws ServiceFailure when the store fails; nothing is done then.
class CaseDesk
{
public:
    struct Parts {
        Journal& journal;
        const RuleBook& rules;
        const GlyphCoverage& glyphs;
        Clock& clock;
        RandomSource& random;
        WindowIdentity identity;
        StationTime time;
    };

    explicit CaseDesk(Parts parts);

    Date today() const;
    const RuleBook& rules() const;
    const WindowIdentity& identity() const;

    // --- drafts: nothing that was typed is lost
    // A draft belongs to the clerk who saved it; once parked, any clerk may resume it.
    /// Only makes its id; the first save stores it.
    Result<Draft> newDraft(const Actor& actor);
    /// Refuses a draft that was confirmed (`noSuchDraft`): a late save must not bring it back.
    Result<Done> saveDraft(const Actor& actor, const Draft& draft);
    Result<Done> parkDraft(const Actor& actor, const std::string& id);
    Result<Draft> resumeDraft(const Actor& actor, const std::string& id);
    Result<Done> discardDraft(const Actor& actor, const std::string& id);
    std::vector<DraftSummary> drafts();

    /// Keeps a photo (JPEG, checked) or a signature (PNG) before the draft that names it.
    Result<Photo> keepPhoto(const Actor& actor, const Bytes& jpeg);
    Result<AttachmentRef> keepSignature(const Actor& actor, const Bytes& png);
    /// Keeps the template of a finger that was taken, encrypted. Refuses fingerprintNotAllowed for
    /// what is no template of that finger.
    Result<AttachmentRef>
    keepFinger(const Actor& actor, Finger finger, const FingerCapture& capture);
    /// Keeps the portrait of a chip as the chip holds it (1024 bytes; malformed otherwise).
    Result<AttachmentRef> keepPortrait(const Actor& actor, const Bytes& portrait);
    /// Keeps a page of a paper's copy as the photo program made it. Refuses what `checkScanFile`
    /// refuses.
    Result<DocumentPage> keepScan(const Actor& actor, const Bytes& jpeg);
    std::optional<Bytes> attachment(const AttachmentRef& ref);

    // --- judging
    Derived derive(const Draft& draft) const;
    /// The rules' checklist, plus open cases of the same person and characters without a glyph.
    std::vector<ChecklistItem> check(const Draft& draft);

    // --- the case
    /// Validates again, assigns the acceptance number, journals case and charge, erases the draft:
    /// one transaction. Exempt charges settle at once; a case without exceptions is accepted then.
    /// Confirming the same draft again returns the first case. Needs no open shift: only cash does,
    /// and a clerk without a drawer may take cases whose fee a colleague collects.
    Result<Case> confirm(const Actor& clerk, const Draft& draft);
    /// A supervisor's decision; never on an own case (`ownWork`), same person under two names
    /// included.
    Result<Case> decide(const Actor& supervisor,
                        const std::string& acceptanceNumber,
                        ExceptionKind kind,
                        DecisionOutcome outcome,
                        const std::string& reason);
    /// A supervisor asks back before deciding; the case waits on. Refuses askedAlready while a
    /// question is open, and ownWork as decide() does.
    Result<Case> askBack(const Actor& supervisor,
                         const std::string& acceptanceNumber,
                         ExceptionKind kind,
                         const std::string& question);
    /// The answer of whoever takes cases, but not of the one who asked; who answered has a part in
    /// the exception and cannot decide it. Refuses notAsked without an open question.
    Result<Case> answerInquiry(const Actor& clerk,
                               const std::string& acceptanceNumber,
                               ExceptionKind kind,
                               const std::string& answer);
    /// Only before production. Before anything was paid the clerk alone, with a reason; then a
    /// supervisor agrees who is neither `actor` nor the clerk of the case. Cash goes back out of
    /// the drawer that took it while that shift is open and not counted; else the charge is
    /// `refundPending`. A voucher that was printed is handed in first (`voucherNotReturned`).
    /// Of an approved request its own reason is kept; `requestStale` when other money went back by
    /// now, or not out of this drawer.
    Result<Case> withdraw(const Actor& actor,
                          const Agreement& agreement,
                          const std::string& acceptanceNumber,
                          const std::string& reason,
                          VoucherReturn voucher = VoucherReturn::notReturned);
    Result<Case> markReady(const Actor& actor, const std::string& acceptanceNumber);
    /// Refuses what handOverFault() finds.
    Result<Case>
    handOver(const Actor& actor, const std::string& acceptanceNumber, const CardHandOver& handOver);
    /// A card comes back before or after the hand-over of the new one, which notes it itself.
    Result<Case>
    takeBack(const Actor& actor, const std::string& acceptanceNumber, const CardsBack& back);

    Result<Case> load(const std::string& acceptanceNumber);
    /// Journals that `actor` looks at what is masked otherwise (`what` names it: "citizenNumber",
    /// "case"); to be called before it is shown. Refuses notPermitted, noSuchCase.
    Result<Done>
    recordView(const Actor& actor, const std::string& acceptanceNumber, const std::string& what);
    CasePage search(const CaseQuery& query);
    /// Open cases of the person, newest first.
    std::vector<CaseRow> openCasesOf(const std::string& citizenNumber);

private:
    Draft settledDraft(const Draft& typed);
    Result<Case> seal(const Actor& clerk, Case begun);
    void appendWithdrawal(const Actor& actor, const Agreed& agreed, const Case& subject);

    Parts m_parts;
};

} // namespace guitai
