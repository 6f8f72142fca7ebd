#include "forms/case/case_side.h"

#include "forms/case/amounts.h"
#include "forms/text.h"
#include "services/rules/citizen_number.h"

#include <wx/bitmap.h>
#include <wx/dcbuffer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guitai
{

namespace
{

constexpr int usualWidth = 300;
constexpr int narrowWidth = 264;
constexpr auto nameLines = 3;
/// Fewer lines of what is missing are of no use: other things give way first.
constexpr auto fewestLines = std::size_t{4};

} // namespace

CaseSide::CaseSide(wxWindow* parent, const CaseSession& session)
    : wxPanel(parent), m_session(session)
{
    theme::paint(this, {.background = theme::Role::panel});
    build();
}

void CaseSide::onActions(Handlers handlers)
{
    m_handlers = std::move(handlers);
    m_missing->onChoose(m_handlers.goTo);
}

void CaseSide::build()
{
    // Created in the order that Tab follows: the actions before the list, which F8 walks.
    auto* person = buildPerson();
    auto* facts = buildFacts();
    m_main = new ActionButton(this, {}, _("Enter"), ActionButton::Weight::main);
    m_print = new ActionButton(this, _("Print the voucher"), "F9", ActionButton::Weight::plain);
    m_park = new ActionButton(this, _("Park"), "F4", ActionButton::Weight::quiet);
    m_discard = new ActionButton(this, _("Discard..."), {}, ActionButton::Weight::quiet);
    m_missing = new MissingBox(this);
    m_why = new WrappedText(this, {}, theme::Text::small, theme::Role::mutedText);
    m_why->centre();
    const auto tie = [this](ActionButton* button, std::function<void()> Handlers::*action) {
        button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) {
            if (const auto& run = m_handlers.*action)
                run();
        });
    };
    tie(m_main, &Handlers::main);
    tie(m_print, &Handlers::print);
    tie(m_park, &Handlers::park);
    tie(m_discard, &Handlers::discard);

    auto* quiet = new wxBoxSizer(wxHORIZONTAL);
    quiet->Add(m_park, wxSizerFlags(1));
    quiet->Add(m_discard, wxSizerFlags(1));
    const auto gap = FromDIP(12);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(person, wxSizerFlags().Expand());
    column->Add(facts, wxSizerFlags().Expand().Border(wxTOP, gap));
    column->Add(m_missing, wxSizerFlags().Expand().Border(wxTOP, gap));
    column->AddStretchSpacer();
    column->Add(m_main, wxSizerFlags().Expand().Border(wxTOP, gap));
    column->Add(m_print, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_why, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column->Add(quiet, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
    auto* frame = new wxBoxSizer(wxVERTICAL);
    frame->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    SetSizer(frame);
    setNarrow(false);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
}

void CaseSide::setNarrow(bool narrow)
{
    SetMinSize(wxSize(FromDIP(narrow ? narrowWidth : usualWidth), -1));
}

wxSizer* CaseSide::buildPerson()
{
    m_photo = new wxWindow(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(78, 96)));
    m_photo->SetMinSize(FromDIP(wxSize(78, 96)));
    m_photo->SetBackgroundStyle(wxBG_STYLE_PAINT);
    m_photo->Disable();
    m_photo->Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paintPhoto(); });
    m_name = new WrappedText(this, {}, theme::Text::heading);
    m_name->setMaxLines(nameLines);
    m_tag = new wxStaticText(this, wxID_ANY, {});
    m_tag->SetFont(theme::font(theme::Text::small));
    theme::paint(m_tag, {.text = theme::Role::accent});
    m_number = new wxStaticText(this, wxID_ANY, {});
    m_number->SetFont(theme::font(theme::Text::small));
    theme::paint(m_number, {.text = theme::Role::mutedText});

    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(m_name, wxSizerFlags().Expand());
    words->Add(m_tag, wxSizerFlags().Border(wxTOP, FromDIP(3)));
    words->Add(m_number, wxSizerFlags().Border(wxTOP, FromDIP(3)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_photo, wxSizerFlags().Top());
    row->Add(words, wxSizerFlags(1).Border(wxLEFT, FromDIP(12)));
    return row;
}

WrappedText* CaseSide::factLine(wxFlexGridSizer* grid, const wxString& label, theme::Text font)
{
    auto* words = new wxStaticText(this, wxID_ANY, label);
    theme::paint(words, {.text = theme::Role::mutedText});
    auto* value = new WrappedText(this, {}, font);
    grid->Add(words, wxSizerFlags().CentreVertical());
    grid->Add(value, wxSizerFlags(1).Expand().CentreVertical());
    return value;
}

wxSizer* CaseSide::buildFacts()
{
    auto* grid = new wxFlexGridSizer(2, FromDIP(4), FromDIP(10));
    grid->AddGrowableCol(1, 1);
    m_promised = factLine(grid, _("Ready by"), theme::Text::strong);
    m_delivery = factLine(grid, _("Delivery"), theme::Text::strong);
    m_due = factLine(grid, _("To pay"), theme::Text::amount);
    return grid;
}

