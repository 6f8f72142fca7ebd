#pragma once

#include "forms/case/page_sheet.h"
#include "forms/shell.h"
#include "forms/widgets/cover.h"
#include "forms/widgets/wrapped_text.h"
#include "forms/workstation.h"
#include "services/cases/case.h"

#include <functional>
#include <optional>
#include <vector>

namespace guitai
{

class ActionButton;

/// A page of the copies of a case, and which paper it is of.
struct CopyLeaf {
    DocumentKind paper{};
    std::size_t number = 0; ///< within the paper, from 0
    std::size_t count = 0;  ///< of the paper
    DocumentPage page;
};

/// Every page of the copies, in the order of papers and pages.
std::vector<CopyLeaf> leavesOf(const DocumentCopies& copies);

/// Shows the pages of copies large, over the page that owns it. Page Up and Page Down turn over, T
/// turns the page by a quarter, Z shows it as large as it was scanned, arrows move it, Enter goes
/// to the next page, Esc out. For reading only, or for replacing (P) and
/// removing (Del) too.
class PagesView final : public Cover
{
public:
    enum class Use { reading, editing };
    PagesView(wxWindow* owner, Workstation& workstation, Shell& shell, Use use);

    void open(std::vector<CopyLeaf> leaves, std::size_t at);
    /// Opens the copies of a confirmed case once the journal knows who looks; not if the services
    /// refuse, nor if the owner says that it no longer shows that case.
    void read(const Actor& reader, const Case& subject, std::function<bool()> isStillShown);
    /// The pages changed; closes when there are none.
    void update(std::vector<CopyLeaf> leaves);
    void onTurned(std::function<void(const CopyLeaf&)> turned) { m_turned = std::move(turned); }
    void onReplace(std::function<void(const CopyLeaf&)> replace) { m_replace = std::move(replace); }
    void onRemove(std::function<void(const CopyLeaf&)> remove) { m_remove = std::move(remove); }

    /// To the next page; out after the last.
    void advance();
    bool takeKey(int keyCode); ///< true: taken
    const PageSheet& sheet() const { return *m_sheet; }
    wxString title() const { return m_title->text(); }
    std::size_t at() const { return m_at; }

private:
    void build(Use use);
    void onKey(wxKeyEvent& event);
    void goTo(std::size_t at);
    void goBack();
    void goOn();
    void turn();
    void zoom();
    void setWhole(bool whole);
    void replace();
    void remove();
    void load();
    void showPage();
    void closing() override;

    Workstation& m_workstation;
    Shell& m_shell;
    bool m_editing;
    std::vector<CopyLeaf> m_leaves;
    std::size_t m_at = 0;
    std::string m_loaded; ///< SHA-256 of what m_image shows
    wxImage m_image;      ///< as kept, not turned
    std::function<void(const CopyLeaf&)> m_turned, m_replace, m_remove;
    WrappedText* m_title = nullptr;
    PageSheet* m_sheet = nullptr;
    ActionButton* m_before = nullptr;
    ActionButton* m_next = nullptr;
    ActionButton* m_zoom = nullptr;
    Lifetime m_lifetime;
};

} // namespace guitai
