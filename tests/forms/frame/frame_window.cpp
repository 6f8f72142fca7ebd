#include "tests/forms/frame/frame_window.h"

#include "forms/text.h"
#include "forms/widgets/native_style.h"
#include "forms/widgets/wrapped_text.h"
#include "printing/voucher_printer.h"
#include "services/failure.h"
#include "tests/services/cases/example_pictures.h"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/imagjpeg.h>
#include <wx/mstream.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <stdexcept>

namespace guitai
{

namespace
{

/// Argon2id as cheap as libsodium allows: these tests are not about guessing passwords.
constexpr auto cheap = PasswordHasher::Cost{.passes = 1, .memoryMiB = 8};

wxWindow* findBelow(wxWindow* window, const wxString& name)
{
    for (auto* child : window->GetChildren()) {
        if (!child->IsShown())
            continue;
        if (!dynamic_cast<wxStaticText*>(child) && native::accessibleName(child) == name)
            return child;
        if (auto* found = findBelow(child, name))
            return found;
    }
    return nullptr;
}

bool showsBelow(wxWindow* window, const wxString& text)
{
    for (auto* child : window->GetChildren()) {
        if (!child->IsShown())
            continue;
        if (const auto* wrapped = dynamic_cast<WrappedText*>(child);
            wrapped && wrapped->text().Contains(text))
            return true;
        if (dynamic_cast<wxStaticText*>(child) &&
            wxControl::RemoveMnemonics(child->GetLabel()).Contains(text))
            return true;
        if (showsBelow(child, text))
            return true;
    }
    return false;
}

template <class T>
T require(const Result<T>& result)
{
    if (!result)
        throw std::runtime_error("refused: " + std::string{nameOf(result.refusal().code)} + " " +
                                 result.refusal().field);
    return result.value();
}

} // namespace

Result<RenderedPaper> PlainPrinter::render(const Voucher& voucher)
{
    const auto text = bytesOf(voucher.acceptanceNumber);
    return RenderedPaper{Bytes(text.begin(), text.end())};
}

void PaperTray::put(const Bytes& pdf, const std::string&)
{
    if (jammed)
        throw ServiceFailure(ServiceFailure::Kind::printer, "jammed");
    if (powerCut)
        throw std::runtime_error("the power is gone");
    papers.push_back(pdf);
}

CaseDesk::Parts FrameWindow::parts()
{
    return {window.journal(), rules, *printer, window.clock, window.random, window.identity(), {}};
}

FrameWindow::FrameWindow(Staff staff)
    : FrameWindow(
          nullptr,
          staff,
          std::make_unique<PlainPrinter>(),
          [this](const std::string&) { return attempts; },
          std::make_unique<InlineBackground>())
{
}

FrameWindow::FrameWindow(std::unique_ptr<Background> background)
    : FrameWindow(nullptr, Staff::made, makeVoucherPrinter(), {}, std::move(background))
{
}

FrameWindow::FrameWindow(std::unique_ptr<Background> background,
                         std::unique_ptr<VoucherPrinter> used,
                         TestWindow& world)
    : FrameWindow(&world, Staff::made, std::move(used), {}, std::move(background))
{
}

FrameWindow::FrameWindow(TestWindow* world,
                         Staff staff,
                         std::unique_ptr<VoucherPrinter> used,
                         const AttemptsOfShift& attemptsOfShift,
                         std::unique_ptr<Background> background)
    : m_own(world ? nullptr : std::make_unique<TestWindow>()), window(world ? *world : *m_own),
      rules(loadRuleBook(Assets{})), printer(std::move(used)), hasher(cheap),
      people(window.journal(), hasher, window.clock), m_background(std::move(background))
{
    if (staff == Staff::made && people.list().empty())
        makePeople();
    cases = std::make_unique<CaseDesk>(parts());
    money = std::make_unique<MoneyDesk>(parts());
    cash = std::make_unique<CashDesk>(parts(), attemptsOfShift);
    const auto texts = StationTexts{"北京市公安局海淀分局", {}, {}};
    vouchers = std::make_unique<VoucherDesk>(parts(), *printer, tray, texts);
    reports = std::make_unique<ReportDesk>(parts(), reportPrinter, tray, texts);
    reconciliation = std::make_unique<ReconciliationDesk>(parts());
    requests = std::make_unique<RequestDesk>(parts());
    notices = std::make_unique<NoticeDesk>(parts(), reportPrinter, tray, texts);
    station = std::unique_ptr<Workstation>(new Workstation{
        .people = people,
        .cases = *cases,
        .cash = *cash,
        .money = *money,
        .vouchers = *vouchers,
        .reports = *reports,
        .reconciliation = *reconciliation,
        .clock = window.clock,
        .background = *m_background,
        .log = m_log,
        .time = {},
        .identity = window.identity(),
        .texts = texts,
        .rules = rules,
        .glyphs = *printer,
        .trainingUsers = {{"zhang", "张敏", Role::clerk, password}},
        .idleLock = std::chrono::minutes{5},
        .training = true,
        .selfTest =
            [] {
                using Line = SelfTestLine;
                return std::vector<Line>{{Line::Part::store, Line::State::good, {}},
                                         {Line::Part::printer, Line::State::bad, "tray"},
                                         {Line::Part::disk, Line::State::caution, "1.5"}};
            },
        .cards = &cards,
        .notices = notices.get(),
        .requests = requests.get(),
    });
    frame = new MainFrame(*station);
    frame->Show();
}

FrameWindow::~FrameWindow()
{
    delete frame; // at once: the services die next
}

void FrameWindow::makePeople()
{
    require(people.createFirstAdministrator("zhao", "赵静", password));
    const auto chief = actor("zhao");
    require(people.add(chief, "zhang", "张敏", Role::clerk, password));
    require(people.add(chief, "li", "李强", Role::clerk, password));
    require(people.add(chief, "wang", "王建国", Role::supervisor, password));
}

Actor FrameWindow::actor(const std::string& id) const
{
    const auto user = const_cast<People&>(people).find(id);
    if (!user)
        throw std::runtime_error("no such user");
    return {user->id, user->personId, user->role};
}

void FrameWindow::signIn(const std::string& id, const std::string& with)
{
    type("User name", id);
    type("Password", with);
    click("Sign in");
}

void FrameWindow::work(const std::string& id)
{
    require(cash->openShift(actor(id), {}));
    signIn(id);
}

void FrameWindow::type(const wxString& name, const std::string& text)
{
    auto* field = dynamic_cast<wxTextCtrl*>(find(name));
    if (!field)
        throw std::runtime_error("no field " + fromUi(name));
    field->SetValue(toUi(text));
}

void FrameWindow::enter(const wxString& name)
{
    auto* field = find(name);
    auto event = wxCommandEvent(wxEVT_TEXT_ENTER, field->GetId());
    event.SetEventObject(field);
    field->HandleWindowEvent(event);
}

void FrameWindow::doNothing()
{
    auto event = wxIdleEvent{};
    frame->SendIdleEvents(event);
}

void FrameWindow::click(const wxString& label)
{
    auto* button = dynamic_cast<wxButton*>(find(label));
    if (!button || !button->IsThisEnabled())
        throw std::runtime_error("no button to press: " + fromUi(label));
    auto event = wxCommandEvent(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->HandleWindowEvent(event);
    wxTheApp->ProcessPendingEvents();
}

wxWindow* FrameWindow::find(const wxString& name) const
{
    auto& page = frame->page(view());
    return findBelow(&page, name);
}

wxString FrameWindow::valueOf(const wxString& name) const
{
    const auto* field = dynamic_cast<wxTextCtrl*>(find(name));
    return field ? field->GetValue() : wxString{"(no field)"};
}

bool FrameWindow::shows(const wxString& text) const
{
    return showsBelow(&frame->page(view()), text);
}

Draft FrameWindow::keepPictures(const std::string& clerk, Draft draft)
{
    draft.photo = require(cases->keepPhoto(actor(clerk), exampleJpeg()));
    draft.confirmation.signature = require(cases->keepSignature(actor(clerk), examplePng()));
    return draft;
}

Draft FrameWindow::withCopies(const std::string& clerk, Draft draft)
{
    for (const auto turns : {0, 1}) {
        auto image = wxImage(800, 500 + turns);
        auto stream = wxMemoryOutputStream{};
        wxJPEGHandler{}.SaveFile(&image, stream, false);
        auto jpeg = Bytes(stream.GetSize());
        stream.CopyTo(jpeg.data(), jpeg.size());
        auto page = require(cases->keepScan(actor(clerk), jpeg));
        page.turns = turns;
        draft.copies[DocumentKind::guardianCard].push_back(page);
    }
    return draft;
}

Case FrameWindow::confirmed(const std::string& clerk, Draft draft)
{
    return require(cases->confirm(actor(clerk), keepPictures(clerk, std::move(draft))));
}

} // namespace guitai
