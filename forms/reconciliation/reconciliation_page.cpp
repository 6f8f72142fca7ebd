#include "forms/reconciliation/reconciliation_page.h"

#include "forms/bill_download.h"
#include "forms/frame/received.h"
#include "forms/reconciliation/day_sheet_panel.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/form_grid.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/wording/payment_words.h"
#include "services/payments/bills/bill_import.h"
#include "services/payments/bills/fund_bill.h"

#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <array>

namespace guitai
{

namespace
{

constexpr auto channels = std::array{GatewayChannel::weChat, GatewayChannel::alipay};

} // namespace

ReconciliationPage::ReconciliationPage(wxWindow* parent, Workstation& workstation, Shell& shell)
    : Page(parent), m_workstation(workstation), m_shell(shell)
{
    build();
}

void ReconciliationPage::build()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(buildChoice(), wxSizerFlags().Expand());
    m_days = new ListTable(this,
                           _("Days with &open differences"),
                           {{.title = _("Day"), .width = 104},
                            {.title = _("Channel"), .width = 96},
                            {.title = _("Open")}},
                           _("Nothing is open."));
    left->Add(m_days, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(14)));
    left->SetMinSize(FromDIP(256), -1);
    m_sheet = new DaySheetPanel(this, m_workstation, m_shell, [this] {
        load();
        loadDays();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(16)));
    row->Add(m_sheet, wxSizerFlags(1).Expand());
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(row, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(14)));
    SetSizer(padded);
    m_days->onOpen([this](const std::string& key) {
        if (const auto day = parseIsoDate(key.substr(1)))
            open(channels.at(static_cast<std::size_t>(key.front() - '0')), *day);
    });
}

wxSizer* ReconciliationPage::buildChoice()
{
    auto* title = new wxStaticText(this, wxID_ANY, _("Daily reconciliation"));
    title->SetFont(theme::font(theme::Text::title));
    auto grid = FormGrid{this};
    m_day = grid.row<wxTextCtrl>(
        _("&Day"), wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    m_channel = grid.row<wxChoice>(_("&Channel"));
    for (const auto channel : channels)
        m_channel->Append(words::name(channel));
    m_channel->SetSelection(0);
    m_fetch = new ActionButton(this, _("Fetch the bill"), "F8", ActionButton::Weight::main);
    m_import = new ActionButton(this, _("&Import a bill ..."), {}, ActionButton::Weight::plain);
    m_note = new Note(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    column->Add(grid.sizer(), wxSizerFlags().Expand());
    column->Add(m_fetch, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    column->Add(m_import, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column->Add(m_note, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    m_day->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { load(); });
    m_channel->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { load(); });
    m_fetch->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { fetch(); });
    m_import->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseFile(); });
    return column;
}

void ReconciliationPage::enter()
{
    if (m_day->IsEmpty()) {
        const auto today = m_workstation.time.dateOf(m_workstation.clock.now());
        const auto before = Date{std::chrono::sys_days{today} - std::chrono::days{1}};
        m_day->ChangeValue(toUi(isoDate(before)));
    }
    setBusy({});
    loadDays();
    load();
    m_day->SetFocus();
}

bool ReconciliationPage::takeKey(int keyCode)
{
    if (keyCode == WXK_F8)
        fetch();
    else if (keyCode == WXK_F9)
        m_sheet->print();
    else
        return false;
    return true;
}

void ReconciliationPage::open(GatewayChannel channel, Date day)
{
    const auto at = std::ranges::find(channels, channel) - channels.begin();
    m_channel->SetSelection(static_cast<int>(at));
    m_day->ChangeValue(toUi(isoDate(day)));
    load();
    m_sheet->focusList();
}

GatewayChannel ReconciliationPage::channel() const
{
    return channels.at(static_cast<std::size_t>(std::max(m_channel->GetSelection(), 0)));
}

std::optional<Date> ReconciliationPage::day()
{
    const auto typed = parseIsoDate(fromUi(m_day->GetValue().Strip(wxString::both)));
    const auto today = m_workstation.time.dateOf(m_workstation.clock.now());
    if (typed && *typed < today) {
        say({});
        return typed;
    }
    say(typed ? _("A bill is there from the next day on.") : _("Type a day as 2026-01-31."));
    m_day->SetFocus();
    return std::nullopt;
}

void ReconciliationPage::loadDays()
{
    m_workstation.background.run(
        m_lifetime,
        [&desk = m_workstation.reconciliation,
         actor = m_shell.actor(),
         today = m_workstation.time.dateOf(m_workstation.clock.now())] {
            return desk.openDays(actor, today);
        },
        [this](auto answer) {
            const auto days = received(answer, m_shell, m_workstation.log);
            if (days && *days)
                showDays(days->value());
        });
}

void ReconciliationPage::showDays(const std::vector<ComparedDay>& days)
{
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& day : days) {
        const auto at = std::ranges::find(channels, day.channel) - channels.begin();
        rows.push_back({.key = std::to_string(at) + isoDate(day.day),
                        .cells = {toUi(isoDate(day.day)),
                                  words::name(day.channel),
                                  toUi(std::to_string(day.open))}});
    }
    m_days->setRows(std::move(rows));
}

