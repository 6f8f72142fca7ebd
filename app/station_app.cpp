#include "app/station_app.h"

#include "app/practice/practice_exercises.h"
#include "app/practice/practice_run.h"
#include "app/station/station_self_test.h"
#include "app/station/training.h"
#include "app/station/usual_folders.h"
#include "app/station_devices.h"
#include "forms/frame/main_frame.h"
#include "forms/frame/worker_thread.h"
#include "forms/text.h"
#include "forms/widgets/theme.h"
#include "forms/wording/translations.h"
#include "forms/wording/words.h"
#include "printing/report_printer.h"
#include "printing/voucher_printer.h"
#include "services/approvals/request_desk.h"
#include "services/cases/notice_desk.h"
#include "services/cases/picture_removal.h"
#include "services/cases/template_removal.h"
#include "services/devices/camera/camera_process.h"
#include "services/devices/photo/photo_program.h"
#include "services/rules/asset_error.h"

#include <wx/filedlg.h>
#include <wx/image.h>
#include <wx/msgdlg.h>

#include <cstdio>
#include <iostream>

namespace guitai
{

namespace
{

constexpr auto usualAuthority = "北京市公安局海淀分局"; // of the made-up station

} // namespace

/// Everything that the pages use, in the order in which it is made.
struct StationApp::Services {
    OpenJournal open;
    RuleBook rules;
    std::unique_ptr<VoucherPrinter> printer;
    std::unique_ptr<ReportPrinter> reportPrinter;
    std::unique_ptr<PaperOutput> output;
    CaseDesk::Parts parts;
    People people;
    CaseDesk cases;
    CashDesk cash;
    MoneyDesk money;
    VoucherDesk vouchers;
    ReportDesk reports;
    NoticeDesk notices;
    RequestDesk requests;
    ReconciliationDesk reconciliation;
    PhotoProgram photos;
    std::unique_ptr<CameraProcess> camera;
    std::unique_ptr<CameraProcess> paperCamera;
    std::unique_ptr<RunningScanner> fingers;
    std::unique_ptr<RunningReader> reader;
    std::unique_ptr<Exercises> exercises;
    std::unique_ptr<Workstation> workstation;

