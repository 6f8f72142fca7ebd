#pragma once

#include "services/journal/journal.h"

namespace guitai
{

/// A journal that passes everything on to another one. Tests that watch or break a step derive
/// from it and say only what differs.
class ForwardingJournal : public Journal
{
public:
    explicit ForwardingJournal(Journal& inner) : m_inner(inner) {}

    void commit(const std::function<void(JournalWriting&)>& work) override { m_inner.commit(work); }
    std::vector<Event> eventsOf(std::string_view subject) override
    {
        return m_inner.eventsOf(subject);
    }
    std::vector<Event> eventsFrom(std::int64_t sequence, int limit) override
    {
        return m_inner.eventsFrom(sequence, limit);
    }
    std::optional<Event> lastEvent() override { return m_inner.lastEvent(); }
    std::optional<Bytes> attachment(const std::string& hash) override
    {
        return m_inner.attachment(hash);
    }
    AttachmentRef keep(const Bytes& bytes, const std::string& mediaType) override
    {
        return m_inner.keep(bytes, mediaType);
    }
    AttachmentRef keepTemplate(const Bytes& bytes) override { return m_inner.keepTemplate(bytes); }
    std::optional<Bytes> fingerTemplate(const std::string& hash) override
    {
        return m_inner.fingerTemplate(hash);
    }
    std::vector<KeptTemplate> templates() override { return m_inner.templates(); }
    std::vector<std::string> unnamedPictures() override { return m_inner.unnamedPictures(); }
    void saveDraft(const StoredDraft& draft) override { m_inner.saveDraft(draft); }
    std::vector<StoredDraft> drafts() override { return m_inner.drafts(); }
    std::optional<StoredDraft> draft(const std::string& id) override { return m_inner.draft(id); }
    void eraseDraft(const std::string& id) override { m_inner.eraseDraft(id); }
    std::vector<CaseRow> findCases(const CaseQuery& query) override
    {
        return m_inner.findCases(query);
    }
    std::int64_t countCases(const CaseQuery& query) override { return m_inner.countCases(query); }
    std::optional<std::string> findCaseOfDraft(std::string_view draftId) override
    {
        return m_inner.findCaseOfDraft(draftId);
    }
    std::vector<UserRow> users() override { return m_inner.users(); }
    std::optional<UserRow> user(std::string_view id) override { return m_inner.user(id); }
    std::vector<ShiftRow> shifts(int limit) override { return m_inner.shifts(limit); }
    std::optional<ShiftRow> openShiftOf(std::string_view userId) override
    {
        return m_inner.openShiftOf(userId);
    }
    std::vector<PaperRow> papersOf(std::string_view number) override
    {
        return m_inner.papersOf(number);
    }
    std::vector<PaperRow> unresolvedPapers() override { return m_inner.unresolvedPapers(); }
    std::vector<AttemptRow> attempts(const AttemptQuery& query) override
    {
        return m_inner.attempts(query);
    }
    std::vector<RefundRow> refunds(const RefundQuery& query) override
    {
        return m_inner.refunds(query);
    }
    std::vector<RequestRow> requests(const RequestQuery& query) override
    {
        return m_inner.requests(query);
    }
    VerifyReport verify() override { return m_inner.verify(); }
    void rebuildIndex() override { m_inner.rebuildIndex(); }

protected:
    Journal& inner() { return m_inner; }

private:
    Journal& m_inner;
};

} // namespace guitai
