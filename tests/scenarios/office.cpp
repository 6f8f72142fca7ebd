#include "tests/scenarios/office.h"

#include "forms/case/camera_view.h"
#include "forms/case/case_flow_page.h"
#include "forms/case/payment_step.h"
#include "forms/case/step_rail.h"
#include "forms/money/money_page.h"
#include "forms/money/refund_page.h"
#include "forms/wording/money_words.h"
#include "printing/voucher_printer.h"
#include "services/devices/reader/reader_address.h"
#include "services/payments/charge_lookup.h"
#include "services/practice/reader_card.h"
#include "services/station_time.h"
#include "tests/forms/below.h"
#include "tests/services/cases/example_draft.h"

#include <wx/app.h>

#include <algorithm>
#include <fstream>

namespace guitai
{

namespace
{

/// One printer for all scenarios: it finds its fonts once.
class SharedPrinter final : public VoucherPrinter
{
public:
    std::optional<char32_t> firstMissing(std::string_view text) const override
    {
        return shared().firstMissing(text);
    }
    Result<RenderedPaper> render(const Voucher& voucher) override
    {
        return shared().render(voucher);
    }
    RgbImage preview(const Bytes& pdf, double dotsPerInch) override
    {
        return shared().preview(pdf, dotsPerInch);
    }

private:
    static VoucherPrinter& shared()
    {
        static const auto printer = makeVoucherPrinter();
        return *printer;
    }
};

bool isElectronic(const Scenario& scenario)
{
    return std::ranges::any_of(scenario.payments, [](const ScenarioPayment& payment) {
        return payment.by != ScenarioPayment::By::cash;
    });
}

/// Looks past what is hidden: another step may have a control of the same class.
template <class Control>
Control* shownBelow(const wxWindow& window)
{
    for (auto* child : window.GetChildren()) {
        if (!child->IsShown())
            continue;
        if (auto* found = dynamic_cast<Control*>(child))
            return found;
        if (auto* found = shownBelow<Control>(*child))
            return found;
    }
    return nullptr;
}

} // namespace

ScenarioOffice::ScenarioOffice(const Scenario& scenario) : m_scenario(scenario)
{
    m_today = StationTime{}.dateOf(m_world.clock.now());
    std::filesystem::copy_file(GUITAI_EXAMPLES_FOLDER "/photo-" + scenario.photo + ".jpg",
                               photoFile());
    std::ofstream{brokenPhotoFile(), std::ios::binary} << "this is no picture";
    layHands();
    m_photos = std::make_unique<PhotoProgram>(usualPhotoProgram(), loadRuleBook(Assets{}).photo);
    m_camera =
        std::make_unique<CameraProcess>(usualCameraProgram(), "file:" + photoFile().string());
    m_scanner = std::make_unique<PracticeScanner>(m_files / "hands");
    m_fingerThread = std::make_unique<WorkerThread>();
    m_fingers = std::make_unique<FingerStation>(FingerStation{*m_scanner, *m_fingerThread});
    if (scenario.cardsOnReader)
        m_reader = std::make_unique<PracticeReader>(m_files / "reader", m_today);
    if (isElectronic(scenario))
        m_providers = std::make_unique<GatewaySimulator>(m_world.clock);
    open();
}

ScenarioOffice::~ScenarioOffice()
{
    close();
    m_scanner->cancel();
}

/// What the emulated scanner reads: a line a finger.
void ScenarioOffice::layHands() const
{
    std::filesystem::create_directories(m_files / "hands");
    auto file = std::ofstream{m_files / "hands" / "hands"};
    for (const auto& [finger, made] : m_scenario.fingers.skins) {
        file << static_cast<int>(finger) << ' ' << made.skin;
        for (const auto score : made.presses)
            file << ' ' << score;
        file << '\n';
    }
}

void ScenarioOffice::layDown(const MadeUpPerson& person, const std::optional<int>& endsInDays)
{
    m_reader->layDown(readerCard(person, endsInDays, m_today));
}

void ScenarioOffice::open()
{
    m_window = std::make_unique<FrameWindow>(
        std::make_unique<WorkerThread>(), std::make_unique<SharedPrinter>(), m_world);
    auto& station = *m_window->station;
    station.photos = m_photos.get();
    station.camera = m_camera.get();
    station.fingers = m_fingers.get();
    if (m_reader) {
        const auto address = readerAddressFrom(m_reader->device().string()).value();
        m_watch = std::make_unique<CardWatch>(
            CardReader{lineTo(address), m_realTime, StationTime{}}, m_window->cards.feed, m_log);
    }
    if (m_providers) {
        m_electronic = std::make_unique<ElectronicStation>(
            ElectronicChannels::ofStation(
                {m_providers->process().clients(), m_world.clock, m_random, m_log}),
            ElectronicStation::Parts{m_window->parts(), Assets{}, station, m_log});
        station.electronic = &m_electronic->payment();
    }
}

void ScenarioOffice::close()
{
    m_watch.reset();
    m_electronic.reset();
    m_papersBefore = papers();
    m_window.reset();
    wxTheApp->ProcessPendingEvents(); // what work told last, with nobody to listen
}

void ScenarioOffice::restart()
{
    close();
    m_world.reopen();
    open();
}

bool ScenarioOffice::isBusy() const
{
    return m_window->station->background.busy() || m_fingerThread->busy();
}

std::optional<Step> ScenarioOffice::step() const
{
    if (view() != MainFrame::View::caseFlow)
        return std::nullopt;
    const auto* rail = below<StepRail>(m_window->frame->page(MainFrame::View::caseFlow));
    return rail == nullptr ? std::nullopt : std::optional{rail->current()};
}

std::string ScenarioOffice::notice() const
{
    return m_window->frame->notice().utf8_string();
}

bool ScenarioOffice::cameraShows() const
{
    const auto* live = shownBelow<CameraView>(*m_window->frame);
    return live != nullptr && live->framesShown() > 0;
}

const std::optional<PaymentView>* ScenarioOffice::payment() const
{
    const auto* part = shownBelow<ElectronicPart>(*m_window->frame);
    return part == nullptr ? nullptr : &part->view();
}

bool ScenarioOffice::cashIsFree() const
{
    const auto* step = shownBelow<PaymentStep>(*m_window->frame);
    return step != nullptr && step->electronic() != nullptr && step->electronic()->isFree();
}

bool ScenarioOffice::isWatched(MoneyMatter why) const
{
    if (view() != MainFrame::View::money)
        return false;
    const auto& list = dynamic_cast<MoneyPage&>(m_window->frame->page(MainFrame::View::money));
    return list.items().size() == 1 && list.items().front().matter == why;
}

bool ScenarioOffice::isRefundDone() const
{
    if (view() != MainFrame::View::payment)
        return false;
    const auto& page = dynamic_cast<RefundPage&>(m_window->frame->page(MainFrame::View::payment));
    return page.told() == words::sentence(RefundStanding::done);
}

void ScenarioOffice::pass(std::chrono::seconds time)
{
    if (m_providers)
        m_providers->pass(time);
    else
        m_world.clock.pass(time);
    if (m_electronic)
        m_electronic->payment().wake();
}

ScenarioOutcome ScenarioOffice::outcome()
{
    auto outcome = ScenarioOutcome{};
    auto query = CaseQuery{};
    query.citizenNumber = citizenNumberOf(m_scenario.applicant.person, m_today);
    const auto rows = m_window->cases->search(query).rows;
    if (rows.empty())
        return outcome;
    const auto& number = rows.front().acceptanceNumber; // the newest
    outcome.found = m_window->cases->load(number).value();
    outcome.papers = m_window->vouchers->papersOf(number);
    const auto& charge = outcome.found->charge;
    if (charge.tender == Tender::cash && charge.state == ChargeState::refunded)
        outcome.refunded = charge.due;
    if (const auto record = loadCharge(m_world.journal(), charge.id))
        for (const auto& attempt : record->attempts)
            outcome.refunded = outcome.refunded + record->refundedOf(attempt.orderNumber);
    return outcome;
}

Money ScenarioOffice::drawer()
{
    const auto shift = m_window->cash->openShiftOf(m_window->actor("zhang"));
    return shift ? shift->expected() - shift->openingFloat : Money{};
}

std::vector<Bytes> ScenarioOffice::papers() const
{
    auto papers = m_papersBefore;
    if (m_window)
        papers.insert(papers.end(), m_window->tray.papers.begin(), m_window->tray.papers.end());
    return papers;
}

Money ScenarioOffice::heldByProviders()
{
    auto sum = Money{};
    if (m_providers)
        for (const auto& trade : m_providers->ledger())
            sum = sum + trade.captured - trade.refunded;
    return sum;
}

} // namespace guitai