void CaseSide::refresh(const MainAction& main, const wxString& mainKey, const wxString& whyNoPrint)
{
    showPerson();
    showFacts();
    m_missing->show(m_session.openItems());
    m_missing->Show(!m_session.confirmed());
    m_main->setLabel(main.label);
    m_main->setReason(main.reason);
    m_print->setReason(whyNoPrint);
    m_why->setText(main.reason.empty() ? whyNoPrint : main.reason);
    m_why->Show(!m_why->text().empty());
    m_discard->Show(!m_session.confirmed());
    m_park->setLabel(m_session.confirmed() ? _("To the start page") : _("Park"));
    nameForScreenReaders(m_main, main.label + ", " + mainKey);
    fit();
    Layout();
}

/// Where the window is low, the list of what is missing gets shorter; then the reason goes, which
/// the buttons' hints tell as well, or the photo, or both. The buttons always stay.
void CaseSide::fit()
{
    const auto wanted = m_missing->IsShown() ? m_missing->mostLines() : 0;
    const auto room = [&] {
        const auto height = m_missing->lineHeight();
        const auto shown = m_missing->IsShown() ? m_missing->linesShown() : 0;
        const auto others = GetSizer()->CalcMin().GetHeight() - static_cast<int>(shown) * height;
        const auto lines = (GetClientSize().GetHeight() - others) / height;
        const auto countsTheRest = shown == wanted && lines < static_cast<int>(wanted);
        return countsTheRest ? lines - 1 : lines; // "and 3 more" takes a line, too
    };
    const auto enough = static_cast<int>(std::min(wanted, fewestLines));
    const auto tells = !m_why->text().empty();
    constexpr auto choices = std::array{std::pair{true, true},
                                        std::pair{true, false},
                                        std::pair{false, true},
                                        std::pair{false, false}};
    for (const auto& [photo, reason] : choices) {
        m_photo->Show(photo);
        m_why->Show(reason && tells);
        if (room() >= enough)
            break;
    }
    m_missing->showAtMost(std::min(wanted, static_cast<std::size_t>(std::max(room(), 1))));
}

void CaseSide::showPerson()
{
    const auto& draft = m_session.draft();
    const auto& name = draft.applicant.name;
    m_name->setText(name.empty() ? _("No name yet") : toUi(name));
    m_name->setColour(name.empty() ? theme::Role::mutedText : theme::Role::text);
    const auto category =
        m_session.derived().category ? m_session.derived().category : draft.declared;
    m_tag->SetLabelText(category ? words::name(*category) : wxString{});
    m_number->SetLabelText(toUi(maskedCitizenNumber(draft.applicant.citizenNumber)));
    m_photo->Refresh();
}

void CaseSide::showFacts()
{
    const auto& derived = m_session.derived();
    const auto& confirmed = m_session.confirmed();
    const auto& promised = confirmed ? confirmed->promised : derived.promised;
    const auto day = promised.date.ok() ? toUi(isoDate(promised.date)) : wxString{};
    // TRANSLATORS: the calendar of that year is not known yet
    m_promised->setText(
        promised.estimated && !day.empty() ? wxString::Format(_("%s (estimated)"), day) : day);
    const auto& method = m_session.draft().delivery.method;
    m_delivery->setText(method                 ? words::name(*method)
                        : derived.postPossible ? _("to choose (post only today)")
                                               : _("to choose"));
    m_due->setText(yuan(confirmed ? confirmed->charge.due : derived.due));
}

void CaseSide::paintPhoto()
{
    auto dc = wxAutoBufferedPaintDC(m_photo);
    dc.SetBackground(theme::colour(theme::Role::window));
    dc.Clear();
    const auto size = m_photo->GetClientSize();
    const auto isNew = m_session.picture().IsOk();
    const auto& picture = isNew ? m_session.picture() : m_session.portrait();
    if (picture.IsOk()) {
        const auto scaled =
            wxBitmap(picture.Scale(size.GetWidth(), size.GetHeight(), wxIMAGE_QUALITY_HIGH));
        dc.DrawBitmap(scaled, 0, 0);
        if (isNew)
            return;
        dc.SetFont(theme::font(theme::Text::small));
        dc.SetTextForeground(theme::colour(theme::Role::text));
        dc.SetBrush(theme::colour(theme::Role::cautionSoft));
        dc.SetPen(*wxTRANSPARENT_PEN);
        const auto strip =
            wxRect(0, size.GetHeight() - dc.GetCharHeight(), size.GetWidth(), dc.GetCharHeight());
        dc.DrawRectangle(strip);
        dc.DrawLabel(_("on the chip"), strip, wxALIGN_CENTRE);
        return;
    }
    dc.SetPen(wxPen(theme::colour(theme::Role::border), 1, wxPENSTYLE_SHORT_DASH));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(wxRect(size));
    dc.SetFont(theme::font(theme::Text::small));
    dc.SetTextForeground(theme::colour(theme::Role::mutedText));
    dc.DrawLabel(_("No photo\nyet"), wxRect(size), wxALIGN_CENTRE);
}

} // namespace guitai
