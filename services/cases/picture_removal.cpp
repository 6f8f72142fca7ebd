#include "services/cases/picture_removal.h"

namespace guitai
{

int removeUnnamedPictures(Journal& journal)
{
    const auto unnamed = journal.unnamedPictures();
    if (unnamed.empty())
        return 0;
    journal.commit([&](JournalWriting& writing) {
        for (const auto& sha256 : unnamed)
            writing.removeAttachment(sha256);
    });
    return static_cast<int>(unnamed.size());
}

} // namespace guitai
