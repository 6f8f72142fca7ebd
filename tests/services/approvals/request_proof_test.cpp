#include "tests/services/cases/case_office.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>

namespace guitai::request_proof_test
{

namespace
{

/// What a try starts from: a case with two sheets out, or a counted drawer with 40 yuan too few.
struct Matter {
    CaseOffice office{};
    RequestKind kind{};
    std::string number{};

    explicit Matter(RequestKind wanted) : kind(wanted)
    {
        number = office.printed(2).acceptanceNumber;
        if (kind == RequestKind::cashDifference)
            (void)office.cash().countDrawer(office.clerk, {{10000, 1}}).value();
    }

    Result<ApprovalRequest> ask(const Actor& actor)
    {
        auto& desk = office.requests();
        switch (kind) {
        case RequestKind::reprint:
            return desk.askReprint(actor, number, "居民淋湿，字迹模糊");
        case RequestKind::refund:
            return desk.askWithdrawal(actor, number, "本人放弃");
        case RequestKind::cashDifference:
            return desk.askClose(actor, "少收一笔");
        }
        return Refusal{};
    }
    bool use(const Actor& actor, const std::string& request)
    {
        const auto agreement = Agreement::byRequest(request);
        switch (kind) {
        case RequestKind::reprint:
            return bool{office.vouchers().reprint(actor, number, {}, agreement)};
        case RequestKind::refund:
            return bool{
                office.cases().withdraw(actor, agreement, number, {}, VoucherReturn::returned)};
        case RequestKind::cashDifference:
            return bool{office.cash().closeShift(actor, {.request = request})};
        }
        return false;
    }
};

bool isSame(const Actor& one, const Actor& other)
{
    return one.userId == other.userId || one.personId == other.personId;
}

enum class Path { ask, approve, reject, askBack, answer, use };
constexpr auto paths =
    std::array{Path::ask, Path::approve, Path::reject, Path::askBack, Path::answer, Path::use};

/// What must be there before the path can be tried; the request's id.
std::string prepare(Matter& matter, Path path, const Actor& requester)
{
    if (path == Path::ask)
        return {};
    auto& office = matter.office;
    const auto id = matter.ask(requester).value().id;
    if (path == Path::answer)
        (void)office.requests().askBack(office.otherSupervisor, id, "原件何在？").value();
    if (path == Path::use)
        (void)office.requests()
            .decide(office.otherSupervisor, id, DecisionOutcome::approved, {})
            .value();
    return id;
}

bool take(Matter& matter, Path path, const Actor& actor, const std::string& id)
{
    auto& desk = matter.office.requests();
    switch (path) {
    case Path::ask:
        return bool{matter.ask(actor)};
    case Path::approve:
        return bool{desk.decide(actor, id, DecisionOutcome::approved, {})};
    case Path::reject:
        return bool{desk.decide(actor, id, DecisionOutcome::rejected, "情况不符")};
    case Path::askBack:
        return bool{desk.askBack(actor, id, "原件何在？")};
    case Path::answer:
        return bool{desk.answer(actor, id, "在窗口，已收回")};
    case Path::use:
        return matter.use(actor, id);
    }
    return false;
}

/// Who may, said anew from the rules and not from the code under test.
bool may(const Matter& matter, Path path, const Actor& actor, const Actor& requester)
{
    const auto& office = matter.office;
    const auto isStaff = actor.role == Role::clerk || actor.role == Role::supervisor;
    const auto isDrawers = actor.userId == office.clerk.userId;
    switch (path) {
    case Path::ask: // a drawer is closed by the account that opened it
        return isStaff && (matter.kind != RequestKind::cashDifference || isDrawers);
    case Path::approve:
    case Path::reject:
    case Path::askBack:
        return actor.role == Role::supervisor && !isSame(actor, office.clerk) &&
               !isSame(actor, requester);
    case Path::answer:
        return isStaff && !isSame(actor, office.otherSupervisor);
    case Path::use:
        if (!isStaff || isSame(actor, office.otherSupervisor))
            return false;
        if (matter.kind == RequestKind::reprint)
            return true;
        if (matter.kind == RequestKind::cashDifference)
            return isDrawers;
        // The money was to come out of this drawer, or out of none.
        return isDrawers == (requester.userId == office.clerk.userId);
    }
    return false;
}

} // namespace

TEST_CASE("nobody decides about an own request: every kind, requester, person and path")
{
    const auto example = CaseOffice{};
    auto tried = 0;
    auto done = 0;
    for (const auto kind : {RequestKind::reprint, RequestKind::refund, RequestKind::cashDifference})
        for (const auto& requester : {example.clerk, example.colleague}) {
            if (kind == RequestKind::cashDifference && requester != example.clerk)
                continue; // only the own drawer
            for (const auto path : paths)
                for (const auto& actor : example.everybody()) {
                    auto matter = Matter{kind}; // of its own for every try
                    const auto id = prepare(matter, path, requester);
                    const auto allowed = may(matter, path, actor, requester);
                    INFO(nameOf(kind) << " of " << requester.userId << ", path "
                                      << static_cast<int>(path) << ", " << actor.userId << " "
                                      << actor.personId << " as " << nameOf(actor.role));
                    const auto before = matter.office.events();
                    CHECK(take(matter, path, actor, id) == allowed);
                    CHECK((matter.office.events() != before) == allowed);
                    ++tried;
                    done += allowed ? 1 : 0;
                }
        }
    MESSAGE(tried << " tries, " << done << " of them allowed");
}

} // namespace guitai::request_proof_test
