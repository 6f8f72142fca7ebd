#include "forms/reconciliation/day_sheet_panel.h"

#include "forms/case/amounts.h"
#include "forms/frame/received.h"
#include "forms/reconciliation/difference_panel.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/payment_words.h"
#include "services/new_file.h"

#include <wx/filedlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

const WorkItem* itemOf(const DayComparison& comparison, const Difference& difference)
{
    const auto found = std::ranges::find_if(comparison.items, [&](const WorkItem& item) {
        return item.difference.id == difference.id;
    });
    return found == comparison.items.end() ? nullptr : &*found;
}

wxString countOf(std::int64_t number)
{
    return wxString::Format("%lld", static_cast<long long>(number));
}

} // namespace

DaySheetPanel::DaySheetPanel(wxWindow* parent,
                             Workstation& workstation,
                             Shell& shell,
                             std::function<void()> changed)
    : Card(parent, theme::Role::panel, theme::Role::border), m_workstation(workstation),
      m_shell(shell), m_changed(std::move(changed))
{
    m_sums = new WrappedText(this, {}, theme::Text::normal, theme::Role::mutedText);
    m_balance = new Note(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(buildTop(), wxSizerFlags().Expand());
    column->Add(m_sums, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    column->Add(m_balance, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    column->Add(buildDifferences(), wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(10)));
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
    setBusy({});
}

wxSizer* DaySheetPanel::buildTop()
{
    m_title = new wxStaticText(this, wxID_ANY, {});
    m_title->SetFont(theme::font(theme::Text::heading));
    m_print = new ActionButton(this, _("Print the sheet"), "F9", ActionButton::Weight::plain);
    m_pdf = new ActionButton(this, _("&PDF ..."), {}, ActionButton::Weight::plain);
    m_csv = new ActionButton(this, _("CS&V ..."), {}, ActionButton::Weight::plain);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(m_title, wxSizerFlags(1).CentreVertical());
    for (auto* button : {m_print, m_pdf, m_csv})
        top->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(6)));
    m_print->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { print(); });
    m_pdf->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        saveAs("pdf", [this](const std::filesystem::path& file) { exportPdf(file); });
    });
    m_csv->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        saveAs("csv", [this](const std::filesystem::path& file) { exportCsv(file); });
    });
    return top;
}

wxSizer* DaySheetPanel::buildDifferences()
{
    m_differences = new ListTable(this,
                                  _("Di&fferences"),
                                  {{.title = _("What"), .width = 140},
                                   {.title = _("With"), .width = 84},
                                   {.title = _("Order")}},
                                  _("No difference."));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_differences, wxSizerFlags(1).Expand());
    row->Add(buildDetail(), wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(12)));
    m_differences->onOpen([this](const std::string& key) {
        showDifference(std::stoul(key));
        m_detail->focusFirst();
    });
    return row;
}

