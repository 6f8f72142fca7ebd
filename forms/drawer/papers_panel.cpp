#include "forms/drawer/papers_panel.h"

#include "forms/case/amounts.h"
#include "forms/case/photo_picture.h"
#include "forms/case/sheet_view.h"
#include "forms/text.h"
#include "forms/widgets/ask_line.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto paperPreviewDpi = 110.0;
constexpr auto mostShifts = 20;

Date dayBefore(Date day)
{
    return std::chrono::sys_days{day} - std::chrono::days{1};
}

/// Papers that this choice means, of those of its shift.
bool isMeant(const PaperChoice& choice, const ReportPaper& paper)
{
    switch (choice.kind) {
    case PaperChoice::Kind::interim:
        return paper.isInterim();
    case PaperChoice::Kind::closed:
        return paper.final;
    case PaperChoice::Kind::slip:
        return paper.slip == choice.number;
    case PaperChoice::Kind::day:
        return false;
    }
    return false;
}

wxString moveWords(DrawerMove move)
{
    switch (move) {
    case DrawerMove::in:
        return _("Brought in");
    case DrawerMove::out:
        return _("Taken out");
    case DrawerMove::safeDrop:
        return _("Into the safe");
    case DrawerMove::bankDeposit:
        return _("To the bank");
    }
    return {};
}

} // namespace

PapersPanel::PapersPanel(wxWindow* parent, const Around& around) : DrawerPanel(parent, around)
{
    heading(_("Reports and slips"), _("Enter shows the paper; the blue button prints it."));
    m_list = new ListTable(this,
                           _("&Papers"),
                           {{.title = _("Paper"), .width = 172},
                            {.title = _("State"), .width = 104},
                            {.title = _("Whose"), .width = 66},
                            {.title = _("When")}},
                           _("No shift was opened at this window yet."));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_list, wxSizerFlags(3).Expand());
    row->Add(buildSheet(), wxSizerFlags(2).Expand().Border(wxLEFT, FromDIP(14)));
    column()->Add(row, wxSizerFlags(1).Expand());
    m_list->onOpen(
        [this](const std::string& key) { choose(m_entries.at(std::stoul(key)).choice); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_PAGEDOWN && m_pages.size() > 1)
            turn(1);
        else if (event.GetKeyCode() == WXK_PAGEUP && m_pages.size() > 1)
            turn(-1);
        else
            event.Skip();
    });
}

wxSizer* PapersPanel::buildSheet()
{
    m_note = new Note(this);
    m_cameOut = new ActionButton(this, _("It came &out"), "Alt+O", ActionButton::Weight::plain);
    m_didNot = new ActionButton(this, _("It did &not"), "Alt+N", ActionButton::Weight::plain);
    m_ask = new AskLine(this);
    m_print = new ActionButton(this, _("&Print it"), _("Enter"), ActionButton::Weight::main);
    m_sheet = new SheetView(this, _("Preview of the paper"));
    m_pageWords = new wxStaticText(this, wxID_ANY, {});
    theme::paint(m_pageWords, {.text = theme::Role::mutedText});
    m_cameOut->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { resolve(true); });
    m_didNot->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { resolve(false); });
    m_print->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { print(); });
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(m_cameOut, wxSizerFlags());
    answers->Add(m_didNot, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* sheet = new wxBoxSizer(wxVERTICAL);
    sheet->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    sheet->Add(answers, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    sheet->Add(m_ask, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    sheet->Add(m_print, wxSizerFlags().Expand());
    sheet->Add(m_sheet, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(10)));
    sheet->Add(m_pageWords, wxSizerFlags().Centre().Border(wxTOP, FromDIP(4)));
    return sheet;
}

void PapersPanel::begin()
{
    load({});
    m_list->focusFirst();
}

void PapersPanel::begin(const PaperChoice& choice)
{
    load(choice);
}

void PapersPanel::load(const std::optional<PaperChoice>& choice)
{
    m_ask->dismiss();
    m_chosen.reset();
    showPages({});
    m_sheet->showWords(_("Choose a paper on the left."));
    m_print->setReason(_("No paper is chosen"));
    say({});
    run([&reports = station().reports,
         actor = shell().actor()] { return reports.list(actor, mostShifts); },
        [this, choice](const Result<std::vector<ListedShift>>& shifts) {
            if (!shifts)
                return say(words::sentence(shifts.refusal()));
            show(shifts.value(), choice);
        });
}

void PapersPanel::show(const std::vector<ListedShift>& shifts,
                       const std::optional<PaperChoice>& choice)
{
    m_entries.clear();
    for (const auto& shift : shifts)
        addShift(shift);
    addDays();
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& entry : m_entries)
        rows.push_back({.key = std::to_string(rows.size()),
                        .cells = {entry.what, entry.state, entry.whose, entry.when}});
    m_list->setRows(std::move(rows));
    if (choice)
        choose(*choice);
}

