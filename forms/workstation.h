#pragma once

#include "forms/background.h"
#include "forms/card_station.h"
#include "forms/electronic_payment.h"
#include "forms/self_test.h"
#include "services/cases/case_desk.h"
#include "services/cases/voucher.h"
#include "services/clock.h"
#include "services/log.h"
#include "services/payments/cash_desk.h"
#include "services/payments/money_desk.h"
#include "services/payments/reconciliation_desk.h"
#include "services/payments/report_desk.h"
#include "services/people/people.h"
#include "services/station_time.h"

#include <string>
#include <vector>

namespace guitai
{

struct BillDownload;
struct Exercises;
struct FingerStation;
class Camera;
class NoticeDesk;
class PhotoLab;
class RequestDesk;

/// A made-up user whom the sign-in page names in training mode.
struct TrainingUser {
    std::string id;
    std::string displayName;
    Role role{};
    std::string password;
};

/// What the window's pages may use; app builds it and outlives every page. Services are called
/// through `background` only: they belong to its worker.
struct Workstation {
    People& people;
    CaseDesk& cases;
    CashDesk& cash;
    MoneyDesk& money;
    VoucherDesk& vouchers;
    ReportDesk& reports;
    ReconciliationDesk& reconciliation;
    Clock& clock;
    Background& background;
    Log& log;
    StationTime time;
    WindowIdentity identity;
    StationTexts texts;
    const RuleBook& rules;       ///< immutable: may be read on the UI thread
    const GlyphCoverage& glyphs; ///< immutable: may be read on the UI thread
    std::vector<TrainingUser> trainingUsers;
    std::chrono::minutes idleLock{5};
    bool training = false;
    SelfTest selfTest; ///< none: the sign-in page shows no lines of it
    PaymentFeed feed = {};
    ElectronicPayment* electronic = nullptr; ///< none: the window takes cash only
    BillDownload* bills = nullptr;           ///< none: bills are imported
    FingerStation* fingers = nullptr;        ///< none: results are entered by hand
    PhotoLab* photos = nullptr;              ///< none: no photo can be taken
    Camera* camera = nullptr;                ///< none: photos are imported
    Camera* paperCamera = nullptr;           ///< none: papers are scanned with the other one
    CardStation* cards = nullptr;            ///< none: what a card says is typed
    NoticeDesk* notices = nullptr;           ///< none: residents are told by word of mouth
    RequestDesk* requests = nullptr;         ///< none: a supervisor comes to the desk
    Exercises* exercises = nullptr;          ///< in training only
};

} // namespace guitai
