#pragma once

#include "services/journal/journal.h"

#include <string>

namespace guitai
{

/// A made-up case, as far as the journal looks into it.
struct ExampleCase {
    int serial = 1;
    Date day{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
    std::string name = "林小满";
    std::string citizenNumber = "110108201503070026";
    std::string guardianNumber = "110108198607213413";
    std::string phone = "13800138000";
    std::string category = "under16";
    std::string clerk = "wang";
    Money due = Money::yuan(20);
    AttachmentRef photo = {};

    /// 110108 520, day, serial.
    std::string number() const;
    std::string subject() const { return "case/" + number(); }
    std::string chargeSubject() const { return "charge/" + number() + "-1"; }
    std::string draftId() const;
};

// Events as services append them; the payloads are those of services/journal/payloads.h.
NewEvent userAdded(const std::string& id, const std::string& role);
NewEvent shiftOpened(const std::string& id, const std::string& clerk);
NewEvent shiftClosed(const std::string& id, const std::string& clerk, Money counted);
NewEvent caseConfirmed(const ExampleCase& example);
NewEvent chargeOpened(const ExampleCase& example);
NewEvent chargeSettled(const ExampleCase& example, const std::string& shift);
NewEvent chargeRefunded(const ExampleCase& example, const std::string& shift);
NewEvent caseMoved(const ExampleCase& example, EventKind kind, const std::string& state);
NewEvent paperIntended(const ExampleCase& example, const std::string& id, int copy);
NewEvent paperEnded(const ExampleCase& example, const std::string& id, EventKind outcome);

/// An order of the whole charge at WeChat Pay; `content` is what was sent.
NewEvent attemptPlanned(const ExampleCase& example, const std::string& order, int counter = 1);
NewEvent attemptAnswered(const ExampleCase& example,
                         const std::string& order,
                         const std::string& state,
                         const std::string& providerNumber);
NewEvent refundPlanned(const ExampleCase& example, const std::string& order);
NewEvent
refundAnswered(const ExampleCase& example, const std::string& order, const std::string& state);
NewEvent chargeLocked(const ExampleCase& example, const std::string& into);

/// A further copy of the voucher that a supervisor is asked for.
NewEvent requestMade(const ExampleCase& example, const std::string& id);

/// Photo, confirmation and charge in one transaction, as a window does it.
void confirm(Journal& journal, ExampleCase example);
/// Settlement and acceptance in one transaction.
void settle(Journal& journal, const ExampleCase& example, const std::string& shift);
/// Two users, one open shift, `cases` cases in several states, papers, drafts and attachments.
void fillWithExamples(Journal& journal, int cases = 3);

} // namespace guitai
