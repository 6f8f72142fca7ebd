#include "forms/case/delivery_step.h"

#include "forms/case/amounts.h"
#include "forms/text.h"
#include "services/cases/card_delivery.h"
#include "services/rules/citizen_number.h"
#include "services/rules/person_name.h"
#include "services/rules/phone_number.h"
#include "services/utf8.h"

#include <array>

namespace guitai
{

namespace
{

constexpr std::array methods{DeliveryMethod::pickUp, DeliveryMethod::proxy, DeliveryMethod::post};
constexpr auto postIndex = std::size_t{2};

std::string name(const std::string& typed)
{
    return normalisedName(typed);
}

std::string trimmedText(const std::string& typed)
{
    return trimmed(typed);
}

} // namespace

DeliveryStep::DeliveryStep(wxWindow* parent, CaseSession& session, StepHost& host)
    : StepPage(parent, session, host)
{
    heading(_("Delivery"), _("How the card reaches its holder. Press 1 to 3."));
    buildMethods();
    buildProxy();
    buildPost();
    column()->Add(m_proxy, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column()->Add(m_post, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    buildTemporary();
    buildOldCard();
    buildOtherFees();
}

void DeliveryStep::buildMethods()
{
    const auto& city = station().rules.city;
    m_methods = new OptionList(
        this,
        {{words::name(DeliveryMethod::pickUp),
          _("The holder or the guardian comes to the window.")},
         {words::name(DeliveryMethod::proxy),
          _("A relative comes with both papers, the voucher and a signed letter.")},
         {words::name(DeliveryMethod::post),
          wxString::Format(_("Only today, only within the city, %d to %d working days after the "
                             "card is ready; the recipient pays the postage."),
                           city.postDaysMin,
                           city.postDaysMax)}});
    auto* problem = problemLine();
    placeWithLine("delivery.method", m_methods, problem);
    // Asked for on an earlier day: taking the post again asks for it today.
    auto* dayProblem = problemLine();
    placeWithLine("delivery.requestedOn", m_methods, dayProblem);
    m_methods->onTake([this](std::size_t index) { choose(methods[index]); });
    onLoad([this] {
        const auto& method = draft().delivery.method;
        m_methods->setTaken(method ? std::optional{static_cast<std::size_t>(*method)}
                                   : std::nullopt);
    });
    column()->Add(m_methods, wxSizerFlags().Expand());
    column()->Add(problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    column()->Add(dayProblem, wxSizerFlags().Expand());
}

void DeliveryStep::buildProxy()
{
    m_proxy = new wxPanel(this);
    auto grid = FormGrid{m_proxy};
    grid.section(_("Who collects the card"));
    textField(grid,
              Span::half,
              _("&Name"),
              "delivery.proxy.name",
              [](Draft& from) -> std::string& { return from.delivery.proxy.name; },
              {.normalise = name});
    textField(grid,
              Span::half,
              _("Relati&on"),
              "delivery.proxy.relation",
              [](Draft& from) -> std::string& { return from.delivery.proxy.relation; },
              {.normalise = trimmedText});
    auto* number =
        textField(grid,
                  Span::row,
                  _("Citizen number (&I)"),
                  "delivery.proxy.citizenNumber",
                  [](Draft& from) -> std::string& { return from.delivery.proxy.citizenNumber; },
                  {.look = NoteField::Look::number, .normalise = [](const std::string& typed) {
                       return normalisedCitizenNumber(typed);
                   }});
    number->setGroups({6, 8, 3, 1});
    auto papers = wxString{};
    for (const auto& paper : station().rules.city.proxyPapers)
        papers += (papers.empty() ? wxString{} : _(", ")) + toUi(paper);
    auto* note = new WrappedText(m_proxy,
                                 // TRANSLATORS: a list of papers
                                 wxString::Format(_("To bring, as the voucher says: %s."), papers),
                                 theme::Text::small,
                                 theme::Role::mutedText);
    grid.wide(note);
    m_proxy->SetSizer(grid.sizer());
}

void DeliveryStep::buildPost()
{
    m_post = new wxPanel(this);
    auto grid = FormGrid{m_post};
    grid.section(_("Where the post brings it"), toUi(station().rules.city.name));
    textField(grid,
              Span::half,
              _("Re&cipient"),
              "delivery.postal.recipient",
              [](Draft& from) -> std::string& { return from.delivery.postal.recipient; },
              {.normalise = name});
    auto* phone = textField(grid,
                            Span::half,
                            _("&Phone"),
                            "delivery.postal.phone",
                            [](Draft& from) -> std::string& { return from.delivery.postal.phone; },
                            {.normalise = [](const std::string& typed) {
                                const auto parsed = parsePhone(typed, {});
                                return parsed ? parsed.value() : typed;
                            }});
    phone->setGroups({3, 4, 4});
    m_district = notedField<ValueChoice<std::string>>(
        grid, Span::half, _("&District"), "delivery.postal.district");
    auto districts = std::vector<std::pair<std::string, wxString>>{};
    for (const auto& district : station().rules.city.districts)
        districts.emplace_back(district.code, toUi(district.name));
    m_district->offer(districts);
    m_district->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) {
            next.delivery.postal.district = m_district->value().value_or("");
        });
    });
    textField(grid,
              Span::row,
              _("&Street and house"),
              "delivery.postal.street",
              [](Draft& from) -> std::string& { return from.delivery.postal.street; },
              {.normalise = trimmedText});
    m_consent =
        new wxCheckBox(m_post,
                       wxID_ANY,
                       _("The person &asks for postal delivery and pays the postage on receipt"));
    nameForScreenReaders(m_consent, wxControl::RemoveMnemonics(m_consent->GetLabel()));
    m_consent->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        session().edit(
            [this](Draft& next) { next.delivery.postalConsent = m_consent->GetValue(); });
    });
    auto* consentProblem = new WrappedText(m_post, {}, theme::Text::small, theme::Role::bad);
    grid.wide(m_consent);
    grid.wide(consentProblem);
    placeWithLine("delivery.postalConsent", m_consent, consentProblem);
    onLoad([this] {
        m_district->setValue(draft().delivery.postal.district);
        m_consent->SetValue(draft().delivery.postalConsent);
    });
    m_post->SetSizer(grid.sizer());
}

