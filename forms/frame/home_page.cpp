#include "forms/frame/home_page.h"

#include "forms/frame/case_rows.h"
#include "forms/frame/received.h"
#include "forms/text.h"
#include "forms/widgets/buttons.h"
#include "forms/widgets/list_table.h"
#include "forms/widgets/note.h"
#include "forms/widgets/theme.h"
#include "forms/wording/payment_words.h"
#include "forms/wording/request_words.h"

#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guitai
{

namespace
{

bool isIn(const std::vector<RequestView>& views, const RequestView& view)
{
    return std::ranges::any_of(
        views, [&](const RequestView& each) { return each.request.id == view.request.id; });
}

constexpr auto paperKey = "paper/";
constexpr auto billKey = "bill/";
constexpr auto moneyKey = "money";
constexpr auto approvalsKey = "approvals";
constexpr auto requestKey = "request/";
constexpr int padding = 22;

/// A list on a white card, as tall as its share of the page.
ListTable* cardedList(wxWindow* parent,
                      wxSizer* into,
                      int share,
                      const wxString& heading,
                      const std::vector<ListTable::Column>& columns,
                      const wxString& empty)
{
    auto* card = new Card(parent, theme::Role::panel, theme::Role::border);
    auto* list = new ListTable(card, heading, columns, empty);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(list, wxSizerFlags(1).Expand().Border(wxALL, parent->FromDIP(14)));
    card->SetSizer(inside);
    into->Add(card, wxSizerFlags(share).Expand().Border(wxBOTTOM, parent->FromDIP(14)));
    return list;
}

} // namespace

HomePage::HomePage(wxWindow* parent, Workstation& workstation, Shell& shell, Session& session)
    : Page(parent), m_workstation(workstation), m_shell(shell), m_session(session)
{
    build();
}

void HomePage::build()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(buildActions(), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(18)));
    m_waiting = cardedList(this,
                           left,
                           3,
                           _("What &waits"),
                           {{.title = _("For"), .width = 120}, {.title = _("Whose"), .width = 0}},
                           _("Nothing waits for anybody."));
    m_drafts = cardedList(this,
                          left,
                          3,
                          _("Begun and pa&rked"),
                          {{.title = _("Saved"), .width = 84},
                           {.title = _("Name"), .width = 120},
                           {.title = _("State")}},
                          _("No case is half done."));

    auto* right = new wxBoxSizer(wxVERTICAL);
    m_note = new Note(this);
    right->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(14)));
    m_today = cardedList(this,
                         right,
                         1,
                         _("&Today's cases"),
                         {{.title = _("Time"), .width = 72},
                          {.title = _("Name"), .width = 132},
                          {.title = _("Category"), .width = 190},
                          {.title = _("State"), .width = 120},
                          {.title = _("Acceptance number")}},
                         _("No case was taken today yet. F5 begins the first."));

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(0).Expand().Border(wxRIGHT, FromDIP(padding)));
    row->Add(right, wxSizerFlags(1).Expand());
    left->SetMinSize(FromDIP(400), -1);
    auto* padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(row, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(padding)));
    SetSizer(padded);
    m_waiting->onOpen([this](const std::string& key) { openWaiting(key); });
    m_drafts->onOpen([this](const std::string& key) { openDraft(key); });
    m_today->onOpen([this](const std::string& key) { m_shell.openRecord(key); });
}

wxSizer* HomePage::buildActions()
{
    m_greeting = new wxStaticText(this, wxID_ANY, {});
    m_greeting->SetFont(theme::font(theme::Text::title));
    m_new = new ActionButton(this, _("&New case"), "F5", ActionButton::Weight::main);
    m_new->SetMinSize(wxSize(-1, FromDIP(56)));
    m_search = new ActionButton(this, _("&Search"), "F3", ActionButton::Weight::plain);
    m_shift = new ActionButton(this, _("&Open the shift"), {}, ActionButton::Weight::plain);
    m_drawer = new ActionButton(this, _("&Drawer"), "F2", ActionButton::Weight::plain);
    auto* out = new ActionButton(this, _("Sign out"), "Ctrl+Q", ActionButton::Weight::quiet);
    auto* second = new wxBoxSizer(wxHORIZONTAL);
    second->Add(m_search, wxSizerFlags(1).Expand());
    for (auto* button : {m_shift, m_drawer})
        second->Add(button, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(8)));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(m_greeting, wxSizerFlags(1).CentreVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(top, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(14)));
    column->Add(m_new, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    column->Add(second, wxSizerFlags().Expand());
    if (m_workstation.exercises) {
        auto* exercises =
            new ActionButton(this, _("E&xercises"), "F7", ActionButton::Weight::plain);
        exercises->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.goExercises(); });
        column->Add(exercises, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    }
    top->Add(out, wxSizerFlags().CentreVertical());
    m_new->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.startCase(); });
    m_search->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.goSearch(); });
    m_drawer->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.goDrawer(); });
    m_shift->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_shell.openShift(); });
    out->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_session.signOut(); });
    return column;
}

