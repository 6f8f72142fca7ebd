#pragma once

#include "services/failure.h"
#include "tests/support/forwarding_journal.h"

namespace guitai
{

/// A real journal whose disk fails at the n-th step inside a transaction.
class FailingJournal final : public ForwardingJournal
{
public:
    FailingJournal(Journal& inner, int failAt) : ForwardingJournal(inner), m_left(failAt) {}

    void commit(const std::function<void(JournalWriting&)>& work) override
    {
        inner().commit([&](JournalWriting& writing) {
            auto watched = Writing{writing, m_left};
            work(watched);
            count(m_left); // the commit itself
        });
    }

private:
    static void count(int& left)
    {
        if (left-- == 0)
            throw ServiceFailure(ServiceFailure::Kind::diskFull, "full");
    }

    class Writing final : public JournalWriting
    {
    public:
        Writing(JournalWriting& inner, int& left) : m_inner(inner), m_left(left) {}

        Event append(const NewEvent& event) override
        {
            count(m_left);
            return m_inner.append(event);
        }
        AttachmentRef putAttachment(const Bytes& bytes, const std::string& mediaType) override
        {
            return m_inner.putAttachment(bytes, mediaType);
        }
        void eraseDraft(const std::string& id) override
        {
            count(m_left);
            m_inner.eraseDraft(id);
        }
        void removeAttachment(const std::string& sha256) override
        {
            count(m_left);
            m_inner.removeAttachment(sha256);
        }
        int lastSerial(Date day) override { return m_inner.lastSerial(day); }
        OrderCounter orderCounter() override { return m_inner.orderCounter(); }

    private:
        JournalWriting& m_inner;
        int& m_left;
    };

    int m_left;
};

} // namespace guitai
