#pragma once

#include "services/cases/card_delivery.h"
#include "services/cases/case.h"
#include "services/cases/checklist.h"
#include "services/failure.h"
#include "services/journal/event.h"
#include "services/payments/payment_view.h"
#include "services/refusal.h"
#include "services/rules/permissions.h"
#include "services/rules/photo_checks.h"
#include "services/rules/terms.h"

#include <wx/string.h>

namespace guitai::words
{

/// The one catalogue: codes of the services in words, translated. The window and the console use
/// it.

/// A whole sentence: what is true now and what to do. `arguments` of the refusal are filled in.
wxString sentence(const Refusal& refusal);
/// A short phrase for the strip of what is missing: "guardian", "photo: not a JPEG".
wxString phrase(const ChecklistItem& item);
/// What an outage means and what to do; never the exception's text.
wxString sentence(const ServiceFailure& failure);

/// What is true of an electronic payment now, and what the clerk does.
wxString sentence(PaymentStage stage);
/// What went wrong with electronic payment, and who does what.
wxString sentence(PaymentAlarm alarm);

/// The label of a field by its path: "applicant.citizenNumber" → "Citizen number".
wxString field(std::string_view path);

/// What a check of the photo found, and what the clerk does about it.
wxString sentence(const PhotoCheck& check);

wxString name(Category value);
wxString name(ApplicationKind value);
wxString name(Sex value);
wxString name(Role value);
wxString name(Relation value);
wxString name(GuardianRole value);
wxString name(Receiver value);
wxString name(CardReturn value);
wxString name(Finger value);
wxString name(FingerprintResult value);
wxString name(DocumentKind value);
wxString name(DeliveryMethod value);
wxString name(Step value);
wxString name(CaseState value);
wxString name(ExceptionKind value);
wxString name(DecisionOutcome value);
wxString name(Tender value);
wxString name(EventKind value);
wxString name(Operation value);
wxString name(PhotoCheckKind value);

} // namespace guitai::words
