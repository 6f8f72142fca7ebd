#pragma once

#include "forms/case/applicant_step.h"
#include "forms/case/card_intake.h"
#include "forms/case/case_flow_page.h"
#include "forms/case/guardian_step.h"
#include "forms/frame/card_watch.h"
#include "services/devices/reader/reader_address.h"
#include "tests/forms/below.h"
#include "tests/forms/frame/frame_window.h"
#include "tests/simulators/reader/card_order.h"
#include "tests/simulators/reader/reader_emulator.h"
#include "tests/support/temporary_folder.h"

#include <wx/app.h>
#include <wx/evtloop.h>

#include <stdexcept>

namespace guitai
{

/// The whole window with a real watch over a real pseudo-terminal, on which an emulated reader
/// lies. The cards are made-up people's.
struct CardWindow : FrameWindow {
    CardWindow() : emulator(folder.path()), watch(reader(), cards.feed, log) {}

    static constexpr auto mother = R"({"lay": {"kind": "resident", "name": "王晓梅", "sex": "2",
        "birthDate": "19880412", "number": "110108198804121229"}})";
    static constexpr auto daughter = R"({"lay": {"kind": "resident", "name": "李小满", "sex": "2",
        "birthDate": "20150308", "number": "110108201503081248"}})";
    static constexpr auto stranger = R"({"lay": {"kind": "resident", "name": "李建国", "sex": "1",
        "birthDate": "19550712", "number": "110108195507123013"}})";

    CardReader reader() const
    {
        return CardReader{lineTo({.device = emulator.device()}), clock, StationTime{}};
    }

    void lay(const char* card)
    {
        if (!simulator::obey(card, emulator))
            throw std::logic_error("no card of the emulator");
    }

    /// Lets the watch's reports come in.
    template <class Condition>
    void until(Condition holds)
    {
        auto loop = wxGUIEventLoop{};
        const auto active = wxEventLoopActivator{&loop};
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!holds()) {
            if (std::chrono::steady_clock::now() > end)
                throw std::runtime_error("what the test waits for does not come");
            loop.DispatchTimeout(10);
            wxTheApp->ProcessPendingEvents();
        }
    }

    void beginCase()
    {
        work("zhang");
        press(WXK_F5);
    }

    void goTo(char step)
    {
        auto event = wxKeyEvent(wxEVT_CHAR_HOOK);
        event.m_keyCode = step;
        event.m_altDown = true;
        auto& flow = frame->page(MainFrame::View::caseFlow);
        event.SetEventObject(&flow);
        flow.HandleWindowEvent(event);
    }

    template <class Step>
    std::string entry(const std::string& path)
    {
        auto* step = below<Step>(frame->page(MainFrame::View::caseFlow));
        auto* field = step ? dynamic_cast<NoteField*>(step->fieldAt(path)) : nullptr;
        return field ? field->value() : std::string{};
    }
    std::string applicant() { return entry<ApplicantStep>("applicant.citizenNumber"); }
    std::string guardian() { return entry<GuardianStep>("guardian.citizenNumber"); }
    CardIntake& intake() { return *below<CardIntake>(frame->page(MainFrame::View::caseFlow)); }

    TemporaryFolder folder;
    simulator::ReaderEmulator emulator;
    SystemClock clock;
    NoLog log;
    CardWatch watch;
};

} // namespace guitai
