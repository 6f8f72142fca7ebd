#include "forms/case/make_step.h"

#include "forms/case/applicant_step.h"
#include "forms/case/category_step.h"
#include "forms/case/confirmation_step.h"
#include "forms/case/delivery_step.h"
#include "forms/case/documents_step.h"
#include "forms/case/fingerprints_step.h"
#include "forms/case/guardian_step.h"
#include "forms/case/payment_step.h"
#include "forms/case/photo_step.h"
#include "forms/case/voucher_step.h"

#include <stdexcept>

namespace guitai
{

StepPage* makeStep(Step step, wxWindow* parent, CaseSession& session, StepHost& host)
{
    switch (step) {
    case Step::category:
        return new CategoryStep(parent, session, host);
    case Step::applicant:
        return new ApplicantStep(parent, session, host);
    case Step::guardian:
        return new GuardianStep(parent, session, host);
    case Step::documents:
        return new DocumentsStep(parent, session, host);
    case Step::photo:
        return new PhotoStep(parent, session, host);
    case Step::fingerprints:
        return new FingerprintsStep(parent, session, host);
    case Step::delivery:
        return new DeliveryStep(parent, session, host);
    case Step::confirmation:
        return new ConfirmationStep(parent, session, host);
    case Step::payment:
        return new PaymentStep(parent, session, host);
    case Step::voucher:
        return new VoucherStep(parent, session, host);
    }
    throw std::logic_error("a step without a page");
}

} // namespace guitai