/// Training mode's exercises have a key of their own.
bool HomePage::takeKey(int keyCode)
{
    if (keyCode != WXK_F7 || !m_workstation.exercises)
        return false;
    m_shell.goExercises();
    return true;
}

void HomePage::enter()
{
    greet();
    m_new->SetFocus();
    if (!isPermitted(m_shell.actor().role, Operation::searchCases))
        return show({});
    m_workstation.background.run(
        m_lifetime,
        [&workstation = m_workstation, actor = m_shell.actor()] {
            auto content = load(workstation, actor);
            content.openMoney = workstation.money.workList().size();
            return content;
        },
        [this](auto answer) {
            if (const auto content = received(answer, m_shell, m_workstation.log))
                show(*content);
        });
}

void HomePage::greet()
{
    m_greeting->SetLabelText(toUi(m_shell.user().displayName));
    const auto role = m_shell.actor().role;
    const auto refused = [role](Operation operation) {
        return isPermitted(role, operation) ? wxString{}
                                            : _("An administrator never touches a case.");
    };
    m_new->setReason(refused(Operation::takeCase));
    m_search->setReason(refused(Operation::searchCases));
    const auto mayOpen = isPermitted(role, Operation::openShift) && !m_shell.shift();
    m_shift->Show(mayOpen);
    m_drawer->Show(!mayOpen && isPermitted(role, Operation::readReport));
    if (!isPermitted(role, Operation::takeCase))
        m_note->say(Note::Tone::plain,
                    _("An administrator never touches a case. People, windows and fees are set up "
                      "with guitai-admin."));
    else if (mayOpen)
        m_note->say(Note::Tone::caution,
                    _("No shift is open: cash cannot be taken until the float is counted."));
    else
        m_note->say(Note::Tone::plain, {});
    Layout();
}

HomePage::Content HomePage::load(Workstation& workstation, const Actor& actor)
{
    auto& cases = workstation.cases;
    auto* requests = workstation.requests;
    const auto inState = [&cases](CaseState state) {
        auto query = CaseQuery{};
        query.state = nameOf(state);
        return cases.search(query).rows;
    };
    auto query = CaseQuery{};
    query.acceptedFrom = query.acceptedTo = cases.today();
    query.limit = 500;
    const auto bills = workstation.reconciliation.openDays(actor, cases.today());
    const auto approvals = inState(CaseState::awaitingApproval);
    auto askedBack = std::set<std::string>{};
    for (const auto& row : approvals)
        if (const auto found = cases.load(row.acceptanceNumber);
            found && isAskedBack(found.value()))
            askedBack.insert(row.acceptanceNumber);
    return {.today = cases.search(query).rows,
            .approvals = approvals,
            .askedBack = std::move(askedBack),
            .payments = inState(CaseState::awaitingPayment),
            .drafts = cases.drafts(),
            .unresolved = workstation.vouchers.unresolved(),
            .bills = bills ? bills.value() : std::vector<ComparedDay>{},
            .asked = requests ? requests->waiting() : std::vector<RequestView>{},
            .returned = requests ? requests->returnedTo(actor) : std::vector<RequestView>{}};
}

void HomePage::show(const Content& content)
{
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& row : content.today)
        rows.push_back({.key = row.acceptanceNumber,
                        .cells = {toUi(m_workstation.time.minuteText(row.confirmedAt)),
                                  toUi(row.name),
                                  categoryWords(row.category),
                                  stateWords(row.state),
                                  toUi(groupedAcceptanceNumber(row.acceptanceNumber))}});
    m_today->setRows(std::move(rows));
    showWaiting(content);
    showDrafts(content.drafts);
    Layout();
}

void HomePage::showWaiting(const Content& content)
{
    m_unresolved = content.unresolved;
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& paper : content.unresolved)
        rows.push_back(
            {.key = paperKey + paper.id,
             .cells = {_("An answer"),
                       wxString::Format(_("Did the voucher of %s come out?"),
                                        toUi(groupedAcceptanceNumber(paper.acceptanceNumber)))}});
    for (const auto& row : content.approvals)
        if (content.askedBack.contains(row.acceptanceNumber))
            rows.push_back(
                {.key = row.acceptanceNumber,
                 .cells = {_("An answer"),
                           wxString::Format(_("A supervisor asks about %s"), toUi(row.name))}});
    m_returned = content.returned;
    for (const auto& view : content.returned)
        rows.push_back({.key = requestKey + view.request.id,
                        .cells = {words::whyReturned(view), words::returned(view)}});
    if (const auto sums = static_cast<unsigned>(content.openMoney); sums > 0)
        rows.push_back(
            {.key = moneyKey,
             .cells = {
                 _("Money"),
                 wxString::Format(
                     wxPLURAL("%u sum is not settled", "%u sums are not settled", sums), sums)}});
    const auto count = static_cast<unsigned>(content.approvals.size() + content.asked.size());
    if (count > 1)
        rows.push_back({.key = approvalsKey,
                        .cells = {_("Approvals"),
                                  wxString::Format(wxPLURAL("%u matter waits for a supervisor",
                                                            "%u matters wait for a supervisor",
                                                            count),
                                                   count)}});
    for (const auto& view : content.asked)
        if (!isIn(content.returned, view)) // the clerk's own, and to be answered
            rows.push_back({.key = approvalsKey, .cells = {_("Approval"), words::brief(view)}});
    for (const auto& row : content.approvals)
        if (!content.askedBack.contains(row.acceptanceNumber))
            rows.push_back({.key = row.acceptanceNumber, .cells = {_("Approval"), toUi(row.name)}});
    for (const auto& row : content.payments)
        rows.push_back({.key = row.acceptanceNumber, .cells = {_("Payment"), toUi(row.name)}});
    for (const auto& bill : content.bills)
        rows.push_back(
            {.key = billKey + std::string{nameOf(bill.channel)} + "/" + isoDate(bill.day),
             .cells = {_("Bill"),
                       // TRANSLATORS: channel, day
                       wxString::Format(_("%s, %s: differences"),
                                        words::name(bill.channel),
                                        toUi(isoDate(bill.day)))}});
    m_waiting->setRows(std::move(rows));
}

