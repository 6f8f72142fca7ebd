#include "tests/services/cases/case_office.h"
#include "tests/services/cases/example_pictures.h"

#include <doctest/doctest.h>

#include <functional>

using namespace guitai;

namespace
{

/// Whether a call was refused for the role.
template <class T>
bool isForbidden(const Result<T>& result, Operation operation)
{
    return !result && result.refusal().code == Refusal::Code::notPermitted &&
           result.refusal().field.empty() &&
           result.refusal().arguments == std::vector<std::string>{std::string{nameOf(operation)}};
}

struct GuardedCall {
    const char* name;
    Operation operation;
    std::function<bool(const Actor&)> isForbidden;
};

} // namespace

TEST_CASE("Every call of the desks")
{
    auto office = CaseOffice{};
    const auto draft = office.prepared(childDraft());
    const auto number = std::string{"1101085202026112302999"};
    auto& cases = office.cases();
    auto& cash = office.cash();
    auto& vouchers = office.vouchers();
    using enum Operation;

    const auto calls = std::vector<GuardedCall>{
        {"newDraft",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.newDraft(actor), takeCase); }},
        {"saveDraft",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.saveDraft(actor, draft), takeCase); }},
        {"parkDraft",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.parkDraft(actor, "x"), takeCase); }},
        {"resumeDraft",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.resumeDraft(actor, "x"), takeCase); }},
        {"discardDraft",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.discardDraft(actor, "x"), takeCase); }},
        {"keepPhoto",
         takeCase,
         [&](const Actor& actor) {
             return isForbidden(cases.keepPhoto(actor, exampleJpeg()), takeCase);
         }},
        {"keepSignature",
         takeCase,
         [&](const Actor& actor) {
             return isForbidden(cases.keepSignature(actor, examplePng()), takeCase);
         }},
        {"confirm",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.confirm(actor, Draft{}), takeCase); }},
        {"decide",
         decideException,
         [&](const Actor& actor) {
             return isForbidden(
                 cases.decide(
                     actor, number, ExceptionKind::duplicate, DecisionOutcome::approved, ""),
                 decideException);
         }},
        {"withdraw",
         withdrawCase,
         [&](const Actor& actor) {
             return isForbidden(cases.withdraw(actor, actor, number, "r"), withdrawCase);
         }},
        {"markReady",
         takeCase,
         [&](const Actor& actor) { return isForbidden(cases.markReady(actor, number), takeCase); }},
        {"handOver",
         takeCase,
         [&](const Actor& actor) {
             return isForbidden(cases.handOver(actor, number, {}), takeCase);
         }},
        {"takeBack",
         takeCase,
         [&](const Actor& actor) {
             return isForbidden(cases.takeBack(actor, number, {}), takeCase);
         }},
        {"openShift",
         openShift,
         [&](const Actor& actor) { return isForbidden(cash.openShift(actor, {}), openShift); }},
        {"closeShift",
         closeShift,
         [&](const Actor& actor) { return isForbidden(cash.closeShift(actor), closeShift); }},
        {"countDrawer",
         closeShift,
         [&](const Actor& actor) { return isForbidden(cash.countDrawer(actor, {}), closeShift); }},
        {"handOver of a drawer",
         closeShift,
         [&](const Actor& actor) { return isForbidden(cash.handOver(actor, actor), closeShift); }},
        {"moveCash",
         moveCash,
         [&](const Actor& actor) { return isForbidden(cash.moveCash(actor, {}), moveCash); }},
        {"openDrawer",
         openDrawer,
         [&](const Actor& actor) { return isForbidden(cash.openDrawer(actor, "r"), openDrawer); }},
        {"recordIncident",
         recordIncident,
         [&](const Actor& actor) {
             return isForbidden(cash.recordIncident(actor, {}), recordIncident);
         }},
        {"payCash",
         collectCash,
         [&](const Actor& actor) {
             return isForbidden(cash.payCash(actor, number, Money::yuan(40), false), collectCash);
         }},
        {"mayIssue",
         printVoucher,
         [&](const Actor& actor) {
             return isForbidden(vouchers.mayIssue(actor, number), printVoucher);
         }},
        {"preview",
         printVoucher,
         [&](const Actor& actor) {
             return isForbidden(vouchers.preview(actor, number, 72), printVoucher);
         }},
        {"issue",
         printVoucher,
         [&](const Actor& actor) {
             return isForbidden(vouchers.issue(actor, number), printVoucher);
         }},
        {"reprint",
         reprintVoucher,
         [&](const Actor& actor) {
             return isForbidden(vouchers.reprint(actor, number, "r"), reprintVoucher);
         }},
        {"resolve",
         printVoucher,
         [&](const Actor& actor) {
             return isForbidden(vouchers.resolve(actor, "x", true), printVoucher);
         }},
    };

    SUBCASE("asks the role first")
    {
        for (const auto& call : calls)
            for (const auto role : {Role::clerk, Role::supervisor, Role::administrator}) {
                INFO(call.name << " as " << nameOf(role));
                const auto actor = Actor{std::string{nameOf(role)}, "p", role};
                CHECK(call.isForbidden(actor) == !isPermitted(role, call.operation));
            }
    }
    SUBCASE("keeps the administrator away from cases and writes nothing for one")
    {
        const auto before = office.events();
        for (const auto& call : calls)
            CHECK(call.isForbidden(office.administrator));
        CHECK(office.events() == before);
    }
}