void DeliveryStep::buildTemporary()
{
    auto grid = FormGrid{this};
    grid.section(_("While the card is made"), _("a temporary card is valid for three months"));
    m_temporary = grid.row<wxCheckBox>(wxString{}, _("Issue a &temporary card"));
    nameForScreenReaders(m_temporary, wxControl::RemoveMnemonics(m_temporary->GetLabel()));
    m_temporary->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        session().edit([this](Draft& next) { next.temporaryCard = m_temporary->GetValue(); });
    });
    place("temporaryCard", m_temporary);
    onLoad([this] { m_temporary->SetValue(draft().temporaryCard); });
    column()->Add(grid.sizer(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

/// The law asks for the old card when the new one is collected; who brings it now need not come
/// with it again, and by post nobody could take it.
void DeliveryStep::buildOldCard()
{
    m_oldCard = new wxPanel(this);
    auto grid = FormGrid{m_oldCard};
    grid.section(_("The old card"), _("is due when the new one is collected, or now"));
    auto* box = grid.row<wxCheckBox>(wxString{}, _("Handed in no&w"));
    nameForScreenReaders(box, wxControl::RemoveMnemonics(box->GetLabel()));
    box->Bind(wxEVT_CHECKBOX, [this, box](wxCommandEvent&) {
        session().edit([box](Draft& next) { next.oldCardHandedIn = box->GetValue(); });
    });
    place("oldCardHandedIn", box);
    onLoad([this, box] { box->SetValue(draft().oldCardHandedIn); });
    m_oldCard->SetSizer(grid.sizer());
    column()->Add(m_oldCard, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

/// What the city collects beside cards today: a box each, and nothing where there is nothing.
void DeliveryStep::buildOtherFees()
{
    const auto others = station().rules.fees.othersOn(station().time.dateOf(station().clock.now()));
    if (others.empty())
        return;
    auto grid = FormGrid{this};
    grid.section(_("Collected with this case"));
    for (const auto& fee : others) {
        // TRANSLATORS: what is charged for, amount
        auto* box = grid.row<wxCheckBox>(
            wxString{}, wxString::Format(_("%s, %s"), toUi(fee.title), yuan(fee.amount)));
        nameForScreenReaders(box, box->GetLabelText());
        box->Bind(wxEVT_CHECKBOX, [this, box, code = fee.code](wxCommandEvent&) {
            session().edit([&](Draft& next) {
                if (box->GetValue())
                    next.otherFees.insert(code);
                else
                    next.otherFees.erase(code);
            });
        });
        place("otherFees", box);
        onLoad([this, box, code = fee.code] { box->SetValue(draft().otherFees.contains(code)); });
    }
    column()->Add(grid.sizer(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
}

/// The usual recipient is whoever stands at the window.
void DeliveryStep::proposeRecipient(Draft& next) const
{
    auto& postal = next.delivery.postal;
    const auto& guardian = next.guardian;
    if (postal.recipient.empty())
        postal.recipient = guardian ? guardian->name : next.applicant.name;
    if (postal.phone.empty())
        postal.phone = guardian ? guardian->phone : next.applicant.phone;
}

void DeliveryStep::choose(DeliveryMethod method)
{
    session().edit([&](Draft& next) {
        next.delivery.method = method;
        if (method == DeliveryMethod::post) {
            next.delivery.requestedOn = session().today();
            proposeRecipient(next);
        } else {
            next.delivery.requestedOn.reset();
        }
    });
    auto* focused = FindFocus();
    load();
    if (focused)
        focused->SetFocus();
}

void DeliveryStep::load()
{
    StepPage::load();
    showParts();
}

void DeliveryStep::refresh()
{
    StepPage::refresh();
    // A named proxy stands instead of the post, so only the other methods tell.
    const auto& method = draft().delivery.method;
    const auto possible = session().derived().postPossible || method == DeliveryMethod::proxy ||
                          method == DeliveryMethod::post;
    const auto& kind = session().derived().kind;
    m_oldCard->Show(kind && endsOldCard(*kind));
    m_methods->forbid(postIndex,
                      possible ? wxString{}
                               : _("Not possible for this case: cards are posted within the city "
                                   "only, and when it is asked for on the day of application."));
}

void DeliveryStep::showParts()
{
    const auto& method = draft().delivery.method;
    m_proxy->Show(method == DeliveryMethod::proxy);
    m_post->Show(method == DeliveryMethod::post);
    layOutAround(m_methods);
}

} // namespace guitai
