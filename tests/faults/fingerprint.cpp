#include "tests/faults/fingerprint.h"

#include "services/journal/seal.h"

#include <stdexcept>

namespace guitai
{

std::string fingerprintOf(Journal& journal)
{
    const auto report = journal.verify();
    if (!report.problems.empty())
        throw std::runtime_error(report.problems.front().place + ": " +
                                 report.problems.front().what);
    auto form = CanonicalForm{"fingerprint"};
    form.add(report.events).add(report.headHash).add(report.attachments);
    for (const auto& draft : journal.drafts()) {
        form.add(draft.id).add(draft.owner).add(std::int64_t{draft.parked});
        form.add(std::int64_t{draft.savedAt.time_since_epoch().count()});
        for (const auto& [path, value] : draft.fields)
            form.add(path).add(value);
    }
    return sha256(bytesOf(form.text()));
}

} // namespace guitai
