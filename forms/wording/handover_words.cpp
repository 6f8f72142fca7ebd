#include "forms/wording/handover_words.h"

#include "forms/text.h"
#include "forms/wording/words.h"

#include <wx/intl.h>

namespace guitai::words
{

wxString sentence(HandoverStanding standing)
{
    switch (standing) {
    case HandoverStanding::fits:
        return {};
    case HandoverStanding::otherPerson:
        return _("The hand-over is of another person than this case: the citizen numbers differ. "
                 "Nothing was taken over; compare the card and the terminal's slip.");
    case HandoverStanding::here:
        return _("This hand-over is in this case already. Nothing was taken over again.");
    case HandoverStanding::inACase:
        return _("A case of this person has this hand-over already. Nothing was taken over; look "
                 "for the case with F3.");
    case HandoverStanding::tooOld:
        return _("The attempt at the terminal was more than 30 days ago. Nothing was taken over; "
                 "take everything anew.");
    }
    return {};
}

wxString handoverSentence(const Refusals& refusals)
{
    const auto& first = refusals.front();
    if (first.field == "handover.code")
        return _("The code did not arrive whole, or is none of a terminal's slip. Scan it again; "
                 "if that does not help, import the file.");
    if (first.field == "handover.format" || first.code == Refusal::Code::notJson)
        return _("The file is no hand-over of a terminal, or was cut off. Copy it again from the "
                 "terminal.");
    for (const auto& refusal : refusals)
        if (refusal.field == "handover.version")
            return _("The hand-over has another version than this program reads. Type what "
                     "stands on the slip, and tell the administrator.");
    const auto text = sentence(first);
    if (refusals.size() == 1)
        return text;
    const auto others = static_cast<int>(refusals.size()) - 1;
    // TRANSLATORS: a whole sentence, how many more mistakes there are
    return wxString::Format(wxPLURAL("%s (%d more mistake in the hand-over)",
                                     "%s (%d more mistakes in the hand-over)",
                                     static_cast<unsigned>(others)),
                            text,
                            others);
}

wxString handoverMark(const TerminalAttempt& attempt)
{
    constexpr std::size_t digits = 8;
    return toUi(attempt.handover.substr(0, digits));
}

} // namespace guitai::words
