#include "forms/case/finger_part.h"

#include "forms/finger_station.h"
#include "forms/text.h"
#include "forms/wording/finger_words.h"

#include <wx/wrapsizer.h>

#include <algorithm>

namespace guitai
{

namespace
{

HandPrint& printOf(Draft& draft, Hand hand)
{
    return hand == Hand::right ? draft.rightHand : draft.leftHand;
}

const HandPrint& printOf(const Draft& draft, Hand hand)
{
    return hand == Hand::right ? draft.rightHand : draft.leftHand;
}

} // namespace

FingerPart::FingerPart(wxWindow* parent, CaseSession& session, std::function<void()> changed)
    : wxPanel(parent), m_session(session), m_changed(std::move(changed))
{
    m_picture = new HandsPicture(this);
    m_note = new Note(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_picture, wxSizerFlags().Expand());
    column->Add(buildButtons(), wxSizerFlags().Border(wxTOP, FromDIP(8)));
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    SetSizer(column);
}

wxSizer* FingerPart::buildButtons()
{
    m_take =
        new ActionButton(this, _("&Take this finger"), _("Enter"), ActionButton::Weight::plain);
    m_absent =
        new ActionButton(this, _("Cannot be &laid down"), "Alt+L", ActionButton::Weight::quiet);
    m_end =
        new ActionButton(this, _("&No more of this hand"), "Alt+N", ActionButton::Weight::quiet);
    m_again = new ActionButton(this, _("Start a&gain"), "Alt+G", ActionButton::Weight::quiet);
    m_take->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { takeEnter(); });
    m_absent->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { markAbsent(); });
    m_end->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { endHand(); });
    m_again->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { startAgain(); });
    auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (auto* button : {m_take, m_absent, m_end, m_again})
        row->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
    return row;
}

std::optional<Finger> FingerPart::turn() const
{
    const auto& draft = m_session.draft();
    for (const auto hand : {Hand::right, Hand::left})
        if (const auto& print = printOf(draft, hand); !print.result)
            if (const auto finger = nextFinger(hand, print.tries, rules()))
                return finger;
    return std::nullopt;
}

void FingerPart::followCase()
{
    const auto& id = m_session.draft().id;
    if (id == m_case)
        return;
    cancel();
    m_case = id;
    m_waiting = false;
    ++m_asked;
    m_note->say(Note::Tone::plain, {});
}

void FingerPart::show()
{
    followCase();
    const auto& draft = m_session.draft();
    const auto next = turn();
    m_picture->show({draft.rightHand.tries, draft.leftHand.tries, next, m_waiting}, rules());
    // The practice play and the tests see by the name whose turn it is.
    m_picture->SetName("fingers." + (m_waiting ? wxString{"waiting"}
                                     : next    ? toUi(nameOf(*next))
                                               : wxString{"done"}));
    const auto why = m_waiting ? _("The scanner waits for a finger.")
                     : next    ? wxString{}
                               : wxString{_("Both hands have a result.")};
    for (auto* button : {m_take, m_absent, m_end})
        button->setReason(why);
    m_again->setReason(m_waiting ? why : wxString{});
    if (!m_waiting && next && m_note->sentence().empty())
        m_note->say(Note::Tone::plain,
                    wxString::Format(_("%s: press Enter, then lay it flat on the scanner."),
                                     words::name(*next)));
}

bool FingerPart::takeEnter()
{
    if (m_waiting)
        return true;
    const auto finger = turn();
    if (finger)
        take(*finger);
    return finger.has_value();
}

void FingerPart::take(Finger finger)
{
    m_waiting = true;
    m_note->say(
        Note::Tone::plain,
        wxString::Format(_("%s: lay it flat on the scanner now. Esc stops."), words::name(finger)));
    show();
    auto& station = *m_session.station().fingers;
    station.background.run(
        m_lifetime,
        [&scanner = station.scanner, finger] { return scanner.capture(finger); },
        [this, finger, asked = ++m_asked](std::future<FingerCapture> capture) {
            if (asked == m_asked)
                arrived(finger, capture.get());
        });
}

bool FingerPart::cancel()
{
    if (m_waiting)
        m_session.station().fingers->scanner.cancel();
    return m_waiting;
}

void FingerPart::arrived(Finger finger, const FingerCapture& capture)
{
    m_waiting = false;
    const auto outcome = capture.outcome;
    if (outcome != FingerOutcome::taken && outcome != FingerOutcome::noFeatures) {
        m_note->say(isScannerFault(outcome) ? Note::Tone::bad : Note::Tone::caution,
                    words::sentence(outcome));
        return show();
    }
    const auto made =
        FingerTry{finger,
                  outcome == FingerOutcome::taken ? TryOutcome::taken : TryOutcome::noFeatures,
                  capture.quality};
    if (resultOf({made}, rules()) == FingerprintResult::registered)
        keep(made, capture);
    else
        note(made);
}