/// What is taller than the window scrolls and follows the focus.
wxWindow* DaySheetPanel::buildDetail()
{
    constexpr auto step = 12;
    auto* scrolled = new wxScrolledWindow(
        this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    theme::paint(scrolled, {.background = theme::Role::panel});
    scrolled->SetScrollRate(0, FromDIP(step));
    m_detail = new DifferencePanel(scrolled, m_workstation, m_shell, m_changed);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(m_detail, wxSizerFlags(1).Expand());
    scrolled->SetSizer(inside);
    return scrolled;
}

void DaySheetPanel::show(GatewayChannel channel, Date day, std::optional<DayComparison> comparison)
{
    m_comparison = std::move(comparison);
    m_title->SetLabel(words::name(channel) + "  " + toUi(isoDate(day)));
    m_sums->setText(m_comparison ? sums() + account() : sums());
    if (!m_comparison)
        m_balance->say(Note::Tone::plain, {});
    else if (m_comparison->funds && !m_comparison->funds->agrees())
        m_balance->say(Note::Tone::bad,
                       _("The account does not show what the bill lists. Tell the finance "
                         "office."));
    else if (m_comparison->sheet.isBalanced())
        m_balance->say(Note::Tone::good, _("With the differences below, both sides are equal."));
    else
        m_balance->say(Note::Tone::bad,
                       _("The differences below do not explain the sums: tell the "
                         "administrator."));
    showDifferences();
    setBusy({});
    Layout();
}

wxString DaySheetPanel::sums() const
{
    if (!m_comparison)
        return _("The bill of this day was not compared yet. F8 fetches it; a file "
                 "that was "
                 "downloaded can be imported.");
    const auto& sheet = m_comparison->sheet;
    return wxString::Format(
        // TRANSLATORS: counts of lines of a bill, then sums of money
        _("%s lines, %s matched, %s of other windows left out. Here %s taken, %s "
          "given back; in "
          "the bill %s and %s."),
        countOf(sheet.lines),
        countOf(sheet.matched),
        countOf(sheet.foreign),
        yuan(sheet.localPaid),
        yuan(sheet.localRefunded),
        yuan(sheet.billPaid),
        yuan(sheet.billRefunded));
}

/// The second level, where the channel has one: did the money arrive?
wxString DaySheetPanel::account() const
{
    if (m_comparison->channel != GatewayChannel::weChat)
        return {};
    const auto& funds = m_comparison->funds;
    if (!funds)
        return "\n" + _("The account was not compared: its bill has not come.");
    // TRANSLATORS: sums of money on the merchant's account
    return "\n" + wxString::Format(_("On the account %s arrived and %s went back, by the bill of "
                                     "all windows %s and %s; fees %s."),
                                   yuan(funds->sums.taken),
                                   yuan(funds->sums.givenBack),
                                   yuan(funds->billPaid),
                                   yuan(funds->billRefunded),
                                   yuan(funds->sums.fees));
}

/// Brings the one that was in view back, or else the first that is open.
void DaySheetPanel::showDifferences()
{
    m_differences->Show(m_comparison.has_value());
    auto rows = std::vector<ListTable::Row>{};
    auto chosen = std::optional<std::size_t>{};
    auto firstOpen = std::optional<std::size_t>{};
    if (m_comparison)
        for (const auto& difference : m_comparison->sheet.differences) {
            const auto* item = itemOf(*m_comparison, difference);
            if (difference.id == m_difference)
                chosen = rows.size();
            if (!firstOpen && item && !item->isResolved())
                firstOpen = rows.size();
            rows.push_back({.key = std::to_string(rows.size()),
                            .cells = {words::name(difference.kind),
                                      stateOf(item),
                                      toUi(difference.orderNumber)}});
        }
    const auto any = !rows.empty();
    m_differences->setRows(std::move(rows));
    if (any)
        return showDifference(chosen.value_or(firstOpen.value_or(0)));
    m_difference.clear();
    m_detail->clear();
}

wxString DaySheetPanel::stateOf(const WorkItem* item) const
{
    if (!item)
        return _("closed by itself");
    if (item->isResolved())
        return _("settled");
    return item->owner.empty() ? _("nobody yet") : m_detail->nameOf(item->owner);
}

void DaySheetPanel::showDifference(std::size_t index)
{
    const auto& sheet = m_comparison->sheet;
    const auto& difference = sheet.differences.at(index);
    m_difference = difference.id;
    m_detail->show(m_comparison->channel, sheet.day, difference, itemOf(*m_comparison, difference));
}

void DaySheetPanel::print()
{
    if (!m_print->IsThisEnabled())
        return;
    setBusy(_("The paper is being printed"));
    m_workstation.background.run(
        m_lifetime,
        [&reports = m_workstation.reports, actor = m_shell.actor(), comparison = *m_comparison] {
            return reports.printComparison(actor, comparison);
        },
        [this](auto answer) {
            setBusy({});
            const auto printed = received(answer, m_shell, m_workstation.log);
            if (printed && *printed)
                m_shell.notify(Shell::Tone::information,
                               wxString::Format(_("The paper went to %s."),
                                                toUi(m_workstation.reports.outputName())));
            else if (printed)
                m_shell.notify(Shell::Tone::warning, words::sentence(printed->refusal()));
        });
}

void DaySheetPanel::saveAs(const wxString& ending,
                           const std::function<void(const std::filesystem::path&)>& write)
{
    if (!m_comparison)
        return;
    const auto name = "reconciliation-" + std::string{nameOf(m_comparison->channel)} + "-" +
                      isoDate(m_comparison->sheet.day);
    auto dialog = wxFileDialog(
        this, _("Save as a new file"), {}, toUi(name) + "." + ending, "*." + ending, wxFD_SAVE);
    if (dialog.ShowModal() == wxID_OK)
        write(fromUi(dialog.GetPath()));
}

void DaySheetPanel::exportCsv(const std::filesystem::path& file)
{
    write(file, [sheet = m_comparison->sheet]() -> Result<std::string> { return csvOf(sheet); });
}

void DaySheetPanel::exportPdf(const std::filesystem::path& file)
{
    write(file,
          [&reports = m_workstation.reports,
           actor = m_shell.actor(),
           comparison = *m_comparison]() -> Result<std::string> {
              const auto paper = reports.comparisonPaper(actor, comparison);
              if (!paper)
                  return paper.refusals();
              return textOf(paper.value().pdf);
          });
}

void DaySheetPanel::write(const std::filesystem::path& file,
                          std::function<Result<std::string>()> content)
{
    m_workstation.background.run(
        m_lifetime,
        [file, content = std::move(content)]() -> Result<Done> {
            if (std::filesystem::exists(file))
                return Refusal{Refusal::Code::wouldOverwrite, "file", {}};
            const auto made = content();
            if (!made)
                return made.refusals();
            auto fresh = NewFile{file};
            fresh.stream() << made.value();
            fresh.publish();
            return Done{};
        },
        [this, file](auto answer) {
            const auto written = received(answer, m_shell, m_workstation.log);
            if (written && *written)
                m_shell.notify(
                    Shell::Tone::information,
                    wxString::Format(_("%s was written."), toUi(file.filename().string())));
            else if (written)
                m_shell.notify(Shell::Tone::warning, words::sentence(written->refusal()));
        });
}

void DaySheetPanel::setBusy(const wxString& why)
{
    const auto nothing = m_comparison ? why : _("There is nothing to print yet");
    for (auto* button : {m_print, m_pdf, m_csv})
        button->setReason(nothing);
}

void DaySheetPanel::setPeople(const std::vector<User>& people)
{
    m_detail->setPeople(people);
}

void DaySheetPanel::focusList()
{
    m_differences->focusFirst();
}

} // namespace guitai