/// The interim report of an open shift or the Z report of a closed one, then its slips.
void PapersPanel::addShift(const ListedShift& shift)
{
    constexpr std::size_t beginOfDay = 5;
    constexpr std::size_t toTheMinute = 11;
    const auto when = [this](Instant at) {
        return toUi(station().time.dateTimeText(at).substr(beginOfDay, toTheMinute));
    };
    auto report = Entry{};
    report.whose = toUi(shift.name);
    report.shift = shift.id;
    if (shift.isOpen()) {
        report.choice = {.kind = PaperChoice::Kind::interim, .clerk = shift.clerk};
        report.what = _("Interim report (X)");
        report.when = when(shift.openedAt);
    } else {
        report.choice = {.kind = PaperChoice::Kind::closed, .number = shift.number};
        report.what =
            wxString::Format(_("Shift report Z%lld"), static_cast<long long>(shift.number));
        report.when = when(shift.closedAt);
    }
    fillPapers(report, shift);
    m_entries.push_back(std::move(report));
    for (auto move = shift.movements.rbegin(); move != shift.movements.rend(); ++move) {
        auto slip = Entry{};
        slip.choice = {.kind = PaperChoice::Kind::slip, .shift = shift.id, .number = move->slip};
        slip.what = wxString::Format(
            _("Slip %lld, %s"), static_cast<long long>(move->slip), moveWords(move->kind));
        slip.whose = toUi(shift.name);
        slip.when = when(move->at);
        slip.shift = shift.id;
        fillPapers(slip, shift);
        m_entries.push_back(std::move(slip));
    }
}

void PapersPanel::addDays()
{
    const auto today = station().time.dateOf(station().clock.now());
    for (const auto day : {today, dayBefore(today)}) {
        auto entry = Entry{};
        entry.choice = {.kind = PaperChoice::Kind::day, .date = day};
        entry.what = _("Report of the day");
        entry.when = toUi(isoDate(day));
        m_entries.push_back(std::move(entry));
    }
}

void PapersPanel::fillPapers(Entry& entry, const ListedShift& shift) const
{
    auto made = 0U;
    for (const auto& paper : shift.papers) {
        if (!isMeant(entry.choice, paper))
            continue;
        if (paper.isUnresolved())
            entry.unresolved = paper.id;
        made += paper.state == "issued" ? 1U : 0U;
    }
    if (!entry.unresolved.empty())
        entry.state = _("Did it come out?");
    else if (made > 0)
        entry.state = wxString::Format(wxPLURAL("printed", "printed %u times", made), made);
    else if (entry.choice.kind != PaperChoice::Kind::interim)
        entry.state = _("not printed yet");
}

const PapersPanel::Entry* PapersPanel::entry() const
{
    const auto found = std::ranges::find_if(
        m_entries, [this](const Entry& known) { return m_chosen && known.choice == *m_chosen; });
    return found == m_entries.end() ? nullptr : &*found;
}

