#include "app/station/training.h"

#include "services/failure.h"

#include <algorithm>

namespace guitai
{

namespace
{

constexpr auto practicePassword = "lianxi-2026";

void addMissing(People& people)
{
    const auto there = people.list();
    const auto isThere = [&there](const TrainingUser& user) {
        return std::ranges::find(there, user.id, &User::id) != there.end();
    };
    const auto users = trainingUsers();
    const auto chief = std::ranges::find(users, Role::administrator, &TrainingUser::role);
    if (there.empty() &&
        !people.createFirstAdministrator(chief->id, chief->displayName, chief->password))
        throw std::logic_error("the made-up administrator was refused");
    const auto actor =
        Actor{.userId = chief->id, .personId = chief->id, .role = Role::administrator};
    for (const auto& user : users)
        if (&user != &*chief && !isThere(user) &&
            !people.add(actor, user.id, user.displayName, user.role, user.password))
            throw std::logic_error("a made-up user was refused");
}

} // namespace

WindowIdentity trainingIdentity()
{
    return {.agency = "110108520000", .window = "03", .name = "测试派出所", .training = true};
}

std::vector<TrainingUser> trainingUsers()
{
    return {
        {"zhangmin", "张敏", Role::clerk, practicePassword},
        {"liqiang", "李强", Role::clerk, practicePassword},
        {"wangjianguo", "王建国", Role::supervisor, practicePassword},
        {"zhaojing", "赵静", Role::administrator, practicePassword},
    };
}

OpenJournal
openTraining(const JournalPlace& place, Clock& clock, RandomSource& random, PasswordHasher& hasher)
{
    auto open = isInitialised(place) ? openJournal(place, clock)
                                     : initialiseJournal(place, trainingIdentity(), clock, random);
    if (!open.identity.training) // never made-up people among real ones
        throw ServiceFailure(ServiceFailure::Kind::inUse, "the data folder is a real window's");
    auto people = People{*open.journal, hasher, clock};
    addMissing(people);
    return open;
}

} // namespace guitai
