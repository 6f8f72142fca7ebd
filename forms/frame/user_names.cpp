#include "forms/frame/user_names.h"

#include "forms/text.h"

namespace guitai
{

UserNames::UserNames(People& people, const Case& subject)
{
    const auto add = [&](const std::string& id) {
        if (id.empty() || m_names.contains(id))
            return;
        const auto user = people.find(id);
        m_names.emplace(id, user ? user->displayName : id);
    };
    for (const auto& event : subject.history)
        add(event.actor);
    for (const auto& exception : subject.exceptions) {
        add(exception.requester);
        if (exception.decision)
            add(exception.decision->supervisor);
    }
}

UserNames::UserNames(People& people, const std::vector<std::string>& userIds)
{
    for (const auto& id : userIds)
        if (const auto user = people.find(id))
            m_names.emplace(id, user->displayName);
}

wxString UserNames::of(const std::string& userId) const
{
    const auto found = m_names.find(userId);
    return toUi(found == m_names.end() ? userId : found->second);
}

} // namespace guitai
