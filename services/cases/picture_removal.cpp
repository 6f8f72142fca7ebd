#include "services/cases/picture_removal.h"

namespace guitai
{

int removeUnnamedPictures(Journal& journal)
{
    if (journal.unnamedPictures().empty())
        return 0;
    auto unnamed = std::vector<std::string>{};
    journal.commit([&](JournalWriting& writing) {
        unnamed = journal.unnamedPictures(); // anew: now nobody else writes
        for (const auto& sha256 : unnamed)
            writing.removeAttachment(sha256);
    });
    return static_cast<int>(unnamed.size());
}

} // namespace guitai
