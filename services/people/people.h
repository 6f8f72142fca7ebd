#pragma once

#include "services/clock.h"
#include "services/journal/journal.h"
#include "services/people/password_hasher.h"
#include "services/result.h"
#include "services/rules/permissions.h"

#include <string>
#include <string_view>
#include <vector>

namespace guitai
{

struct User {
    std::string id;
    std::string personId = {};
    std::string displayName = {};
    Role role{};
    bool disabled = false;
    int minutesLocked = 0; ///< 0: not locked

    bool operator==(const User&) const = default;
};

inline constexpr int failuresUntilLock = 5;
inline constexpr std::chrono::minutes lockTime{15};
inline constexpr std::size_t shortestPassword = 8;

/// Users and sign-in. Blocks for the time of one Argon2id computation; forms reach it through
/// Background.
class People
{
public:
    People(Journal& journal, PasswordHasher& hasher, Clock& clock);

    /// The first user, an administrator; `alreadyInitialised` once there is one.
    Result<User> createFirstAdministrator(const std::string& id,
                                          const std::string& displayName,
                                          const std::string& password);
    /// Names: 1 to 32 letters, digits, dot, hyphen, underscore or Han. `personId` ties accounts of
    /// one person; empty means that this is the person's only account.
    Result<User> add(const Actor& administrator,
                     const std::string& id,
                     const std::string& displayName,
                     Role role,
                     const std::string& password,
                     const std::string& personId = {});
    Result<Done> disable(const Actor& administrator, const std::string& id);
    Result<Done> enable(const Actor& administrator, const std::string& id);
    /// Also lifts a lock.
    Result<Done>
    resetPassword(const Actor& administrator, const std::string& id, const std::string& password);

    /// Whose account is locked learns it before the password is looked at; whose account is
    /// disabled only with the right one. `wrongPassword` for a wrong name too, after the same time;
    /// `accountLocked` after five failures for 15 minutes, whatever the clock or a restart says.
    /// The failure is durable before the answer.
    Result<Actor> signIn(const std::string& id, const std::string& password);
    void signOut(const Actor& actor);

    std::vector<User> list();
    std::optional<User> find(std::string_view id);

private:
    Result<User> enter(User user, const std::string& password, const std::string& actor);
    Result<UserRow> changeable(const Actor& administrator, const std::string& id);
    bool isLastAdministrator(const UserRow& row);
    void rememberFailure(const std::string& subject);

    Journal& m_journal;
    PasswordHasher& m_hasher;
    Clock& m_clock;
};

} // namespace guitai
