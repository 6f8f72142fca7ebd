#pragma once

#include "tests/support/forwarding_journal.h"

#include <functional>
#include <utility>

namespace guitai
{

/// A journal that tells when something became durable. Everything else is the other journal's.
class ObservedJournal final : public ForwardingJournal
{
public:
    ObservedJournal(Journal& journal, std::function<void()> afterWrite)
        : ForwardingJournal(journal), m_afterWrite(std::move(afterWrite))
    {
    }

    void commit(const std::function<void(JournalWriting&)>& work) override
    {
        ForwardingJournal::commit(work);
        m_afterWrite();
    }
    AttachmentRef keep(const Bytes& bytes, const std::string& mediaType) override
    {
        auto ref = ForwardingJournal::keep(bytes, mediaType);
        m_afterWrite();
        return ref;
    }
    void saveDraft(const StoredDraft& draft) override
    {
        ForwardingJournal::saveDraft(draft);
        m_afterWrite();
    }
    void eraseDraft(const std::string& id) override
    {
        ForwardingJournal::eraseDraft(id);
        m_afterWrite();
    }
    void rebuildIndex() override
    {
        ForwardingJournal::rebuildIndex();
        m_afterWrite();
    }

private:
    std::function<void()> m_afterWrite;
};

} // namespace guitai