    Services(OpenJournal journal, StationApp& app)
        : open(std::move(journal)), rules(app.m_rules.get()), printer(app.m_printer.get()),
          reportPrinter(makeReportPrinter()),
          output(paperOutput(app.m_settings, app.devicePlace())),
          parts{*open.journal, rules, *printer, app.m_clock, app.m_random, open.identity, {}},
          people(*open.journal, app.m_hasher, app.m_clock), cases(parts), cash(parts), money(parts),
          vouchers(parts, *printer, *output, app.m_settings.station),
          reports(parts, *reportPrinter, *output, app.m_settings.station),
          notices(parts, *reportPrinter, *output, app.m_settings.station), requests(parts),
          reconciliation(parts), photos(usualPhotoProgram(), rules.photo),
          camera(stationCamera(app.m_settings, app.devicePlace())),
          paperCamera(stationPaperCamera(app.m_settings, app.devicePlace())),
          fingers(runningScanner(app.m_settings, app.devicePlace())),
          reader(runningReader(
              app.m_settings, app.devicePlace(), app.m_clock, parts.time, *app.m_log)),
          exercises(practiceExercises(app.devicePlace(), reader ? reader->practice.get() : nullptr))
    {
    }
};

DevicePlace StationApp::devicePlace() const
{
    return {m_place.folder, m_training};
}

StationApp::StationApp(StationOptions options) : m_options(std::move(options)) {}

StationApp::~StationApp() = default;

bool StationApp::OnInit()
{
    SetAppName("guitai");
    m_exitCode = start() ? 0 : outage;
    return true;
}

bool StationApp::start()
{
    const auto language = languageFrom(m_options.language).value_or(Language::chinese);
    useLanguage(language);
    for (auto* handler :
         std::initializer_list<wxImageHandler*>{new wxJPEGHandler, new wxPNGHandler})
        wxImage::AddHandler(handler); // wx owns them
    const auto usual = m_options.data.empty() ? usualDataFolder() : m_options.data;
    m_training = m_options.training || !m_options.practice.empty() ||
                 (m_options.data.empty() && !heldWindow({usual}));
    m_place = {m_training && m_options.data.empty() ? usual / "training" : usual};
    if (!m_options.practice.empty()) { // each play begins with nothing, and leaves what it made
        m_options.practice = freshFolder(m_options.practice);
        m_place = {m_options.practice / "data"};
    }
    if (m_options.assets.empty() && !m_training)
        m_options.assets = usualAssetsFolder;
    // Made while the toolkit reads its theme. Not before the toolkit is up: it changes the
    // environment, which other threads read.
    m_printer = std::async(std::launch::async, makeVoucherPrinter);
    auto opening = std::async(std::launch::async, [this] { return openData(); });
    m_rules =
        std::async(std::launch::async, [this] { return loadRuleBook(Assets{m_options.assets}); });
    theme::install();
    try {
        m_settings = loadSettings(m_place.folder);
        const auto set = languageFrom(m_settings.language).value_or(Language::chinese);
        if (m_options.language.empty() && set != language)
            useLanguage(set);
        if (m_training && m_settings.station.authority.empty())
            m_settings.station.authority = usualAuthority;
        if (!m_training && !heldWindow(m_place)) // before a log makes the folder
            return explain(words::sentence(Refusal{Refusal::Code::notInitialised, "data", {}}));
        m_log = std::make_unique<LogFile>(m_place.folder / "log" / "guitai.log", m_clock);
        auto open = std::optional<OpenJournal>{};
        try {
            open = opening.get();
        } catch (const ServiceFailure& failure) {
            const auto gone = failure.kind() == ServiceFailure::Kind::notFound;
            if (failure.kind() != ServiceFailure::Kind::damaged && !gone)
                throw;
            m_log->error(gone ? "the database is gone" : "the database is damaged");
            open = mend();
        }
        if (!open)
            return false;
        m_services = std::make_unique<Services>(*std::move(open), *this);
    } catch (const SettingsError& error) {
        return explain(toUi(error.what()));
    } catch (const AssetError& error) {
        return explain(toUi(error.what()));
    } catch (const ServiceFailure& failure) {
        if (m_log)
            m_log->error(failure.what());
        return explain(words::sentence(failure));
    }
    m_worker = std::make_unique<WorkerThread>();
    showFrame();
    return true;
}

void StationApp::showFrame()
{
    auto& made = *m_services;
    const auto queue = m_training ? std::string{} : m_settings.printerQueue;
    made.workstation = std::make_unique<Workstation>(Workstation{
        .people = made.people,
        .cases = made.cases,
        .cash = made.cash,
        .money = made.money,
        .vouchers = made.vouchers,
        .reports = made.reports,
        .reconciliation = made.reconciliation,
        .clock = m_clock,
        .background = *m_worker,
        .log = *m_log,
        .time = made.parts.time,
        .identity = made.open.identity,
        .texts = m_settings.station,
        .rules = made.rules,
        .glyphs = *made.printer,
        .trainingUsers = m_training ? trainingUsers() : std::vector<TrainingUser>{},
        .idleLock = m_settings.idleLock,
        .training = made.open.identity.training,
        .selfTest =
            [subjects = SelfTestSubjects{*made.open.journal,
                                         *made.printer,
                                         m_clock,
                                         made.parts.time,
                                         m_place.folder,
                                         made.output->name(),
                                         [queue] { return queue.empty() || queueAnswers(queue); },
                                         made.camera ? made.camera->device() : std::string{},
                                         askedState(made.reader.get())}] {
                return testStation(subjects);
            },
        .fingers = made.fingers ? &made.fingers->station : nullptr,
        .photos = &made.photos,
        .camera = made.camera.get(),
        .paperCamera = made.paperCamera.get(),
        .cards = made.reader ? &made.reader->station : nullptr,
        .notices = &made.notices,
        .requests = &made.requests,
        .exercises = made.exercises.get(),
    });
    removeOldTemplates();
    m_frame = new MainFrame(*made.workstation);
    m_frame->Show();
    if (!m_options.practice.empty())
        beginPractice();
    else if (m_options.exitWhenReady)
        endWhenReady();
    else
        connectPayment();
}

/// First of all that the journal's thread does: no page holds a template or picture yet.
void StationApp::removeOldTemplates()
{
    m_worker->run(
        m_lifetime,
        [&parts = m_services->parts] {
            return removeDueTemplates(parts) + removeUnnamedPictures(parts.journal);
        },
        [this](std::future<int> removed) {
            try {
                if (const auto count = removed.get())
                    m_log->info("fingerprint templates and pictures removed: " +
                                std::to_string(count));
            } catch (const ServiceFailure& failure) {
                m_log->error(std::string{"removal of what is due: "} + failure.what());
            }
        });
}

void StationApp::connectPayment()
{
    const auto parts = ElectronicChannels::Parts{m_place.folder, m_clock, m_random, *m_log};
    m_connecting = std::async(std::launch::async, [this, parts] {
        auto channels = std::make_shared<std::unique_ptr<ElectronicChannels>>();
        try {
            *channels = m_training ? ElectronicChannels::ofPractice(parts)
                                   : ElectronicChannels::ofStation(parts);
        } catch (const ServiceFailure& failure) {
            m_log->error(std::string{"electronic payment: "} + failure.what());
        }
        if (*channels)
            CallAfter([this, channels] { paymentConnected(std::move(*channels)); });
    });
}

void StationApp::paymentConnected(std::unique_ptr<ElectronicChannels> channels)
{
    if (!m_worker || !m_services)
        return; // the window is closing
    try {
        const auto assets = Assets{m_options.assets};
        m_electronic = std::make_unique<ElectronicStation>(
            std::move(channels),
            ElectronicStation::Parts{m_services->parts, assets, *m_services->workstation, *m_log});
        m_services->workstation->electronic = &m_electronic->payment();
        m_services->workstation->bills = &m_electronic->bills();
    } catch (const AssetError& error) {
        m_log->error(error.what());
    }
}

void StationApp::beginPractice()
{
    m_practice = std::make_unique<PracticeRun>(
        m_options.practice, m_place.folder / "papers", [this](bool worked) {
            m_exitCode = worked ? 0 : outage;
            m_frame->Close(true);
        });
    m_practice->start();
}

/// Ready: the page was painted, and a key would reach a field.
void StationApp::endWhenReady()
{
    m_frame->Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (!m_frame->IsShownOnScreen() || wxWindow::FindFocus() == nullptr)
            return;
        std::puts("ready");
        std::fflush(stdout);
        m_frame->Close(true);
    });
}

