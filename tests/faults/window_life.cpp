#include "tests/faults/window_life.h"

#include "services/rules/rule_book.h"
#include "tests/services/cases/example_draft.h"
#include "tests/services/cases/example_pictures.h"

#include <stdexcept>

namespace guitai
{

namespace
{

using Code = Refusal::Code;

constexpr auto password = "a fine password";

/// The sheet itself is not the subject here; that it is handed over once is.
class BlankPrinter final : public VoucherPrinter
{
public:
    std::optional<char32_t> firstMissing(std::string_view) const override { return std::nullopt; }
    Result<RenderedPaper> render(const Voucher&) override { return RenderedPaper{Bytes(100)}; }
    RgbImage preview(const Bytes&, double) override { return {}; }
};

class Tray final : public PaperOutput
{
public:
    void put(const Bytes&, const std::string&) override {}
    std::string name() const override { return "tray"; }
};

/// A step that is run again after an outage may find itself done.
template <class T>
bool isDone(const Result<T>& result, std::initializer_list<Code> alreadyDone)
{
    if (result)
        return true;
    for (const auto code : alreadyDone)
        if (result.refusal().code == code)
            return false;
    throw std::runtime_error("refused: " + std::string{nameOf(result.refusal().code)} + " " +
                             result.refusal().field);
}

} // namespace

WindowLife::WindowLife(JournalPlace place, std::function<void(Journal&)> afterWrite)
    : m_place(std::move(place)), m_afterWrite(std::move(afterWrite)),
      m_rules(loadRuleBook(Assets{})), m_printer(std::make_unique<BlankPrinter>()),
      m_output(std::make_unique<Tray>())
{
    addPeopleSteps();
    addDraftSteps();
    addCaseSteps();
}

void WindowLife::addStep(std::string name, std::function<void()> act)
{
    m_names.push_back(std::move(name));
    m_acts.push_back(std::move(act));
}

void WindowLife::run(std::size_t step)
{
    m_random = SeededRandom{step + 1}; // a step that is run again makes the same numbers
    m_acts.at(step)();
    m_clock.pass(std::chrono::seconds{7});
}

void WindowLife::start()
{
    const auto identity = WindowIdentity{
        .agency = "110108520000", .window = "03", .name = "测试派出所", .training = true};
    m_observed.reset();
    m_open.reset();
    m_open = isInitialised(m_place) ? openJournal(m_place, m_clock)
                                    : initialiseJournal(m_place, identity, m_clock, m_random);
    m_observed.emplace(*m_open->journal, [this] { m_afterWrite(*m_open->journal); });
    m_afterWrite(*m_open->journal);
}

CaseDesk::Parts WindowLife::parts()
{
    return {*m_observed, m_rules, *m_printer, m_clock, m_random, m_open->identity, {}};
}

VoucherDesk WindowLife::vouchers()
{
    return VoucherDesk{parts(), *m_printer, *m_output, {}};
}

Actor WindowLife::signIn(const std::string& id)
{
    return People{*m_observed, m_hasher, m_clock}.signIn(id, password).value();
}

void WindowLife::addPeopleSteps()
{
    addStep("first start", [this] { start(); });
    addStep("first administrator", [this] {
        auto people = People{*m_observed, m_hasher, m_clock};
        isDone(people.createFirstAdministrator("admin", "管理员", password),
               {Code::alreadyInitialised});
    });
    addStep("administrator signs in", [this] { m_admin = signIn("admin"); });
    const auto addUser = [this](const std::string& id, const std::string& name, Role role) {
        auto people = People{*m_observed, m_hasher, m_clock};
        isDone(people.add(m_admin, id, name, role, password), {Code::nameTaken});
    };
    addStep("clerk added", [addUser] { addUser("wang", "王小河", Role::clerk); });
    addStep("supervisor added", [addUser] { addUser("zhao", "赵大海", Role::supervisor); });
    addStep("clerk signs in", [this] { m_clerk = signIn("wang"); });
    addStep("shift opened", [this] {
        isDone(cash().openShift(m_clerk, {{10000, 1}, {1000, 5}, {100, 20}}),
               {Code::shiftAlreadyOpen});
    });
}

void WindowLife::addDraftSteps()
{
    const auto whole = fingersDraft();
    const auto save = [this](const std::string& name, std::function<void(Draft&)> edit) {
        addStep(name, [this, edit] {
            edit(m_draft);
            (void)desk().saveDraft(m_clerk, m_draft).value();
        });
    };
    addStep("draft begun", [this] {
        m_draft = desk().newDraft(m_clerk).value();
        (void)desk().saveDraft(m_clerk, m_draft).value();
    });
    save("category", [whole](Draft& draft) {
        draft.declared = whole.declared;
        draft.kind = whole.kind;
    });
    save("citizen number",
         [whole](Draft& draft) { draft.applicant.citizenNumber = whole.applicant.citizenNumber; });
    save("name", [whole](Draft& draft) { draft.applicant.name = whole.applicant.name; });
    save("rest of the applicant", [whole](Draft& draft) { draft.applicant = whole.applicant; });
    save("documents", [whole](Draft& draft) { draft.documents = whole.documents; });
    addStep("photo", [this] {
        m_draft.photo = desk().keepPhoto(m_clerk, exampleJpeg()).value();
        (void)desk().saveDraft(m_clerk, m_draft).value();
    });
    save("fingers", [whole](Draft& draft) {
        draft.rightHand = whole.rightHand;
        draft.leftHand = whole.leftHand;
    });
    save("delivery", [whole](Draft& draft) { draft.delivery = whole.delivery; });
    addStep("draft parked", [this] { (void)desk().parkDraft(m_clerk, m_draft.id).value(); });
    addStep("restart", [this] { start(); });
    addStep("draft resumed", [this] { m_draft = desk().resumeDraft(m_clerk, m_draft.id).value(); });
    addStep("signature", [this, whole] {
        m_draft.confirmation = whole.confirmation;
        m_draft.confirmation.signature = desk().keepSignature(m_clerk, examplePng()).value();
        (void)desk().saveDraft(m_clerk, m_draft).value();
    });
}

void WindowLife::addCaseSteps()
{
    addStep("confirmed", [this] {
        const auto confirmed = desk().confirm(m_clerk, m_draft);
        isDone(confirmed, {});
        m_number = confirmed.value().acceptanceNumber;
    });
    addStep("supervisor signs in", [this] { m_supervisor = signIn("zhao"); });
    addStep("approved", [this] {
        const auto subject = desk().load(m_number).value();
        for (const auto& exception : subject.exceptions)
            isDone(
                desk().decide(
                    m_supervisor, m_number, exception.kind, DecisionOutcome::approved, "情况属实"),
                {Code::alreadyDecided});
    });
    addStep("paid", [this] {
        const auto due = desk().load(m_number).value().charge.due;
        isDone(cash().payCash(m_clerk, m_number, due, false), {Code::alreadySettled});
    });
    addStep("voucher", [this] {
        const auto issued = vouchers().issue(m_clerk, m_number);
        if (isDone(issued, {Code::alreadyPrinted, Code::unresolvedPrint}))
            return;
        for (const auto& paper : vouchers().unresolved())
            isDone(vouchers().resolve(m_clerk, paper.id, true), {Code::alreadyDecided});
    });
    addStep("second draft begun and thrown away", [this] {
        auto second = desk().newDraft(m_clerk).value();
        second.applicant.name = "周明";
        (void)desk().saveDraft(m_clerk, second).value();
        isDone(desk().discardDraft(m_clerk, second.id), {Code::noSuchDraft});
    });
    addStep("index rebuilt", [this] { m_observed->rebuildIndex(); });
    addStep("shift closed", [this] {
        const auto shift = cash().openShiftOf(m_clerk);
        if (!shift) // this step, tried before
            return;
        auto counted = shift->opening;
        counted[1000] += shift->cashCollected.inFen() / 1000;
        if (!shift->isCounted()) // else this step got as far as the count
            isDone(cash().countDrawer(m_clerk, counted), {});
        isDone(cash().closeShift(m_clerk), {});
    });
    addStep("clerk signs out", [this] { People{*m_observed, m_hasher, m_clock}.signOut(m_clerk); });
    addStep("last restart", [this] { start(); });
}

} // namespace guitai
