#include "forms/approvals/evidence_words.h"

#include "forms/case/amounts.h"
#include "forms/frame/record_facts.h"
#include "forms/text.h"
#include "forms/wording/finger_words.h"
#include "forms/wording/guardian_words.h"
#include "forms/wording/request_words.h"
#include "forms/wording/words.h"

#include <algorithm>

namespace guitai
{

namespace
{

wxString handsWords(const Draft& draft, const RuleBook& rules)
{
    const auto hand = [&rules](const HandPrint& print) {
        const auto& reasons = rules.city.fingerprintReasons;
        const auto reason = std::ranges::find(reasons, print.reason, &FingerprintReason::code);
        return reason == reasons.end()
                   ? handWords(print)
                   : handWords(print) + wxString::FromUTF8(" · ") + toUi(reason->title);
    };
    // TRANSLATORS: what came of the right hand, of the left hand
    return wxString::Format(
        _("Right hand: %s. Left hand: %s."), hand(draft.rightHand), hand(draft.leftHand));
}

wxString terminalWords(const Draft& draft)
{
    if (!draft.terminal)
        return {};
    const auto day = draft.terminal->date ? toUi(isoDate(*draft.terminal->date)) : wxString{};
    // TRANSLATORS: service point, day, what its slip says
    return wxString::Format(_("Failed at %s on %s: %s."),
                            toUi(draft.terminal->servicePoint),
                            day,
                            toUi(draft.terminal->reason));
}

/// What was tried where, finger by finger.
wxString triesWords(const Draft& draft, const FingerRules& rules)
{
    auto text = wxString{};
    if (draft.terminal && !draft.terminal->tries.empty())
        // TRANSLATORS: what was tried, finger by finger
        text += "\n" + wxString::Format(_("Tried at the terminal: %s."),
                                        words::record(draft.terminal->tries, rules));
    if (const auto tried = windowRecord(draft, rules); !tried.empty())
        text += "\n" + wxString::Format(_("Tried at the window: %s."), tried);
    return text;
}

/// Which checks failed, and why the clerk takes the photo all the same.
wxString photoWords(const Draft& draft)
{
    auto all = wxString{};
    if (!draft.photo)
        return all;
    for (const auto& fault : draft.photo->faults) {
        if (!all.empty())
            all += wxString::FromUTF8(" · ");
        // TRANSLATORS: a failed check of the photo, its score of 100, the clerk's reason
        all += wxString::Format(
            _("%s (%d of 100): %s"), words::name(fault.check), fault.score, toUi(fault.reason));
    }
    return all;
}

} // namespace

wxString evidenceWords(const Case& subject, ExceptionKind kind, const RuleBook& rules)
{
    const auto& draft = subject.draft;
    switch (kind) {
    case ExceptionKind::fingersNotObtainable:
        return handsWords(draft, rules) + triesWords(draft, rules.fingers);
    case ExceptionKind::registrationFailed:
        return terminalWords(draft) + handsWords(draft, rules) + triesWords(draft, rules.fingers);
    case ExceptionKind::nonParentGuardian:
        return draft.guardian ? words::guardianEvidence(*draft.guardian, rules.guardians)
                              : wxString{};
    case ExceptionKind::feeRelief: {
        const auto& lines = subject.charge.lines;
        const auto relieved =
            std::ranges::find_if(lines, [](const FeeLine& line) { return !line.ground.empty(); });
        return relieved == lines.end() ? wxString{} : toUi(relieved->ground);
    }
    case ExceptionKind::couldUseTerminal:
        return toUi(draft.clerkReason);
    case ExceptionKind::duplicate:
        return wxString::Format(_("Another open case: %s"),
                                toUi(groupedAcceptanceNumber(draft.duplicateSeen)));
    case ExceptionKind::photoCheckOverruled:
        return photoWords(draft);
    }
    return {};
}

wxString inquiryWords(const CaseException& exception)
{
    return words::inquiries(exception.inquiries);
}

} // namespace guitai
