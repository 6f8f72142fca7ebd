#pragma once

#include <stdexcept>
#include <string>

namespace guitai
{

/// The world failed: disk, database, printer, network. `what()` holds no personal data: libraries'
/// texts, which repeat bound values, never enter it.
class ServiceFailure : public std::runtime_error
{
public:
    enum class Kind {
        diskFull,
        readOnly,
        disk,        ///< the disk answered with an error; nothing was saved
        damaged,     ///< stored content does not verify, or the file is no database
        inUse,       ///< another program holds the data folder
        newerSchema, ///< written by a later version of this program
        notFound,
        keyMissing, ///< the key of the journal's MAC is not there
        clock,      ///< the clock stands before the last event
        printer,
        device,
        network,
        internal, ///< a library refused what should work
    };

    /// `detail` names files and result codes only.
    ServiceFailure(Kind kind, const std::string& detail) : std::runtime_error(detail), m_kind(kind)
    {
    }

    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

} // namespace guitai
