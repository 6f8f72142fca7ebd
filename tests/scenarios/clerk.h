#pragma once

#include "tests/scenarios/hands.h"
#include "tests/scenarios/office.h"

#include <map>
#include <set>
#include <string>

namespace guitai
{

/// Plays a scenario at the window: follows the focus as Enter leads it, and enters what the
/// scenario says where the focus is. Runs on a thread of its own and throws NeverCame when the
/// window does not come to where it should.
class ScenarioClerk
{
public:
    ScenarioClerk(const Scenario& scenario, ScenarioOffice& office);

    /// From signing in to the end of the scenario.
    void play();
    /// From the new case to the voucher, besides free text; what comes later is not counted.
    int presses() const { return m_counted; }

private:
    enum class Then { enter, look }; ///< after a field: press Enter, or look where the focus is
    using What = Mishap::Kind;

    // the day (clerk.cpp)
    void signIn(const std::string& name);
    void openShift();
    void takeCase();
    bool isFiled();
    void happenBefore(Step step);
    void startAgain();
    void resume();
    std::string field();
    Step step();
    bool once(What kind); ///< true the first time, if it happens in this scenario
    const MadeUpPerson& standing() const;

    // the fields of a case (clerk_entries.cpp)
    Then answer(const std::string& field);
    bool answerChoice(const std::string& field);
    bool answerText(const std::string& field);
    void declare();
    void layDown(const std::string& field, const MadeUpPerson& person);
    void typeNumber(const std::string& field, const MadeUpPerson& person);
    void typeGuardiansNumber();
    void handOverTheCard();
    void sayHowTheGuardianActs();
    void choose(int place); ///< counted from 1
    void seeDocuments(const std::string& field);
    void takePhoto();
    void shoot();
    void overrulePhoto();
    Then takeFinger(const std::string& finger);
    void chooseDelivery();
    void confirmAndSign();
    std::map<std::string, std::string> texts() const;

    // decision, money, paper (clerk_counter.cpp)
    void decide();
    void decideHere();
    void decideAtOwnDesk();
    void answerSignIn(const std::string& name);
    void pay();
    void payCash(const ScenarioPayment& payment);
    void payByCode(const ScenarioPayment& payment);
    void payOnScreen(const ScenarioPayment& payment);
    void giveUp();
    void passUntil(const std::string& what, const std::function<bool()>& holds);
    void waitUntilPaid();
    void print();
    void goOn(const ScenarioLater& later);
    void payLate(const std::string& reason);
    std::string order();

    const Scenario& m_scenario;
    ScenarioOffice& m_office;
    Hands m_hands;
    int m_counted = 0;
    std::set<std::string> m_answered;
    std::set<What> m_happened;
    std::string m_latePayment; ///< order that is paid after it was given up
    std::set<Finger> m_markedAbsent;
};

} // namespace guitai
