#include "forms/case/tries_table.h"

#include "forms/widgets/form_grid.h"
#include "forms/widgets/theme.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/wording/words.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <iterator>

namespace guitai
{

namespace
{

wxString triesWords(const FingerState& state)
{
    if (state.kind == FingerState::Kind::absent)
        return _("cannot be laid down");
    if (state.attempts == 0)
        return _("not tried");
    // TRANSLATORS: how many attempts with one finger, the best score
    return wxString::Format(wxPLURAL("%d attempt, best %d",
                                     "%d attempts, best %d",
                                     static_cast<unsigned>(state.attempts)),
                            state.attempts,
                            state.best);
}

/// What the window's tries of a finger amount to; the terminal's do not count for the card.
wxString resultWords(Finger finger, const std::vector<FingerTry>& window, const FingerRules& rules)
{
    auto tries = std::vector<FingerTry>{};
    std::ranges::copy_if(window, std::back_inserter(tries), [finger](const FingerTry& made) {
        return made.finger == finger;
    });
    if (tries.empty())
        return _("not done yet");
    const auto result = resultOf(tries, rules);
    // TRANSLATORS: result code of GA/T 1012, what it means
    return wxString::Format(_("%d %s"), static_cast<int>(result), words::name(result));
}

} // namespace

TriesTable::TriesTable(wxWindow* parent) : wxPanel(parent)
{
    constexpr auto columns = 4;
    m_grid = new wxFlexGridSizer(columns, FromDIP(wxSize(18, 3)));
    SetSizer(m_grid);
    Hide();
}

void TriesTable::show(const std::vector<FingerTry>& terminal,
                      const std::vector<FingerTry>& window,
                      const FingerRules& rules)
{
    auto rows = std::vector<Row>{};
    if (!terminal.empty())
        for (const auto hand : {Hand::right, Hand::left})
            for (const auto finger : rules.fingersOf(hand)) {
                const auto there = stateOf(finger, terminal, rules);
                const auto here = stateOf(finger, window, rules);
                if (there != FingerState{} || here != FingerState{})
                    rows.push_back({words::name(finger),
                                    triesWords(there),
                                    triesWords(here),
                                    resultWords(finger, window, rules)});
            }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    build();
}

void TriesTable::build()
{
    m_grid->Clear(true);
    auto spoken = wxString{};
    const auto add = [this, &spoken](const wxString& words, bool isHeading) {
        auto* text = new wxStaticText(this, wxID_ANY, words);
        if (isHeading)
            text->SetFont(text->GetFont().Bold());
        m_grid->Add(text);
        spoken += words + ". ";
    };
    for (const auto& title : {_("Finger"), _("At the terminal"), _("At the window"), _("Result")})
        add(title, true);
    for (const auto& row : m_rows)
        for (const auto& cell : {row.finger, row.terminal, row.window, row.result})
            add(cell, false);
    nameForScreenReaders(this, spoken);
    Show(!m_rows.empty());
    layOutAround(this);
}

} // namespace guitai