void PapersPanel::choose(const PaperChoice& choice)
{
    m_chosen = choice;
    m_ask->dismiss();
    const auto* chosen = entry();
    const auto isOpen = chosen && !chosen->unresolved.empty();
    say(isOpen ? _("The program stopped while this paper was printed. Did it come out?")
               : wxString{});
    m_print->setReason({});
    m_sheet->showWords(_("The paper is being drawn ..."));
    if (isOpen)
        m_cameOut->SetFocus();
    else
        m_print->SetFocus();
    run([&reports = station().reports,
         actor = shell().actor(),
         choice] { return reports.preview(actor, choice, paperPreviewDpi); },
        [this, choice](const Result<std::vector<RgbImage>>& pages) {
            if (m_chosen != choice)
                return; // another one was chosen meanwhile
            if (pages)
                return showPages(pages.value());
            showPages({});
            m_sheet->showWords(choice.kind == PaperChoice::Kind::interim
                                   ? _("Before the count only a supervisor\nsees what the drawer "
                                       "should hold.\nIt can be printed with a sign-in.")
                                   : words::sentence(pages.refusal()));
        });
}

void PapersPanel::showPages(const std::vector<RgbImage>& pages)
{
    m_pages.clear();
    for (const auto& page : pages)
        m_pages.push_back(imageOf(page));
    m_page = 0;
    turn(0);
}

void PapersPanel::turn(int by)
{
    const auto last = static_cast<int>(m_pages.size()) - 1;
    if (last >= 0) {
        m_page = static_cast<std::size_t>(std::clamp(static_cast<int>(m_page) + by, 0, last));
        m_sheet->show(m_pages[m_page]);
    }
    m_pageWords->SetLabel(last > 0 ? wxString::Format(_("Page %zu of %zu, Page Up and Page Down"),
                                                      m_page + 1,
                                                      m_pages.size())
                                   : wxString{});
    Layout();
}

void PapersPanel::print()
{
    if (m_chosen && m_print->IsThisEnabled())
        print(shell().actor(), {});
}

void PapersPanel::print(const Actor& actor, const std::string& reason)
{
    m_print->setReason(_("The paper is being printed"));
    run(
        [&reports = station().reports, actor, choice = *m_chosen, reason] {
            return reports.print(actor, choice, reason);
        },
        [this, reason](const Result<Done>& printed) {
            m_print->setReason({});
            if (!printed)
                return refused(printed.refusal(), reason);
            shell().notify(
                Shell::Tone::information,
                wxString::Format(_("The paper went to %s."), toUi(station().reports.outputName())));
            load({});
            m_list->focusFirst();
        });
}

/// A copy needs a reason, and an interim report before the count a supervisor: both are asked for.
void PapersPanel::refused(const Refusal& refusal, const std::string& reason)
{
    using enum Refusal::Code;
    if (refusal.code == reasonNeeded)
        return m_ask->ask(
            _("It was printed before. Why once more? The copy is marked and counted."),
            _("&Print a copy"),
            [this](const wxString& why) { print(shell().actor(), fromUi(why)); });
    const auto isForSupervisor =
        m_chosen->kind == PaperChoice::Kind::interim &&
        (refusal.code == notPermitted || refusal.code == ownWork || refusal.code == witnessNeeded);
    if (!isForSupervisor)
        return say(words::sentence(refusal));
    const auto supervisor = shell().askSecondPerson(
        _("A supervisor prints the interim report"),
        _("Before the count the report tells what the drawer should hold: it is printed for a "
          "supervisor and not shown here."),
        Operation::seeExpectedCash);
    if (supervisor)
        print(*supervisor, reason);
}

void PapersPanel::resolve(bool cameOut)
{
    const auto* chosen = entry();
    if (!chosen || chosen->unresolved.empty())
        return;
    run([&reports = station().reports,
         actor = shell().actor(),
         shift = chosen->shift,
         paper = chosen->unresolved,
         cameOut] { return reports.resolve(actor, shift, paper, cameOut); },
        [this, choice = chosen->choice](const Result<Done>& resolved) {
            if (!resolved)
                return say(words::sentence(resolved.refusal()));
            load(choice);
        });
}

void PapersPanel::say(const wxString& sentence)
{
    m_note->say(Note::Tone::caution, sentence);
    const auto* chosen = entry();
    const auto asks = chosen && !chosen->unresolved.empty();
    m_cameOut->Show(asks);
    m_didNot->Show(asks);
    Layout();
}

/// The print may have begun: the list tells what is known of it.
void PapersPanel::failed()
{
    load({});
    m_list->focusFirst();
}

} // namespace guitai
