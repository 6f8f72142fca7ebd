#include "forms/money/money_page.h"

#include "forms/case/amounts.h"
#include "forms/frame/received.h"
#include "forms/money/paid_claim_dialog.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/list_page.h"
#include "forms/widgets/note.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/money_words.h"
#include "forms/wording/payment_words.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guitai
{

namespace
{

constexpr int sideWidth = 300;

MoneyActions::Subject subjectOf(const MoneyItem& item)
{
    return {.acceptanceNumber = item.acceptanceNumber,
            .chargeId = item.chargeId,
            .orderNumber = item.orderNumber,
            .amount = item.amount,
            .matter = item.matter};
}

} // namespace

MoneyPage::MoneyPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell),
      m_acts(workstation, shell, [this] { load(); })
{
    build();
    m_workstation.feed.listen(m_lifetime, [this](const PaymentChange&) {
        if (IsShown())
            load();
    });
}

void MoneyPage::build()
{
    const auto parts = layListPage(
        this,
        {.title = _("Unresolved money"),
         .hint = _("Payments and refunds that are not certain or not finished, the "
                   "oldest first. Enter opens the payment."),
         .list = _("&Not settled"),
         .columns = {{.title = _("Since"), .width = 132},
                     {.title = _("What happened"), .width = 210},
                     {.title = _("Amount"), .width = 84},
                     {.title = _("By"), .width = 92},
                     {.title = _("Whose")}},
         .empty = _("All money is settled: no payment is uncertain, no refund is open.")},
        sideWidth);
    m_list = parts.list;
    m_side = parts.side;
    buildSide();
    m_list->onOpen([this](const std::string&) { open(); });
    m_list->onSelect([this] { showChosen(); });
}

void MoneyPage::buildSide()
{
    auto* side = m_side;
    m_what = new WrappedText(side, {}, theme::Text::heading);
    m_next = new WrappedText(side, {});
    m_carried = new WrappedText(side, {}, theme::Text::small, theme::Role::mutedText);
    m_open = new ActionButton(side, _("Open the &payment"), "F8", ActionButton::Weight::main);
    m_askNow =
        new ActionButton(side, _("As&k the provider now"), "F7", ActionButton::Weight::plain);
    m_handOver =
        new ActionButton(side, _("Hand over to &finance"), "F9", ActionButton::Weight::plain);
    m_release = new ActionButton(
        side, _("&Looked at: ask the provider"), "Alt+L", ActionButton::Weight::plain);
    m_claim = new ActionButton(
        side, _("The person says &it is paid..."), "Alt+I", ActionButton::Weight::quiet);
    m_ask = new AskLine(side);
    auto* column = side->column();
    column->Add(m_what, wxSizerFlags().Expand());
    column->Add(m_next, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    column->Add(m_carried, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    for (auto* button : {m_open, m_askNow, m_handOver, m_release, m_claim})
        column->Add(button, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column->Add(m_ask, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    m_open->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open(); });
    m_askNow->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askProvider(); });
    m_handOver->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { handOver(); });
    m_release->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { release(); });
    m_claim->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hearClaim(); });
}

void MoneyPage::enter()
{
    m_ask->dismiss();
    m_list->focusFirst();
    load();
}

void MoneyPage::leave()
{
    m_ask->dismiss();
}

bool MoneyPage::takeKey(int keyCode)
{
    switch (keyCode) {
    case WXK_F7:
        askProvider();
        return true;
    case WXK_F8:
        open();
        return true;
    case WXK_F9:
        handOver();
        return true;
    case WXK_ESCAPE:
        if (!m_ask->IsShown())
            return false;
        m_ask->dismiss();
        m_list->focusFirst();
        return true;
    default:
        return false;
    }
}

void MoneyPage::load()
{
    m_workstation.background.run(
        m_lifetime,
        [&money = m_workstation.money] { return money.workList(); },
        [this](auto answer) {
            if (auto items = received(answer, m_shell, m_workstation.log))
                show(*std::move(items));
        });
}

void MoneyPage::show(std::vector<MoneyItem> items)
{
    m_items = std::move(items);
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& item : m_items)
        rows.push_back(
            {.key = std::to_string(rows.size()),
             .cells = {toUi(m_workstation.time.dateTimeText(item.since).substr(0, 16)),
                       words::name(item.matter),
                       yuan(item.amount),
                       item.channel ? words::name(*item.channel) : words::name(Tender::cash),
                       toUi(item.name)}});
    m_list->setRows(std::move(rows));
    showChosen();
}

const MoneyItem* MoneyPage::chosen() const
{
    const auto index = m_list->selected();
    return index && *index < m_items.size() ? &m_items[*index] : nullptr;
}

std::optional<MoneyActions::Subject> MoneyPage::subject() const
{
    const auto* item = chosen();
    return item ? std::optional{subjectOf(*item)} : std::nullopt;
}

wxString MoneyPage::nextStep() const
{
    return m_next->text();
}

void MoneyPage::showChosen()
{
    const auto about = subject();
    const auto* item = chosen();
    m_what->setText(item ? words::name(item->matter) : _("Nothing to do"));
    m_next->setText(item ? words::nextStep(item->matter) : wxString{});
    m_carried->setText(item && item->carriedOver ? _("Carried over from a shift that is closed.")
                                                 : wxString{});
    for (auto* button : {m_open, m_askNow, m_handOver})
        button->Show(item != nullptr);
    m_release->Show(item && choicesOf(item->matter).release);
    if (about) {
        m_askNow->setReason(m_acts.whyNotAsk(*about));
        m_handOver->setReason(m_acts.whyNotHandOver(*about));
        m_release->setReason({});
    }
    m_side->fit();
}

void MoneyPage::open()
{
    if (const auto* item = chosen())
        m_shell.openPayment(item->acceptanceNumber, item->orderNumber);
}

void MoneyPage::askProvider()
{
    const auto about = subject();
    if (!about)
        return;
    if (const auto why = m_acts.whyNotAsk(*about); !why.empty())
        return m_shell.notify(Shell::Tone::warning, why);
    m_acts.ask(*about);
}

void MoneyPage::handOver()
{
    const auto about = subject();
    if (!about)
        return;
    if (const auto why = m_acts.whyNotHandOver(*about); !why.empty())
        return m_shell.notify(Shell::Tone::warning, why);
    m_ask->ask(
        _("Why does the finance desk give it back?"),
        _("Hand over"),
        [this, about = *about](const wxString& reason) { m_acts.handOver(about, fromUi(reason)); });
}

void MoneyPage::hearClaim()
{
    PaidClaimDialog{wxGetTopLevelParent(this), m_workstation, m_shell, std::nullopt}.ShowModal();
}

void MoneyPage::release()
{
    const auto about = subject();
    if (!about || !choicesOf(about->matter).release)
        return;
    m_ask->ask(
        _("What did the comparison show?"),
        _("Ask the provider"),
        [this, about = *about](const wxString& reason) { m_acts.release(about, fromUi(reason)); });
}

} // namespace guitai
