#include "app/console/request_view.h"

#include "app/console/case_view.h"
#include "forms/text.h"
#include "forms/wording/request_words.h"

#include <wx/tokenzr.h>
#include <wx/translation.h>

namespace guitai::console
{

namespace
{

using Json = nlohmann::ordered_json;

Json jsonOf(const ReprintEvidence& evidence)
{
    return {{"copies", evidence.copies}};
}

Json jsonOf(const RefundEvidence& evidence)
{
    return {{"amount_fen", evidence.amount.inFen()},
            {"open_fen", evidence.open.inFen()},
            {"tender", nameOf(evidence.tender)},
            {"drawer", evidence.drawer},
            {"printed", evidence.printed}};
}

Json jsonOf(const DifferenceEvidence& evidence)
{
    return {{"counted_fen", evidence.counted.inFen()},
            {"expected_fen", evidence.expected.inFen()},
            {"difference_fen", evidence.difference().inFen()},
            {"counts", evidence.counts},
            {"carried", evidence.carried}};
}

void addLines(std::vector<std::string>& lines, const wxString& text)
{
    auto rows = wxStringTokenizer{text, "\n"};
    while (rows.HasMoreTokens())
        lines.push_back("  " + fromUi(rows.GetNextToken()));
}

} // namespace

Json json(const RequestView& view)
{
    const auto& request = view.request;
    const auto& subject = request.subject;
    return {{"id", request.id},
            {"kind", nameOf(subject.kind)},
            {"state", nameOf(request.state)},
            {"stale", view.isStale},
            {"acceptanceNumber", subject.acceptanceNumber},
            {"charge", subject.chargeId},
            {"order", subject.orderNumber},
            {"step", subject.kind == RequestKind::refund ? Json(nameOf(subject.step)) : Json()},
            {"shift", subject.shift},
            {"evidence",
             std::visit([](const auto& evidence) { return jsonOf(evidence); }, request.evidence)},
            {"reason", request.reason},
            {"requester", request.requester},
            {"askedAt", utcText(request.askedAt)},
            {"inquiries", json(request.inquiries)},
            {"decision", json(request.decision)}};
}

std::vector<std::string> lines(const RequestView& view, StationTime time)
{
    const auto& request = view.request;
    const auto& number = request.subject.acceptanceNumber;
    auto text = std::vector{request.id + "  " + fromUi(words::standing(view, time))};
    if (!number.empty())
        text.push_back("  " + groupedAcceptanceNumber(number));
    addLines(text, words::evidence(view));
    addLines(text, words::inquiries(request.inquiries));
    return text;
}

} // namespace guitai::console
