#pragma once

#include "services/cases/case.h"
#include "services/people/people.h"

#include <wx/string.h>

#include <map>
#include <string>
#include <vector>

namespace guitai
{

/// The names of those who did something in a case, by user id. A clerk knows colleagues by name.
class UserNames
{
public:
    UserNames() = default;
    /// Looks up everybody whom the case names; for the background.
    UserNames(People& people, const Case& subject);
    UserNames(People& people, const std::vector<std::string>& userIds);

    /// The id itself for somebody who is not known, such as the program.
    wxString of(const std::string& userId) const;

private:
    std::map<std::string, std::string> m_names;
};

} // namespace guitai
