#include "forms/case/fingerprints_step.h"

#include "forms/text.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr std::array rightFingers{Finger::rightThumb,
                                  Finger::rightIndex,
                                  Finger::rightMiddle,
                                  Finger::rightRing,
                                  Finger::rightLittle};
constexpr std::array leftFingers{
    Finger::leftThumb, Finger::leftIndex, Finger::leftMiddle, Finger::leftRing, Finger::leftLittle};
constexpr std::array results{
    FingerprintResult::registered, FingerprintResult::failed, FingerprintResult::notRegistered};

bool contains(const std::vector<ExceptionKind>& kinds, ExceptionKind kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

FingerprintsStep::FingerprintsStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Fingerprints"),
            _("One finger of each hand, the right thumb first. If a thumb does not work, take the "
              "index, middle, ring or little finger."));
    if (this->station().fingers)
        buildPart();
    m_tries = new TriesTable(this);
    column()->Add(m_tries, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    m_both =
        new ActionButton(this, _("&Both thumbs registered"), "Alt+B", ActionButton::Weight::plain);
    m_both->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        this->session().edit([](Draft& next) {
            next.rightHand = {FingerprintResult::registered, Finger::rightThumb, {}};
            next.leftHand = {FingerprintResult::registered, Finger::leftThumb, {}};
        });
        load();
    });
    auto grid = FormGrid{this};
    grid.section(_("Right hand"));
    m_hands[0].print = &Draft::rightHand;
    buildHand(grid, m_hands[0], true);
    grid.section(_("Left hand"));
    m_hands[1].print = &Draft::leftHand;
    buildHand(grid, m_hands[1], false);
    m_note = new Note(this);
    column()->Add(m_both, wxSizerFlags());
    column()->Add(grid.sizer(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column()->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
}

void FingerprintsStep::buildPart()
{
    m_part = new FingerPart(this, session(), [this] {
        load();
        host().refreshActions();
    });
    // What is missing is taken there; the fields below show it.
    for (const auto* path : {"fingers", "rightHand.result", "leftHand.result"})
        place(path, m_part->picture());
    column()->Add(m_part, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
}

void FingerprintsStep::load()
{
    StepPage::load();
    m_both->Show(m_part == nullptr);
}

void FingerprintsStep::focusFirst()
{
    if (m_part && m_part->turn())
        m_part->picture()->SetFocus();
    else
        StepPage::focusFirst();
}

bool FingerprintsStep::takeEnter()
{
    return m_part && m_part->picture()->HasFocus() && m_part->takeEnter();
}

bool FingerprintsStep::takeKey(int keyCode)
{
    return keyCode == WXK_ESCAPE && m_part && m_part->cancel();
}

void FingerprintsStep::buildHand(FormGrid& grid, Hand& hand, bool right)
{
    const auto path = std::string{right ? "rightHand" : "leftHand"};
    hand.result = notedField<ValueChoice<FingerprintResult>>(
        grid, Span::half, right ? _("&Result") : _("R&esult"), path + ".result");
    auto names = std::vector<std::pair<FingerprintResult, wxString>>{};
    for (const auto result : results)
        names.emplace_back(result, words::name(result));
    hand.result->offer(names);
    hand.finger = notedField<ValueChoice<Finger>>(
        grid, Span::half, right ? _("&Finger") : _("F&inger"), path + ".finger");
    auto fingers = std::vector<std::pair<Finger, wxString>>{};
    for (const auto finger : right ? rightFingers : leftFingers)
        fingers.emplace_back(finger, words::name(finger));
    hand.finger->offer(fingers);
    hand.reason = notedField<ValueChoice<std::string>>(
        grid, Span::row, right ? _("Re&ason") : _("Reas&on"), path + ".reason");
    hand.result->Bind(wxEVT_CHOICE, [this, &hand](wxCommandEvent&) { chooseResult(hand); });
    hand.finger->Bind(wxEVT_CHOICE, [this, &hand](wxCommandEvent&) {
        session().edit([&](Draft& next) { (next.*hand.print).finger = hand.finger->value(); });
    });
    hand.reason->Bind(wxEVT_CHOICE, [this, &hand](wxCommandEvent&) {
        session().edit(
            [&](Draft& next) { (next.*hand.print).reason = hand.reason->value().value_or(""); });
    });
    onLoad([this, &hand] { showHand(hand); });
}

void FingerprintsStep::chooseResult(Hand& hand)
{
    session().edit([&](Draft& next) {
        auto& print = next.*hand.print;
        print.result = hand.result->value();
        if (print.result != FingerprintResult::registered)
            print.features.reset();
        // The thumb is taken first; a finger that was never there is not asked for.
        if (print.result == FingerprintResult::notRegistered)
            print.finger.reset();
        else if (!print.finger)
            print.finger = hand.finger->values().front();
        print.reason.clear();
    });
    showHand(hand);
}

void FingerprintsStep::showHand(Hand& hand)
{
    const auto& print = draft().*hand.print;
    hand.result->setValue(print.result);
    offerReasons(hand);
    hand.finger->setValue(print.finger);
    hand.reason->setValue(print.reason.empty() ? std::nullopt : std::optional{print.reason});
    const auto needsReason = print.result && *print.result != FingerprintResult::registered;
    hand.reason->Enable(needsReason);
    // What the scanner took names its finger itself.
    hand.finger->Enable(print.tries.empty() && print.result &&
                        *print.result != FingerprintResult::notRegistered);
}

void FingerprintsStep::offerReasons(Hand& hand)
{
    const auto& result = (draft().*hand.print).result;
    auto reasons = std::vector<std::pair<std::string, wxString>>{};
    for (const auto& reason : station().rules.city.fingerprintReasons)
        if (result && reason.result == *result)
            reasons.emplace_back(reason.code, toUi(reason.title));
    hand.reason->offer(reasons);
}

void FingerprintsStep::refresh()
{
    StepPage::refresh();
    if (m_part)
        m_part->show();
    auto here = draft().rightHand.tries;
    here.insert(here.end(), draft().leftHand.tries.begin(), draft().leftHand.tries.end());
    m_tries->show(draft().terminal ? draft().terminal->tries : std::vector<FingerTry>{},
                  here,
                  station().rules.fingers);
    showNote();
}

void FingerprintsStep::showNote()
{
    const auto& exceptions = session().derived().exceptions;
    auto note = wxString{};
    if (contains(exceptions, ExceptionKind::fingersNotObtainable))
        note = _("A supervisor will decide that the prints cannot be taken; show the evidence.");
    else if (contains(exceptions, ExceptionKind::registrationFailed))
        note = _("A supervisor will decide that the registration failed.");
    m_note->say(Note::Tone::caution, note);
}

} // namespace guitai
