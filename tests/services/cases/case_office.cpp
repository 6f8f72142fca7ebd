#include "tests/services/cases/case_office.h"

#include "services/cases/case_events.h"
#include "services/failure.h"
#include "services/utf8.h"
#include "tests/services/cases/example_pictures.h"

#include <stdexcept>

namespace guitai
{

std::optional<char32_t> FakePrinter::firstMissing(std::string_view text) const
{
    const auto points = decodeUtf8(text).value();
    for (const auto point : points)
        if (missing.find(point) != std::u32string::npos)
            return point;
    return std::nullopt;
}

Result<RenderedPaper> FakePrinter::render(const Voucher& voucher)
{
    if (const auto point = firstMissing(voucher.name))
        return Refusal{Refusal::Code::notDrawable, "applicant.name", {codePointName(*point)}};
    rendered.push_back(voucher);
    const auto text = voucher.acceptanceNumber + "/" + std::to_string(voucher.copy);
    const auto bytes = bytesOf(text);
    return RenderedPaper{{bytes.begin(), bytes.end()}};
}

RgbImage FakePrinter::preview(const Bytes& /*pdf*/, double dotsPerInch)
{
    const auto side = static_cast<int>(dotsPerInch);
    return {side, side, Bytes(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 3)};
}

void FakeOutput::put(const Bytes& /*pdf*/, const std::string& title)
{
    if (mood == Mood::jams)
        throw ServiceFailure(ServiceFailure::Kind::printer, "jam");
    if (mood == Mood::machineStops)
        throw Stopped{};
    titles.push_back(title);
}

CaseOffice::CaseOffice(const WindowIdentity& identity) : window(identity)
{
    openDesks();
    addUser(clerk, "洪民警");
    addUser(colleague, "马民警");
    addUser(supervisor, "罗所长");
    addUser(otherSupervisor, "谭所长");
}

void CaseOffice::openDesks()
{
    const auto parts = CaseDesk::Parts{
        journal(), exampleRules(), printer, window.clock, window.random, window.identity(), {}};
    m_desks = std::make_unique<Desks>(Desks{
        CaseDesk{parts},
        CashDesk{parts},
        VoucherDesk{parts, printer, output, {"北京市公安局海淀分局", "010-00000000", "测试路2号"}},
        RequestDesk{parts}});
}

void CaseOffice::replaceJournal(Journal& journal)
{
    m_journal = &journal;
    openDesks();
}

void CaseOffice::restart()
{
    m_desks.reset();
    m_journal = nullptr;
    window.reopen();
    openDesks();
}

void CaseOffice::disable(const Actor& actor)
{
    journal().commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::userDisabled,
                                "user/" + actor.userId,
                                administrator,
                                nlohmann::json::object()));
    });
}

void CaseOffice::addUser(const Actor& actor, const std::string& displayName)
{
    journal().commit([&](JournalWriting& writing) {
        writing.append(newEvent(EventKind::userAdded,
                                "user/" + actor.userId,
                                administrator,
                                {{"id", actor.userId},
                                 {"personId", actor.personId},
                                 {"displayName", displayName},
                                 {"role", nameOf(actor.role)},
                                 {"passwordHash", "none"}}));
    });
}

Draft CaseOffice::prepared(Draft draft)
{
    draft.id = cases().newDraft(clerk).value().id;
    draft.photo = cases().keepPhoto(clerk, exampleJpeg()).value();
    draft.confirmation.signature = cases().keepSignature(clerk, examplePng()).value();
    return draft;
}

Case CaseOffice::confirmed(const Draft& draft)
{
    return cases().confirm(clerk, prepared(draft)).value();
}

std::string CaseOffice::copied(const std::string& acceptanceNumber, int serial)
{
    const auto firstOf = [this](const std::string& subject) {
        return nlohmann::json::parse(journal().eventsOf(subject).at(0).payload);
    };
    const auto day = cases().today();
    auto number = guitai::acceptanceNumber(window.identity().areaAndStation(), day, serial);
    auto confirmation = firstOf(subjectOfCase(acceptanceNumber));
    confirmation["acceptanceNumber"] = number;
    confirmation["day"] = isoDate(day);
    confirmation["serial"] = 1;
    confirmation["draftId"] = std::string(10, 'd') + number;
    auto opened = firstOf(subjectOfCharge(acceptanceNumber));
    opened["id"] = chargeIdOf(number);
    opened["case"] = number;
    journal().commit([&](JournalWriting& writing) {
        writing.append(
            newEvent(EventKind::caseConfirmed, subjectOfCase(number), clerk, confirmation));
        writing.append(newEvent(EventKind::chargeOpened, subjectOfCharge(number), clerk, opened));
    });
    return number;
}

Case CaseOffice::accepted()
{
    const auto number = confirmed(terminalDraft()).acceptanceNumber;
    openShift(clerk);
    return cash().payCash(clerk, number, Money::yuan(40), false).value();
}

Case CaseOffice::printed(int sheets)
{
    const auto number = accepted().acceptanceNumber;
    for (int copy = 0; copy < sheets; ++copy) {
        const auto paper =
            copy == 0 ? vouchers().issue(clerk, number)
                      : vouchers().reprint(clerk,
                                           number,
                                           "纸张破损",
                                           copy > 1 ? std::optional{supervisor} : std::nullopt);
        (void)paper.value();
    }
    return cases().load(number).value();
}

std::vector<Actor> CaseOffice::everybody() const
{
    auto sameAccount = supervisor;
    sameAccount.userId = clerk.userId; // one account whose person was entered wrongly
    auto administratorToo = clerkAsSupervisor;
    administratorToo.role = Role::administrator;
    return {clerk,
            clerkAsSupervisor,
            sameAccount,
            administratorToo,
            colleague,
            supervisor,
            otherSupervisor,
            administrator};
}

void CaseOffice::openShift(const Actor& actor)
{
    if (!cash().openShiftOf(actor))
        (void)cash().openShift(actor, {{1000, 10}}).value();
}

std::int64_t CaseOffice::events()
{
    const auto last = window.journal().lastEvent();
    return last ? last->sequence : 0;
}

const RuleBook& exampleRules()
{
    static const auto book = loadRuleBook(Assets{});
    return book;
}

} // namespace guitai