void ReconciliationPage::load()
{
    const auto wanted = day();
    if (!wanted)
        return;
    struct Loaded {
        Result<std::optional<DayComparison>> comparison;
        std::vector<User> people;
    };
    m_workstation.background.run(
        m_lifetime,
        [&workstation = m_workstation,
         actor = m_shell.actor(),
         channel = channel(),
         day = *wanted] {
            return Loaded{workstation.reconciliation.load(actor, channel, day),
                          workstation.people.list()};
        },
        [this, channel = channel(), day = *wanted](auto answer) {
            const auto loaded = received(answer, m_shell, m_workstation.log);
            if (!loaded)
                return;
            if (!loaded->comparison)
                return say(words::sentence(loaded->comparison.refusal()));
            m_sheet->setPeople(loaded->people);
            m_sheet->show(channel, day, loaded->comparison.value());
        });
}

void ReconciliationPage::fetch()
{
    const auto wanted = day();
    if (!wanted || !m_fetch->IsThisEnabled())
        return;
    auto& bills = *m_workstation.bills;
    const auto from = channel();
    const auto gateway = bills.gateways.find(from);
    if (gateway == bills.gateways.end())
        return say(_("This channel is not set up at the window; its bill can be imported."));
    setBusy(_("The bill is being fetched"));
    bills.network.run(
        m_lifetime,
        [gateway = gateway->second, day = *wanted] { return fetchBills(*gateway, day); },
        [this, from, day = *wanted](auto answer) {
            const auto got = received(answer, m_shell, m_workstation.log);
            if (got)
                return fetched(from, day, *got);
            setBusy({});
        });
}

void ReconciliationPage::fetched(GatewayChannel channel, Date day, const FetchedBills& bills)
{
    if (!bills.haveTrades()) {
        setBusy({});
        return say(words::sentence(bills.trades.problem));
    }
    compare([channel, day, bills](ReconciliationDesk& desk, const Actor& actor) {
        auto trades = desk.compare(actor, channel, day, *bills.trades.value);
        if (!trades || !bills.haveFunds())
            return trades;
        auto funds = desk.compare(actor, channel, day, *bills.funds->value, BillBook::funds);
        return funds ? funds : trades; // the sheet tells that the account was not compared
    });
}

void ReconciliationPage::chooseFile()
{
    if (!day())
        return;
    auto dialog = wxFileDialog(this,
                               _("The bill as it was downloaded"),
                               {},
                               {},
                               wxFileSelectorDefaultWildcardStr,
                               wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK)
        import(fromUi(dialog.GetPath()));
}

void ReconciliationPage::import(const std::filesystem::path& file)
{
    const auto wanted = day();
    if (!wanted || !m_import->IsThisEnabled())
        return;
    setBusy(_("The bill is being compared"));
    m_workstation.background.run(
        m_lifetime,
        [file] {
            auto bill = readBillFile(file);
            const auto isOfFunds = bill && isFundBill(bill.value());
            return std::pair{std::move(bill), isOfFunds};
        },
        [this, channel = channel(), day = *wanted](auto answer) {
            const auto bill = received(answer, m_shell, m_workstation.log);
            if (bill && bill->first)
                return imported(channel, day, bill->first.value(), bill->second);
            setBusy({});
            if (bill)
                say(words::sentence(bill->first.refusal()));
        });
}

void ReconciliationPage::imported(GatewayChannel channel,
                                  Date day,
                                  const BillFile& file,
                                  bool isOfFunds)
{
    if (isOfFunds && !m_sheet->comparison()) {
        setBusy({});
        return say(_("This is the bill of the account. First compare that of the trades."));
    }
    compare([channel, day, file, isOfFunds](ReconciliationDesk& desk, const Actor& actor) {
        return desk.compare(
            actor, channel, day, file, isOfFunds ? BillBook::funds : BillBook::trades);
    });
}

void ReconciliationPage::compare(Comparing work)
{
    setBusy(_("The bill is being compared"));
    m_workstation.background.run(
        m_lifetime,
        [&desk = m_workstation.reconciliation, actor = m_shell.actor(), work = std::move(work)] {
            return work(desk, actor);
        },
        [this](auto answer) {
            setBusy({});
            if (const auto done = received(answer, m_shell, m_workstation.log))
                compared(*done);
        });
}

void ReconciliationPage::compared(const Result<DayComparison>& comparison)
{
    if (!comparison)
        return say(words::sentence(comparison.refusal()));
    open(comparison.value().channel, comparison.value().sheet.day);
    loadDays();
}

void ReconciliationPage::say(const wxString& sentence)
{
    m_note->say(Note::Tone::caution, sentence);
    Layout();
}

void ReconciliationPage::setBusy(const wxString& why)
{
    m_import->setReason(why);
    m_fetch->setReason(why.empty() && !m_workstation.bills ? _("No payment channel is connected")
                                                           : why);
}

} // namespace guitai
