#pragma once

#include "services/journal/journal.h"

#include <functional>
#include <utility>

namespace guitai
{

/// A journal that tells when something became durable. Everything else is the other journal's.
class ObservedJournal final : public Journal
{
public:
    ObservedJournal(Journal& journal, std::function<void()> afterWrite)
        : m_journal(journal), m_afterWrite(std::move(afterWrite))
    {
    }

    void commit(const std::function<void(JournalWriting&)>& work) override
    {
        m_journal.commit(work);
        m_afterWrite();
    }
    AttachmentRef keep(const Bytes& bytes, const std::string& mediaType) override
    {
        auto ref = m_journal.keep(bytes, mediaType);
        m_afterWrite();
        return ref;
    }
    void saveDraft(const StoredDraft& draft) override
    {
        m_journal.saveDraft(draft);
        m_afterWrite();
    }
    void eraseDraft(const std::string& id) override
    {
        m_journal.eraseDraft(id);
        m_afterWrite();
    }
    void rebuildIndex() override
    {
        m_journal.rebuildIndex();
        m_afterWrite();
    }

    std::vector<Event> eventsOf(std::string_view subject) override
    {
        return m_journal.eventsOf(subject);
    }
    std::vector<Event> eventsFrom(std::int64_t sequence, int limit) override
    {
        return m_journal.eventsFrom(sequence, limit);
    }
    std::optional<Event> lastEvent() override { return m_journal.lastEvent(); }
    std::optional<Bytes> attachment(const std::string& sha256) override
    {
        return m_journal.attachment(sha256);
    }
    std::vector<StoredDraft> drafts() override { return m_journal.drafts(); }
    std::optional<StoredDraft> draft(const std::string& id) override { return m_journal.draft(id); }
    std::vector<CaseRow> findCases(const CaseQuery& query) override
    {
        return m_journal.findCases(query);
    }
    std::int64_t countCases(const CaseQuery& query) override { return m_journal.countCases(query); }
    std::optional<std::string> findCaseOfDraft(std::string_view draftId) override
    {
        return m_journal.findCaseOfDraft(draftId);
    }
    std::vector<UserRow> users() override { return m_journal.users(); }
    std::optional<UserRow> user(std::string_view id) override { return m_journal.user(id); }
    std::vector<ShiftRow> shifts(int limit) override { return m_journal.shifts(limit); }
    std::optional<ShiftRow> openShiftOf(std::string_view userId) override
    {
        return m_journal.openShiftOf(userId);
    }
    std::vector<PaperRow> papersOf(std::string_view acceptanceNumber) override
    {
        return m_journal.papersOf(acceptanceNumber);
    }
    std::vector<PaperRow> unresolvedPapers() override { return m_journal.unresolvedPapers(); }
    std::vector<AttemptRow> attempts(const AttemptQuery& query) override
    {
        return m_journal.attempts(query);
    }
    std::vector<RefundRow> refunds(const RefundQuery& query) override
    {
        return m_journal.refunds(query);
    }
    VerifyReport verify() override { return m_journal.verify(); }

private:
    Journal& m_journal;
    std::function<void()> m_afterWrite;
};

} // namespace guitai
