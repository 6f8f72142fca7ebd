#include "forms/case/photo_check_list.h"

#include "forms/text.h"
#include "forms/wording/words.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

const PhotoFault* faultOf(const Photo& photo, PhotoCheckKind kind)
{
    const auto found = std::ranges::find(photo.faults, kind, &PhotoFault::check);
    return found == photo.faults.end() ? nullptr : &*found;
}

/// TRANSLATORS are told of the words: a check that failed and was overruled tells why.
wxString withReason(const wxString& sentence, const PhotoFault* fault)
{
    if (!fault || fault->reason.empty())
        return sentence;
    // TRANSLATORS: {1} is the sentence of a failed check, {2} the clerk's reason
    auto text = wxString{_("{1} Taken all the same: {2}")};
    text.Replace("{1}", sentence);
    text.Replace("{2}", toUi(fault->reason));
    return text;
}

struct RowLook {
    wxString mark;
    theme::Role colour;
};

/// Told by a sign as well as by a colour.
RowLook lookOf(const PhotoCheckList::Row& row)
{
    switch (row.verdict) {
    case PhotoVerdict::passed:
        return {wxString::FromUTF8("✓"), theme::Role::good};
    case PhotoVerdict::doubtful:
        return {"?", theme::Role::caution};
    case PhotoVerdict::failed:
        return {wxString::FromUTF8("✗"), row.overruled ? theme::Role::caution : theme::Role::bad};
    }
    return {};
}

} // namespace

PhotoCheckList::PhotoCheckList(wxWindow* parent)
    : wxPanel(parent), m_grid(new wxFlexGridSizer(4, FromDIP(wxSize(10, 3))))
{
    m_grid->AddGrowableCol(3);
    SetSizer(m_grid);
}

void PhotoCheckList::setRows(std::vector<Row> rows)
{
    std::ranges::stable_sort(
        rows, std::greater{}, [](const Row& row) { return static_cast<int>(row.verdict); });
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    m_grid->Clear(true);
    for (const auto& row : m_rows) {
        const auto look = lookOf(row);
        const auto add = [&](const wxString& text, theme::Role colour) {
            auto* label = new wxStaticText(this, wxID_ANY, text);
            label->SetFont(theme::font(theme::Text::small));
            theme::paint(label, {.text = colour});
            m_grid->Add(label, wxSizerFlags().Top());
        };
        add(look.mark, look.colour);
        add(row.name, theme::Role::text);
        add(wxString::Format("%d", row.score), theme::Role::mutedText);
        const auto passed = row.verdict == PhotoVerdict::passed;
        m_grid->Add(new WrappedText(this,
                                    row.sentence,
                                    theme::Text::small,
                                    passed ? theme::Role::mutedText : theme::Role::text),
                    wxSizerFlags().Expand());
    }
    layOutAround(this);
}

std::vector<PhotoCheckList::Row> rowsOf(const std::vector<PhotoCheck>& checks, const Photo& kept)
{
    auto rows = std::vector<PhotoCheckList::Row>{};
    for (const auto& check : checks) {
        const auto* fault = faultOf(kept, check.measured.kind);
        rows.push_back({check.verdict,
                        words::name(check.measured.kind),
                        check.score,
                        withReason(words::sentence(check), fault),
                        fault && !fault->reason.empty()});
    }
    if (!checks.empty())
        return rows;
    for (const auto& fault : kept.faults)
        rows.push_back({PhotoVerdict::failed,
                        words::name(fault.check),
                        fault.score,
                        withReason(_("The photo does not keep to the standard here."), &fault),
                        !fault.reason.empty()});
    return rows;
}

} // namespace guitai
