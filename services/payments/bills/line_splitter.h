#pragma once

#include <string>
#include <string_view>

namespace guitai
{

/// Cuts pieces of a file into lines at "\n" or "\r\n". Calls `reader.line(std::string_view)`.
template <class Reader>
class LineSplitter
{
public:
    explicit LineSplitter(Reader& reader) : m_reader(reader) {}

    void add(std::string_view piece)
    {
        while (true) {
            const auto end = piece.find('\n');
            if (end == std::string_view::npos) {
                m_rest += piece;
                return;
            }
            if (m_rest.empty()) {
                give(piece.substr(0, end));
            } else {
                m_rest += piece.substr(0, end);
                give(m_rest);
                m_rest.clear();
            }
            piece.remove_prefix(end + 1);
        }
    }
    void finish()
    {
        if (!m_rest.empty())
            give(m_rest);
        m_rest.clear();
    }

private:
    void give(std::string_view line)
    {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        m_reader.line(line);
    }

    Reader& m_reader;
    std::string m_rest;
};

} // namespace guitai
