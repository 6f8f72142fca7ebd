#include "tests/forms/case/case_window.h"

#include "forms/case/confirmation_step.h"
#include "forms/case/option_list.h"
#include "forms/case/photo_picture.h"
#include "forms/text.h"
#include "printing/voucher_printer.h"

#include <wx/app.h>
#include <wx/checkbox.h>
#include <wx/combobox.h>
#include <wx/evtloop.h>
#include <wx/imagjpeg.h>
#include <wx/imagpng.h>
#include <wx/mstream.h>
#include <wx/stopwatch.h>
#include <wx/wfstream.h>

#include <fstream>
#include <stdexcept>

namespace guitai
{

namespace
{

template <class Found>
Found* findIn(wxWindow* window)
{
    if (auto* found = dynamic_cast<Found*>(window); found && found->IsShown())
        return found;
    for (auto* child : window->GetChildren())
        if (auto* found = findIn<Found>(child); found && found->IsShownOnScreen())
            return found;
    return nullptr;
}

template <class Found>
Found& need(wxWindow* window)
{
    auto* found = findIn<Found>(window);
    if (!found)
        throw std::runtime_error("the window does not show what the test looks for");
    return *found;
}

/// One printer for all tests: it finds its fonts once.
std::unique_ptr<VoucherPrinter> madePrinter()
{
    return makeVoucherPrinter();
}

} // namespace

void KeptPapers::put(const Bytes& pdf, const std::string&)
{
    if (broken)
        throw ServiceFailure(ServiceFailure::Kind::printer, "test");
    papers.push_back(pdf);
}

CaseDesk::Parts CaseWindow::parts()
{
    return {window.journal(), rules, *printer, window.clock, window.random, window.identity(), {}};
}

CaseWindow::CaseWindow(std::unique_ptr<Background> background)
    : rules(loadRuleBook(Assets{})), printer(madePrinter()),
      photos(GUITAI_PHOTO_PROGRAM, rules.photo), m_background(std::move(background)),
      m_hasher({1, 8}), m_people(window.journal(), m_hasher, window.clock)
{
    cases = std::make_unique<CaseDesk>(parts());
    cameraFile = m_files / "camera.jpg";
    std::ofstream(cameraFile, std::ios::binary) << Assets{}.load("examples/photo-girl.jpg");
    camera = std::make_unique<CameraProcess>(GUITAI_CAMERA_PROGRAM, "file:" + cameraFile.string());
    money = std::make_unique<MoneyDesk>(parts());
    cash = std::make_unique<CashDesk>(parts());
    const auto texts = StationTexts{"北京市公安局海淀分局", "010-00000000", "测试路1号"};
    vouchers = std::make_unique<VoucherDesk>(parts(), *printer, output, texts);
    reports = std::make_unique<ReportDesk>(parts(), reportPrinter, output, texts);
    reconciliation = std::make_unique<ReconciliationDesk>(parts());
    m_station = std::unique_ptr<Workstation>(new Workstation{.people = m_people,
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
                                                             .trainingUsers = {},
                                                             .training = true,
                                                             .selfTest = {},
                                                             .photos = &photos,
                                                             .camera = camera.get()});
    const auto shift = cash->openShift(shell.clerk, CashCount{{10000, 2}, {5000, 4}, {1000, 20}});
    if (!shift)
        throw std::runtime_error("no shift");
    shell.openShiftNow = shift.value();
    frame = new wxFrame(nullptr, wxID_ANY, "case", wxPoint(0, 0), wxSize(1366, 690));
    page = new CaseFlowPage(frame, *m_station, shell);
    frame->Show();
    frame->Layout();
    settle();
}

CaseWindow::~CaseWindow()
{
    frame->Destroy();
    settle();
}

void CaseWindow::start()
{
    const auto draft = cases->newDraft(shell.clerk);
    page->open(draft.value());
    frame->SendSizeEvent();
    page->enter();
    settle();
}

StepPage& CaseWindow::step()
{
    return need<StepPage>(page);
}

CaseSide& CaseWindow::side()
{
    return need<CaseSide>(page);
}

StepRail& CaseWindow::rail()
{
    return need<StepRail>(page);
}

Step CaseWindow::currentStep()
{
    return rail().current();
}

wxWindow* CaseWindow::field(const std::string& path)
{
    auto* found = step().fieldAt(path);
    if (!found)
        throw std::runtime_error("no field " + path);
    return found;
}

void CaseWindow::type(const std::string& path, const std::string& text)
{
    auto* at = field(path);
    at->SetFocus();
    settle();
    if (auto* note = dynamic_cast<NoteField*>(at))
        note->text()->SetValue(toUi(text));
    else if (auto* combo = dynamic_cast<wxComboBox*>(at))
        combo->SetValue(toUi(text));
    else
        dynamic_cast<wxTextCtrl&>(*at).SetValue(toUi(text));
    settle();
}

void CaseWindow::tick(const std::string& path)
{
    auto& box = dynamic_cast<wxCheckBox&>(*field(path));
    box.SetFocus();
    box.SetValue(!box.GetValue());
    auto event = wxCommandEvent(wxEVT_CHECKBOX, box.GetId());
    event.SetEventObject(&box);
    event.SetInt(box.GetValue());
    box.HandleWindowEvent(event);
    settle();
}

void CaseWindow::take(const std::string& path, std::size_t option)
{
    field(path)->SetFocus();
    settle();
    press('1' + static_cast<int>(option));
}

void CaseWindow::press(int key, int modifiers)
{
    // As GTK delivers it: the focused window first, then its parents; a function key that nobody
    // took is handed to the page by the frame.
    auto event = wxKeyEvent(wxEVT_CHAR_HOOK);
    event.m_keyCode = key;
    event.m_altDown = (modifiers & wxMOD_ALT) != 0;
    event.m_controlDown = (modifiers & wxMOD_CONTROL) != 0;
    auto* focused = wxWindow::FindFocus();
    auto* target = focused && page->IsDescendant(focused) ? focused : page;
    event.SetEventObject(target);
    const auto taken = target->HandleWindowEvent(event);
    auto release = wxKeyEvent(wxEVT_KEY_UP);
    release.m_keyCode = key;
    page->HandleWindowEvent(release);
    if (taken)
        return settle();
    // What nobody took, GTK gives to a button with the focus, and the frame to the page.
    auto* button = dynamic_cast<wxButton*>(focused);
    if (key == WXK_RETURN && button)
        click(button);
    else
        page->takeKey(key);
    settle();
}

void CaseWindow::click(wxWindow* button)
{
    if (!button->IsEnabled() || !button->IsShownOnScreen())
        throw std::runtime_error("the button cannot be pressed");
    auto event = wxCommandEvent(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->HandleWindowEvent(event);
    settle();
}

void CaseWindow::sign()
{
    auto& pad = need<SignaturePad>(page);
    const auto send = [&](wxEventType type, int x, int y, bool down) {
        auto event = wxMouseEvent(type);
        event.SetPosition(wxPoint(x, y));
        event.SetLeftDown(down);
        event.SetEventObject(&pad);
        pad.HandleWindowEvent(event);
    };
    send(wxEVT_LEFT_DOWN, 60, 60, true);
    for (auto i = 1; i < 20; ++i)
        send(wxEVT_MOTION, 60 + i * 12, 60 + (i % 5) * 12, true);
    send(wxEVT_LEFT_UP, 300, 80, false);
    settle();
}

std::string CaseWindow::focusedPath()
{
    return step().focusedPath();
}

void CaseWindow::settle(int milliseconds)
{
    const auto watch = wxStopWatch{};
    do {
        wxTheApp->Yield(true);
        wxTheApp->ProcessPendingEvents();
        if (milliseconds > 0)
            wxMilliSleep(5);
    } while (watch.Time() < milliseconds);
    wxTheApp->Yield(true);
}

std::filesystem::path CaseWindow::photoFile(int width, int height)
{
    const auto file =
        m_files / ("photo" + std::to_string(width) + "x" + std::to_string(height) + ".jpg");
    const auto girl = Assets{}.load("examples/photo-girl.jpg");
    if (wxSize(width, height) == wxSize(photoWidth, photoHeight)) {
        std::ofstream(file, std::ios::binary) << girl;
        return file;
    }
    auto stream = wxMemoryInputStream(girl.data(), girl.size());
    auto image = wxImage{};
    wxJPEGHandler{}.LoadFile(&image, stream);
    // On white ground, as much of it as there is room for.
    const auto scale = std::min(1.0 * width / photoWidth, 1.0 * height / photoHeight);
    const auto shown =
        wxSize(static_cast<int>(photoWidth * scale), static_cast<int>(photoHeight * scale));
    image.Rescale(shown.x, shown.y, wxIMAGE_QUALITY_BICUBIC);
    image.Resize(
        wxSize(width, height), wxPoint((width - shown.x) / 2, height - shown.y), 255, 255, 255);
    auto out = wxFileOutputStream(toUi(file.string()));
    wxJPEGHandler{}.SaveFile(&image, out, false);
    return file;
}

Photo CaseWindow::keptPhoto()
{
    return cases->keepPhoto(shell.clerk, readPictureFile(photoFile()).value().file).value();
}

AttachmentRef CaseWindow::keptSignature()
{
    auto image = wxImage(600, 200);
    auto stream = wxMemoryOutputStream{};
    wxPNGHandler{}.SaveFile(&image, stream, false);
    auto bytes = Bytes(stream.GetSize());
    stream.CopyTo(bytes.data(), bytes.size());
    return cases->keepSignature(shell.clerk, bytes).value();
}

} // namespace guitai
