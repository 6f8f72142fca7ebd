#include "app/console/password.h"

#include "forms/text.h"

#include <wx/translation.h>

#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace guitai::console
{

namespace
{

bool atTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

/// Keeps the terminal from showing what is typed, as long as it lives.
class Unseen
{
public:
    Unseen()
    {
        m_changed = atTerminal() && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Result<std::string> readPassword(const wxString& prompt)
{
    if (atTerminal())
        std::cerr << fromUi(prompt) << std::flush;
    auto line = std::string{};
    {
        const auto unseen = Unseen{};
        if (!std::getline(std::cin, line))
            return Refusal{Refusal::Code::missing, "password", {}};
    }
    if (atTerminal())
        std::cerr << '\n';
    if (line.ends_with('\r'))
        line.pop_back();
    if (line.empty())
        return Refusal{Refusal::Code::missing, "password", {}};
    return line;
}

Result<std::string> readNewPassword(const wxString& prompt)
{
    while (true) {
        auto first = readPassword(prompt);
        if (!first || !atTerminal())
            return first;
        const auto second = readPassword(_("The same again: "));
        if (!second || second.value() == first.value())
            return second;
        std::cerr << fromUi(_("The two differ. Once more, please.")) << '\n';
    }
}

} // namespace guitai::console
