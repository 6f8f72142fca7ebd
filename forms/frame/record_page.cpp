#include "forms/frame/record_page.h"

#include "forms/case/pages_view.h"
#include "forms/frame/received.h"
#include "forms/frame/record_actions.h"
#include "forms/frame/record_facts.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/fact_list.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "services/cases/card_use.h"

#include <wx/image.h>
#include <wx/log.h>
#include <wx/mstream.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

constexpr int revealMilliseconds = 10000;
constexpr int photoWidth = 117;
constexpr int photoHeight = 144;
constexpr int scrollStep = 12;

} // namespace

RecordPage::RecordPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_timer(this)
{
    build();
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { conceal(); });
}

void RecordPage::build()
{
    m_actions = new RecordActions(this, m_workstation, m_shell, [this] { load(); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(buildPerson(), wxSizerFlags(4).Expand());
    row->Add(buildMiddle(), wxSizerFlags(5).Expand().Border(wxTOP | wxBOTTOM, FromDIP(22)));
    row->Add(m_actions, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(22)));
    SetSizer(row);
    m_pages = new PagesView(this, m_workstation, m_shell, PagesView::Use::reading);
    m_pages->onClosed([this] { m_history->focusFirst(); });
    m_copies->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { showCopies(); });
    m_reveal->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_revealed ? conceal() : reveal(); });
}

wxWindow* RecordPage::buildPerson()
{
    m_person = new wxScrolledWindow(this);
    m_person->SetScrollRate(0, FromDIP(scrollStep));
    m_photo =
        new wxStaticBitmap(m_person, wxID_ANY, wxBitmap(FromDIP(photoWidth), FromDIP(photoHeight)));
    nameForScreenReaders(m_photo, _("Photo of the applicant"));
    m_name = new wxStaticText(m_person, wxID_ANY, {});
    m_name->SetFont(theme::font(theme::Text::title));
    m_state = new wxStaticText(m_person, wxID_ANY, {});
    theme::paint(m_state, {.text = theme::Role::accent});
    m_state->SetFont(theme::font(theme::Text::strong));
    m_reveal = new ActionButton(m_person, _("Show the &number"), "F7", ActionButton::Weight::plain);
    m_copies =
        new ActionButton(m_person, _("&View the copies"), "Alt+V", ActionButton::Weight::plain);
    m_facts = new FactList(m_person);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(m_name, wxSizerFlags().Expand());
    words->Add(m_state, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    words->AddStretchSpacer();
    words->Add(m_reveal);
    words->Add(m_copies, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    auto* person = new wxBoxSizer(wxHORIZONTAL);
    person->Add(m_photo, wxSizerFlags().Border(wxRIGHT, FromDIP(14)));
    person->Add(words, wxSizerFlags(1).Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(person, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(16)));
    column->Add(m_facts, wxSizerFlags().Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(22)));
    m_person->SetSizer(padded);
    return m_person;
}

wxSizer* RecordPage::buildMiddle()
{
    m_title = new wxStaticText(this, wxID_ANY, {});
    m_title->SetFont(theme::font(theme::Text::number));
    auto* caption = new wxStaticText(this, wxID_ANY, _("Acceptance number"));
    theme::paint(caption, {.text = theme::Role::mutedText});
    auto* card = new Card(this, theme::Role::panel, theme::Role::border);
    m_history = new ListTable(card,
                              _("&History"),
                              {{.title = _("When"), .width = 132},
                               {.title = _("What"), .width = 150},
                               {.title = _("Who")}},
                              _("Nothing happened yet."));
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_history, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    card->SetSizer(inside);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(caption);
    column->Add(m_title, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    column->Add(card, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
    return column;
}

void RecordPage::open(const std::string& acceptanceNumber)
{
    m_number = acceptanceNumber;
    m_case.reset();
    m_revealed = false;
}

void RecordPage::enter()
{
    load();
}

void RecordPage::leave()
{
    m_pages->close();
    conceal();
    m_actions->dismiss();
}

bool RecordPage::takeKey(int keyCode)
{
    if (m_pages->isOpen())
        return m_pages->takeKey(keyCode);
    switch (keyCode) {
    case WXK_F7:
        m_revealed ? conceal() : reveal();
        return true;
    case WXK_F8:
        m_actions->begin(CaseAction::refund);
        return true;
    case WXK_F9:
        m_actions->begin(CaseAction::reprint);
        return true;
    case WXK_ESCAPE:
        return m_actions->dismiss();
    default:
        return false;
    }
}

bool RecordPage::takeCard(const CardReading& reading)
{
    if (!m_case)
        return false;
    const auto number = holderNumber(reading.card);
    const auto& draft = m_case->draft;
    using Tone = Shell::Tone;
    if (number == draft.applicant.citizenNumber)
        m_shell.notify(Tone::information, _("This is the applicant's own card."));
    else if (draft.delivery.method == DeliveryMethod::proxy &&
             number == draft.delivery.proxy.citizenNumber)
        m_shell.notify(Tone::information, _("This is the card of the proxy who was named."));
    else if (draft.guardian && number == draft.guardian->citizenNumber)
        m_shell.notify(Tone::information, _("This is the guardian's card."));
    else
        m_shell.notify(Tone::warning, _("This card is of nobody in this case."));
    return true;
}

void RecordPage::reveal()
{
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, actor = m_shell.actor(), number = m_number] {
            return std::pair{number, cases.recordView(actor, number, "citizenNumber")};
        },
        [this](auto answer) {
            const auto recorded = received(answer, m_shell, m_workstation.log);
            if (!recorded || recorded->first != m_number || !IsShown())
                return;
            if (!recorded->second)
                return m_shell.notify(Shell::Tone::warning,
                                      words::sentence(recorded->second.refusal()));
            uncover();
        });
}

void RecordPage::showCopies()
{
    if (m_case)
        m_pages->read(m_shell.actor(), *m_case, [this, number = m_number] {
            return IsShown() && number == m_number;
        });
}

void RecordPage::uncover()
{
    m_revealed = true;
    m_reveal->setLabel(_("Hide the &number"));
    m_timer.StartOnce(revealMilliseconds);
    showFacts();
}

void RecordPage::conceal()
{
    m_revealed = false;
    m_timer.Stop();
    m_reveal->setLabel(_("Show the &number"));
    showFacts();
}

void RecordPage::load()
{
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases,
         &vouchers = m_workstation.vouchers,
         &people = m_workstation.people,
         requests = m_workstation.requests,
         number = m_number] {
            auto content = Content{.loaded = cases.load(number),
                                   .papers = {},
                                   .photo = {},
                                   .names = {},
                                   .requests = {}};
            if (content.loaded) {
                if (requests != nullptr)
                    for (const auto& about : {aboutReprint(number), aboutWithdrawal(number)})
                        if (auto view = requests->about(about))
                            content.requests.push_back(*std::move(view));
                content.names = UserNames{people, content.loaded.value()};
                content.papers = vouchers.papersOf(number);
                if (const auto& photo = content.loaded.value().draft.photo)
                    content.photo = cases.attachment(photo->image);
            }
            return content;
        },
        [this](auto answer) {
            if (const auto content = received(answer, m_shell, m_workstation.log))
                show(*content);
        });
}

