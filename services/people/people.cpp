#include "services/people/people.h"

#include "services/failure.h"
#include "services/journal/payloads.h"
#include "services/people/account_rules.h"
#include "services/people/lock.h"
#include "services/rules/person_name.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guitai
{

namespace
{

using Code = Refusal::Code;

Role roleOf(const UserRow& row)
{
    const auto role = fromName<Role>(row.role);
    if (!role)
        throw ServiceFailure(ServiceFailure::Kind::damaged, "a user's role");
    return *role;
}

User userFrom(const UserRow& row, const Clock& clock)
{
    return {.id = row.id,
            .personId = row.personId,
            .displayName = row.displayName,
            .role = roleOf(row),
            .disabled = row.disabled,
            .minutesLocked = minutesLocked(row, clock)};
}

void appendTo(Journal& journal,
              EventKind kind,
              const std::string& subject,
              const std::string& actor,
              nlohmann::json payload = nlohmann::json::object())
{
    payload["v"] = payloadVersion;
    journal.commit([&](JournalWriting& writing) {
        writing.append(
            {.kind = kind, .subject = subject, .actor = actor, .payload = payload.dump()});
    });
}

std::string subjectOf(const std::string& id)
{
    return "user/" + id;
}

constexpr auto nobody = "system";
constexpr std::size_t longestDisplayName = 50;

} // namespace

People::People(Journal& journal, PasswordHasher& hasher, Clock& clock)
    : m_journal(journal), m_hasher(hasher), m_clock(clock)
{
}

Result<User> People::createFirstAdministrator(const std::string& id,
                                              const std::string& displayName,
                                              const std::string& password)
{
    if (!m_journal.users().empty())
        return Refusal{.code = Code::alreadyInitialised};
    return enter(
        {.id = id, .displayName = displayName, .role = Role::administrator}, password, nobody);
}

Result<User> People::add(const Actor& administrator,
                         const std::string& id,
                         const std::string& displayName,
                         Role role,
                         const std::string& password,
                         const std::string& personId)
{
    if (const auto may = require(administrator, Operation::administerUsers); !may)
        return may.refusals();
    return enter({.id = id, .personId = personId, .displayName = displayName, .role = role},
                 password,
                 administrator.userId);
}

Result<User> People::enter(User user, const std::string& password, const std::string& actor)
{
    auto refusals = Refusals{};
    if (const auto refused = refusedSignInName(user.id))
        refusals.push_back(*refused);
    if (const auto refused = refusedPassword(user.id, password))
        refusals.push_back(*refused);
    const auto displayName = parseText(user.displayName, longestDisplayName, "displayName");
    if (!displayName)
        refusals.push_back(displayName.refusal());
    else if (displayName.value().empty())
        refusals.push_back({.code = Code::missing, .field = "displayName"});
    const auto known = m_journal.users();
    if (std::any_of(known.begin(), known.end(), [&](const UserRow& row) {
            return sameSignInName(row.id, user.id);
        }))
        refusals.push_back({.code = Code::nameTaken, .field = "id"});
    if (!refusals.empty())
        return refusals;

    if (user.personId.empty())
        user.personId = user.id;
    user.displayName = displayName.value();
    appendTo(m_journal,
             EventKind::userAdded,
             subjectOf(user.id),
             actor,
             {{"id", user.id},
              {"personId", user.personId},
              {"displayName", user.displayName},
              {"role", nameOf(user.role)},
              {"passwordHash", m_hasher.hash(password)}});
    return user;
}

Result<UserRow> People::changeable(const Actor& administrator, const std::string& id)
{
    if (const auto may = require(administrator, Operation::administerUsers); !may)
        return may.refusals();
    if (auto row = m_journal.user(id))
        return *std::move(row);
    return Refusal{.code = Code::noSuchUser, .field = "id"};
}

bool People::isLastAdministrator(const UserRow& row)
{
    const auto users = m_journal.users();
    return std::none_of(users.begin(), users.end(), [&](const UserRow& other) {
        return other.id != row.id && !other.disabled && roleOf(other) == Role::administrator;
    });
}

Result<Done> People::disable(const Actor& administrator, const std::string& id)
{
    const auto row = changeable(administrator, id);
    if (!row)
        return row.refusals();
    if (row.value().disabled)
        return Done{};
    if (roleOf(row.value()) == Role::administrator && isLastAdministrator(row.value()))
        return Refusal{.code = Code::lastAdministrator, .field = "id"};
    appendTo(m_journal, EventKind::userDisabled, subjectOf(id), administrator.userId);
    return Done{};
}

Result<Done> People::enable(const Actor& administrator, const std::string& id)
{
    const auto row = changeable(administrator, id);
    if (!row)
        return row.refusals();
    if (row.value().disabled)
        appendTo(m_journal, EventKind::userEnabled, subjectOf(id), administrator.userId);
    return Done{};
}

Result<Done> People::resetPassword(const Actor& administrator,
                                   const std::string& id,
                                   const std::string& password)
{
    const auto row = changeable(administrator, id);
    if (!row)
        return row.refusals();
    if (const auto refused = refusedPassword(id, password))
        return *refused;
    appendTo(m_journal,
             EventKind::passwordReset,
             subjectOf(id),
             administrator.userId,
             {{"passwordHash", m_hasher.hash(password)}});
    return Done{};
}

void People::rememberFailure(const std::string& subject)
{
    appendTo(m_journal,
             EventKind::signInFailed,
             subject,
             nobody,
             {{"bootId", m_clock.bootId()}, {"sinceBootMs", m_clock.sinceBoot().count()}});
}

Result<Actor> People::signIn(const std::string& id, const std::string& password)
{
    const auto wrong = Refusal{.code = Code::wrongPassword, .field = "password"};
    const auto row = m_journal.user(id);
    if (!row) {
        // The same work as for a name that exists: nobody learns by the time which names do. What
        // was typed is not kept; it may be a password.
        m_hasher.hash(password);
        rememberFailure("window");
        return wrong;
    }
    if (const auto minutes = minutesLocked(*row, m_clock); minutes > 0)
        return Refusal{
            .code = Code::accountLocked, .field = "id", .arguments = {std::to_string(minutes)}};
    if (!m_hasher.verify(row->passwordHash, password)) {
        rememberFailure(subjectOf(id));
        return wrong;
    }
    if (row->disabled)
        return Refusal{.code = Code::accountDisabled, .field = "id"};
    appendTo(m_journal, EventKind::signedIn, subjectOf(id), id);
    return Actor{.userId = row->id, .personId = row->personId, .role = roleOf(*row)};
}

void People::signOut(const Actor& actor)
{
    appendTo(m_journal, EventKind::signedOut, subjectOf(actor.userId), actor.userId);
}

std::vector<User> People::list()
{
    auto users = std::vector<User>{};
    for (const auto& row : m_journal.users())
        users.push_back(userFrom(row, m_clock));
    return users;
}

std::optional<User> People::find(std::string_view id)
{
    const auto row = m_journal.user(id);
    return row ? std::optional{userFrom(*row, m_clock)} : std::nullopt;
}

} // namespace guitai
