#include "forms/wording/request_words.h"

#include "forms/text.h"
#include "forms/wording/refusal_words.h"
#include "forms/wording/words.h"

#include <wx/translation.h>

#include <stdexcept>

namespace guitai::words
{

namespace
{

wxString reprintWords(const ReprintEvidence& evidence, const RequestView& view)
{
    const auto count = static_cast<unsigned>(evidence.copies);
    auto text = wxString::Format(
        wxPLURAL("%u sheet was printed so far.", "%u sheets were printed so far.", count), count);
    for (const auto& paper : view.papers)
        if (paper.copy > 0 && paper.state != "failed")
            // TRANSLATORS: number of a reprint, why it was printed
            text += "\n" + wxString::Format(_("Reprint %d: %s"), paper.copy, toUi(paper.reason));
    return text;
}

wxString withdrawalWords(const RefundEvidence& evidence)
{
    const auto amount = toUi(evidence.amount.text());
    if (!evidence.drawer.empty())
        return wxString::Format(
            _("The case is withdrawn; %s yuan of cash go back out of the drawer."), amount);
    if (evidence.tender == Tender::cash)
        return wxString::Format(_("The case is withdrawn; %s yuan of cash go back by the finance "
                                  "desk, because the drawer that took them is closed."),
                                amount);
    // TRANSLATORS: an amount; WeChat Pay or Alipay
    return wxString::Format(
        _("The case is withdrawn; %s yuan go back the way they came, by %s, in a step of its own."),
        amount,
        name(evidence.tender));
}

wxString refundWords(const RefundEvidence& evidence, const RequestSubject& subject)
{
    const auto amount = toUi(evidence.amount.text());
    auto text = wxString{};
    if (subject.step == RefundStep::withdraw)
        text = withdrawalWords(evidence);
    else if (subject.orderNumber.empty())
        text = wxString::Format(_("The finance desk gives %s yuan of cash back."), amount);
    else if (subject.step == RefundStep::finance)
        // TRANSLATORS: an amount, an order number
        text = wxString::Format(
            _("The finance desk gives %s yuan back. Order %s."), amount, toUi(subject.orderNumber));
    else
        // TRANSLATORS: an amount, the most, WeChat Pay or Alipay, an order number
        text = wxString::Format(_("%s yuan of %s go back the way they came, by %s. Order %s."),
                                amount,
                                toUi(evidence.open.text()),
                                name(evidence.tender),
                                toUi(subject.orderNumber));
    if (evidence.printed)
        text += "\n" + _("The voucher was printed and has to be handed in.");
    return text;
}

wxString differenceWords(const DifferenceEvidence& evidence)
{
    const auto difference = evidence.difference();
    const auto sentence = difference > Money{} ? _("Counted %s yuan, expected %s: %s too much.")
                          : difference < Money{}
                              ? _("Counted %s yuan, expected %s: %s too little.")
                              : _("Counted %s yuan, expected %s: %s of difference.");
    const auto size = difference < Money{} ? Money{} - difference : difference;
    auto text = wxString::Format(
        sentence, toUi(evidence.counted.text()), toUi(evidence.expected.text()), toUi(size.text()));
    if (evidence.counts > 1)
        text += "\n" +
                wxString::Format(_("It was counted %d times."), static_cast<int>(evidence.counts));
    for (const auto& order : evidence.carried)
        text += "\n" + wxString::Format(_("Outcome unknown: order %s"), toUi(order));
    return text;
}

} // namespace

wxString name(RequestKind value)
{
    switch (value) {
    case RequestKind::reprint:
        return _("Further copy of the voucher");
    case RequestKind::refund:
        return _("Money back");
    case RequestKind::cashDifference:
        return _("Difference in the drawer");
    }
    return {};
}

wxString name(RequestState value)
{
    switch (value) {
    case RequestState::waiting:
        return _("waits for the supervisor");
    case RequestState::approved:
        return _("approved, not used yet");
    case RequestState::rejected:
        return _("rejected");
    case RequestState::used:
        return _("approved and done");
    case RequestState::lapsed:
        return _("without object");
    }
    return {};
}

wxString evidence(const RequestView& view)
{
    const auto& request = view.request;
    auto text = wxString{};
    if (const auto* reprint = std::get_if<ReprintEvidence>(&request.evidence))
        text = reprintWords(*reprint, view);
    else if (const auto* refund = std::get_if<RefundEvidence>(&request.evidence))
        text = refundWords(*refund, request.subject);
    else if (const auto* difference = std::get_if<DifferenceEvidence>(&request.evidence))
        text = differenceWords(*difference);
    text += "\n" + wxString::Format(_("Reason: %s"), toUi(request.reason));
    if (view.isStale)
        text += "\n" + _("It has changed since it was asked; it cannot be approved any more.");
    return text;
}

wxString inquiries(const std::vector<Inquiry>& inquiries)
{
    auto lines = wxString{};
    for (const auto& inquiry : inquiries) {
        if (!lines.empty())
            lines += "\n";
        // TRANSLATORS: a supervisor's question
        lines += wxString::Format(_("Asked: %s"), toUi(inquiry.question));
        lines += "\n";
        lines += inquiry.answer.empty() ? _("No answer yet.")
                                        // TRANSLATORS: the clerk's answer
                                        : wxString::Format(_("Answer: %s"), toUi(inquiry.answer));
    }
    return lines;
}

wxString brief(const RequestView& view)
{
    const auto who = toUi(view.applicant.empty() ? view.requesterName : view.applicant);
    return dotted({name(view.request.subject.kind), who});
}

wxString whyReturned(const RequestView& view)
{
    if (view.request.state == RequestState::rejected)
        return _("Rejected");
    return view.request.isAskedBack() ? _("An answer") : _("Approved");
}

wxString returned(const RequestView& view)
{
    if (view.request.state == RequestState::rejected)
        return brief(view);
    return view.request.isAskedBack()
               ? wxString::Format(_("A supervisor asks about: %s"), brief(view))
               : wxString::Format(_("Go on with: %s"), brief(view));
}

wxString standing(const RequestView& view, StationTime time)
{
    const auto& request = view.request;
    const auto what = name(request.subject.kind);
    if (view.isStale)
        return wxString::Format(
            _("%s: what was asked has changed since. Ask the supervisor again."), what);
    switch (request.state) {
    case RequestState::waiting:
        if (request.isAskedBack())
            // TRANSLATORS: kind of request, the supervisor's question
            return wxString::Format(
                _("%s: the supervisor asks: %s"), what, toUi(request.inquiries.back().question));
        // TRANSLATORS: kind of request, a time
        return wxString::Format(_("%s: waits for the supervisor since %s."),
                                what,
                                toUi(time.minuteText(request.askedAt)));
    case RequestState::approved:
        // TRANSLATORS: kind of request, the supervisor's name
        return wxString::Format(_("%s: approved by %s."), what, toUi(view.deciderName));
    case RequestState::rejected:
        // TRANSLATORS: kind of request, the supervisor's name, the reason
        return wxString::Format(_("%s: rejected by %s: %s"),
                                what,
                                toUi(view.deciderName),
                                toUi(request.decision->reason));
    case RequestState::used:
    case RequestState::lapsed:
        break;
    }
    return what;
}

RefusalWords requestWordsOf(Refusal::Code code)
{
    switch (code) {
        using enum Refusal::Code;
    case alreadyDecided:
        return {wxTRANSLATE("already decided"),
                wxTRANSLATE("This was decided already, or there is none of this kind. Nothing was "
                            "changed.")};
    case askedAlready:
        return {wxTRANSLATE("asked back"),
                wxTRANSLATE("A question about it waits for its answer. Decide, or wait for the "
                            "clerk.")};
    case notAsked:
        return {wxTRANSLATE("nothing was asked"),
                wxTRANSLATE("No question about it waits for an answer. Nothing was changed.")};
    case noSuchRequest:
        return {wxTRANSLATE("no such request"),
                wxTRANSLATE("There is no such request, or it is about something else. Look at its "
                            "number again.")};
    case requestOpen:
        return {wxTRANSLATE("asked already"),
                wxTRANSLATE("The supervisor was asked about this already. Wait for the answer, or "
                            "go on with what was approved.")};
    case requestNotApproved:
        return {wxTRANSLATE("not approved"),
                wxTRANSLATE("The request is not approved: {1}. Nothing was done.")};
    case requestUsed:
        return {wxTRANSLATE("used already"),
                wxTRANSLATE("What was approved was done already. Ask again for another time.")};
    case requestStale:
        return {wxTRANSLATE("changed since"),
                wxTRANSLATE("What the supervisor was asked about has changed since. Nothing was "
                            "done; ask again.")};
    case noApprovalNeeded:
        return {wxTRANSLATE("no supervisor needed"),
                wxTRANSLATE("No supervisor is needed for this. Go on without asking.")};
    default:
        throw std::logic_error("a refusal that is not about what a supervisor decides");
    }
}

} // namespace guitai::words