OpenJournal StationApp::openData()
{
    if (m_training)
        return openTraining(m_place, m_clock, m_random, m_hasher);
    return openJournal(m_place, m_clock);
}

/// A database that is damaged or gone: a backup takes its place, or the program ends with nothing
/// changed.
std::optional<OpenJournal> StationApp::mend()
{
    const auto sentence =
        wxString{_("The database of this window is damaged or gone. A backup can be put in its "
                   "place; a damaged one is first moved aside, unchanged. Nothing is deleted.")};
    std::cerr << fromUi(sentence) << '\n'; // for who started it from a terminal
    auto question = wxMessageDialog(
        nullptr, sentence, _("The database is damaged"), wxYES_NO | wxNO_DEFAULT | wxICON_ERROR);
    question.SetYesNoLabels(_("&Choose a backup"), _("Close the &program"));
    if (question.ShowModal() != wxID_YES)
        return std::nullopt;
    while (true) {
        auto choose = wxFileDialog(nullptr,
                                   _("The backup to restore"),
                                   {},
                                   {},
                                   wxFileSelectorDefaultWildcardStr,
                                   wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (choose.ShowModal() != wxID_OK)
            return std::nullopt;
        if (putInPlace(fromUi(choose.GetPath())))
            return openData();
    }
}

bool StationApp::putInPlace(const std::filesystem::path& backup)
{
    try {
        const auto aside = restore(m_place, backup, m_clock, Standing::movedAside);
        m_log->warning("a backup was restored");
        wxMessageBox(aside ? wxString::Format(
                                 // TRANSLATORS: the file that the damaged database was moved to
                                 _("The backup was restored. The damaged database is kept as %s."),
                                 toUi(aside->string()))
                           : wxString{_("The backup was restored.")},
                     _("Restored"));
        return true;
    } catch (const ServiceFailure& failure) {
        if (failure.kind() != ServiceFailure::Kind::damaged)
            throw;
        wxMessageBox(words::sentence(Refusal{Refusal::Code::notABackup, "file", {}}),
                     _("The backup to restore"),
                     wxOK | wxICON_WARNING);
        return false;
    }
}

bool StationApp::explain(const wxString& sentence)
{
    std::cerr << fromUi(sentence) << '\n'; // for who started it from a terminal
    wxMessageBox(sentence, _("The window cannot be opened"), wxOK | wxICON_ERROR);
    return false;
}

int StationApp::OnRun()
{
    const auto code = m_frame ? wxApp::OnRun() : 0;
    return m_exitCode != 0 ? m_exitCode : code;
}

int StationApp::OnExit()
{
    m_practice.reset();
    if (m_connecting.valid())
        m_connecting.wait();
    m_electronic.reset();
    m_worker.reset(); // does what still waits, with the services alive
    m_services.reset();
    return wxApp::OnExit();
}

/// The last net: says so plainly, keeps what was entered, ends the program.
bool StationApp::OnExceptionInMainLoop()
{
    if (m_log)
        m_log->error("a fault that nobody caught; the program ends");
    try {
        if (m_frame)
            m_frame->saveOpenPage();
    } catch (const std::exception&) {
        m_log->error("the open page could not be saved");
    }
    wxMessageBox(_("The program met a fault of its own and ends now. What was entered is kept: "
                   "start it again and go on."),
                 _("A fault of the program"),
                 wxOK | wxICON_ERROR);
    m_exitCode = outage;
    return false;
}

} // namespace guitai