void RecordPage::show(const Content& content)
{
    if (!content.loaded)
        return m_shell.notify(Shell::Tone::warning, words::sentence(content.loaded.refusal()));
    m_case = content.loaded.value();
    m_names = content.names;
    m_name->SetLabelText(toUi(m_case->draft.applicant.name));
    m_state->SetLabelText(words::name(m_case->state));
    m_title->SetLabelText(toUi(groupedAcceptanceNumber(m_case->acceptanceNumber)));
    showPhoto(content.photo);
    m_copies->Show(!m_case->draft.copies.empty());
    showFacts();
    showHistory();
    m_actions->show(*m_case, content.papers, m_names, content.requests);
    Layout();
    if (!m_actions->focusApproved())
        m_history->focusFirst();
}

void RecordPage::showPhoto(const std::optional<Bytes>& jpeg)
{
    auto image = wxImage{};
    if (jpeg) {
        const auto quiet = wxLogNull{}; // a photo that does not decode is simply not shown
        auto stream = wxMemoryInputStream(jpeg->data(), jpeg->size());
        image.LoadFile(stream, wxBITMAP_TYPE_JPEG);
    }
    m_photo->Show(image.IsOk());
    if (image.IsOk())
        m_photo->SetBitmap(
            wxBitmap(image.Scale(FromDIP(photoWidth), FromDIP(photoHeight), wxIMAGE_QUALITY_HIGH)));
}

void RecordPage::showFacts()
{
    if (!m_case)
        return;
    m_facts->setFacts(factsOf(*m_case, m_workstation, m_revealed));
    m_person->FitInside();
    Layout();
}

void RecordPage::showHistory()
{
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& event : m_case->history)
        rows.push_back({.key = {},
                        .cells = {toUi(m_workstation.time.dateMinuteText(event.at)),
                                  words::name(event.kind),
                                  m_names.of(event.actor)}});
    m_history->setRows(std::move(rows));
}

} // namespace guitai