/// The template is durable before the draft says that the finger is registered.
void FingerPart::keep(const FingerTry& made, const FingerCapture& capture)
{
    m_waiting = true;
    m_session.run([&desk = m_session.station().cases,
                   actor = m_session.shell().actor(),
                   finger = made.finger,
                   capture] { return desk.keepFinger(actor, finger, capture); },
                  [this, made](const Result<AttachmentRef>& kept) {
                      m_waiting = false;
                      if (kept) {
                          m_session.edit([&](Draft& next) {
                              printOf(next, handOf(made.finger)).features = kept.value();
                          });
                          return note(made);
                      }
                      m_note->say(Note::Tone::bad, words::sentence(kept.refusal()));
                      show();
                  },
                  [this] {
                      m_waiting = false;
                      show();
                  });
}

void FingerPart::note(const FingerTry& made)
{
    m_session.edit([&](Draft& next) {
        printOf(next, handOf(made.finger)).tries.push_back(made);
        settle(next, handOf(made.finger));
    });
    tellTry(made);
    m_changed();
}

/// The hand has its result once no finger of it has a turn.
void FingerPart::settle(Draft& next, Hand hand) const
{
    auto& print = printOf(next, hand);
    if (nextFinger(hand, print.tries, rules()))
        return;
    print.result = resultOf(print.tries, rules());
    const auto best = bestTry(print.tries);
    print.finger = best ? std::optional{best->finger} : std::nullopt;
    print.reason = usualReason(print);
}

/// What a failed registration is put down to at first; the clerk may choose another reason.
std::string FingerPart::usualReason(const HandPrint& print) const
{
    if (print.result != FingerprintResult::failed)
        return {};
    const auto best = bestTry(print.tries);
    const auto* code = best && best->outcome == TryOutcome::taken ? "lowQuality" : "noFeatures";
    const auto& reasons = m_session.station().rules.city.fingerprintReasons;
    const auto found = std::ranges::find(reasons, code, &FingerprintReason::code);
    const auto isThere = found != reasons.end() && found->result == FingerprintResult::failed;
    return isThere ? std::string{code} : std::string{};
}

void FingerPart::tellTry(const FingerTry& made)
{
    const auto& tries = printOf(m_session.draft(), handOf(made.finger)).tries;
    const auto state = stateOf(made.finger, tries, rules());
    const auto finger = words::name(made.finger);
    if (state.kind == FingerState::Kind::registered)
        m_note->say(Note::Tone::good,
                    wxString::Format(_("%s registered, %d points."), finger, made.quality));
    else if (made.outcome == TryOutcome::noFeatures)
        m_note->say(Note::Tone::caution, words::sentence(FingerOutcome::noFeatures));
    else if (state.kind == FingerState::Kind::exhausted)
        m_note->say(Note::Tone::caution,
                    wxString::Format(_("%s: %d points at best, %d are needed; all %d attempts are "
                                       "used up."),
                                     finger,
                                     state.best,
                                     rules().passMark,
                                     rules().attemptsPerFinger));
    else
        m_note->say(Note::Tone::caution,
                    wxString::Format(_("%s: %d points, %d are needed; attempt %d of %d. Enter "
                                       "tries again."),
                                     finger,
                                     made.quality,
                                     rules().passMark,
                                     state.attempts,
                                     rules().attemptsPerFinger));
}

void FingerPart::markAbsent()
{
    const auto finger = turn();
    if (m_waiting || !finger)
        return;
    m_note->say(Note::Tone::plain, {});
    m_session.edit([&](Draft& next) {
        printOf(next, handOf(*finger)).tries.push_back({*finger, TryOutcome::absent, 0});
        settle(next, handOf(*finger));
    });
    m_changed();
    m_picture->SetFocus();
}

void FingerPart::endHand()
{
    const auto finger = turn();
    if (m_waiting || !finger)
        return;
    m_note->say(Note::Tone::plain, {});
    m_session.edit([&](Draft& next) {
        auto& print = printOf(next, handOf(*finger));
        for (auto left = nextFinger(handOf(*finger), print.tries, rules()); left;
             left = nextFinger(handOf(*finger), print.tries, rules()))
            print.tries.push_back({*left, TryOutcome::absent, 0});
        settle(next, handOf(*finger));
    });
    m_changed();
    m_picture->SetFocus();
}

void FingerPart::startAgain()
{
    if (m_waiting)
        return;
    m_note->say(Note::Tone::plain, {});
    m_session.edit([](Draft& next) {
        next.rightHand = {};
        next.leftHand = {};
    });
    m_changed();
    m_picture->SetFocus();
}

} // namespace guitai