void HomePage::showDrafts(const std::vector<DraftSummary>& drafts)
{
    auto rows = std::vector<ListTable::Row>{};
    for (const auto& draft : drafts) {
        if (!draft.parked && draft.owner != m_shell.actor().userId)
            continue;
        const auto missing = static_cast<unsigned>(draft.missing);
        const auto state =
            draft.parked ? wxString::Format(_("Parked by %s"), toUi(draft.owner))
                         : wxString::Format(
                               wxPLURAL("%u item missing", "%u items missing", missing), missing);
        rows.push_back(
            {.key = draft.id,
             .cells = {toUi(m_workstation.time.minuteText(draft.savedAt)),
                       draft.applicantName.empty() ? _("no name yet") : toUi(draft.applicantName),
                       state}});
    }
    m_drafts->setRows(std::move(rows));
}

void HomePage::openWaiting(const std::string& key)
{
    if (key.starts_with(billKey))
        return openBill(key.substr(std::string_view{billKey}.size()));
    for (const auto& view : m_returned)
        if (key == requestKey + view.request.id)
            return openRequest(view.request.subject);
    if (key == moneyKey)
        return m_shell.goMoney();
    if (key == approvalsKey)
        return m_shell.goApprovals();
    if (!key.starts_with(paperKey))
        return m_shell.openCase(key);
    const auto id = key.substr(std::string_view{paperKey}.size());
    const auto paper = std::ranges::find(m_unresolved, id, &PaperRow::id);
    if (paper != m_unresolved.end())
        askWhetherItCameOut(*paper);
}

void HomePage::openRequest(const RequestSubject& subject)
{
    if (subject.kind == RequestKind::cashDifference)
        return m_shell.goDrawer();
    if (subject.kind == RequestKind::refund && subject.step != RefundStep::withdraw)
        return m_shell.openPayment(subject.acceptanceNumber, subject.orderNumber);
    m_shell.openRecord(subject.acceptanceNumber);
}

/// `key` is "CHANNEL/DAY".
void HomePage::openBill(const std::string& key)
{
    const auto slash = key.find('/');
    const auto channel = gatewayChannelFrom(key.substr(0, slash));
    const auto day = parseIsoDate(key.substr(slash + 1));
    if (channel && day)
        m_shell.openBill(*channel, *day);
}

void HomePage::openDraft(const std::string& id)
{
    m_workstation.background.run(
        m_lifetime,
        [&cases = m_workstation.cases, actor = m_shell.actor(), id] {
            return cases.resumeDraft(actor, id);
        },
        [this](auto answer) {
            const auto draft = received(answer, m_shell, m_workstation.log);
            if (draft && *draft)
                m_shell.openDraft(draft->value());
            else if (draft)
                m_shell.notify(Shell::Tone::warning, words::sentence(draft->refusal()));
        });
}

void HomePage::askWhetherItCameOut(const PaperRow& paper)
{
    const auto number = toUi(groupedAcceptanceNumber(paper.acceptanceNumber));
    auto question = wxMessageDialog(
        this,
        wxString::Format(_("The program stopped while the voucher of %s was being printed. Look at "
                           "the printer: did the voucher come out?"),
                         number),
        _("Did the voucher come out?"),
        wxYES_NO | wxCANCEL | wxICON_QUESTION);
    question.SetYesNoCancelLabels(_("&Yes, it is here"), _("&No, nothing came"), _("&Look first"));
    const auto reply = question.ShowModal();
    if (reply != wxID_YES && reply != wxID_NO)
        return;
    m_workstation.background.run(
        m_lifetime,
        [&vouchers = m_workstation.vouchers,
         actor = m_shell.actor(),
         id = paper.id,
         cameOut = reply == wxID_YES] { return vouchers.resolve(actor, id, cameOut); },
        [this](auto answer) {
            const auto done = received(answer, m_shell, m_workstation.log);
            if (done && !*done)
                m_shell.notify(Shell::Tone::warning, words::sentence(done->refusal()));
            enter();
        });
}

} // namespace guitai
