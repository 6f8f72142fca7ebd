#include "app/practice/practice_case.h"

#include <wx/defs.h>

namespace guitai
{

namespace
{

constexpr auto down = WXK_DOWN;

/// Follows the focus as Enter leads it: waits for the field, fills it, goes on.
class Typist
{
public:
    explicit Typist(Player& player) : m_player(player) {}

    void text(const std::string& field, const std::string& value)
    {
        m_player.untilFocus(field);
        m_player.type(value);
        m_player.rest();
        m_player.key(WXK_RETURN);
    }
    /// The n-th value of a choice, counted from 1.
    void choose(const std::string& field, int place)
    {
        m_player.untilFocus(field);
        for (auto i = 0; i < place; ++i)
            m_player.key(down);
    }
    void choice(const std::string& field, int place)
    {
        choose(field, place);
        enter();
    }
    void enter()
    {
        m_player.rest();
        m_player.key(WXK_RETURN);
    }

private:
    Player& m_player;
};

void signIn(Player& player)
{
    player.until("waiting for the sign-in page", [] { return Player::focusedNames() != "/"; });
    player.picture("sign-in");
    player.key(0x31, wxMOD_ALT);
    player.picture("chosen");
    player.key(WXK_RETURN);
}

void openShift(Player& player)
{
    player.untilFocus("shift");
    player.picture("shift");
    for (const auto* pieces : {"0", "1", "2", "4", "10", "20", "10", "10"}) {
        player.type(pieces);
        player.key(WXK_RETURN);
    }
    player.key(WXK_RETURN);
    player.picture("home");
}

void takeCategory(Player& player, Typist& hand)
{
    player.key(WXK_F5);
    player.untilFocus("declared");
    player.picture("category-empty");
    player.key('1');
    hand.enter();
    hand.choose("kind", 4);
    player.picture("category");
    hand.enter();
}

void enterPersons(Player& player, Typist& hand)
{
    hand.text("applicant.citizenNumber", "110108201503081248");
    hand.text("applicant.name", "张䶮");
    hand.text("applicant.ethnicity", "01");
    hand.text("applicant.address", "北京市海淀区紫金庄园3号楼2单元501室");
    hand.choose("applicant.heldCardBefore", 2);
    player.picture("applicant");
    hand.enter();
    hand.text("guardian.citizenNumber", "110108198804121229");
    hand.text("guardian.name", "王晓梅");
    hand.choice("guardian.relation", 2);
    hand.text("guardian.phone", "13800138001");
    hand.choose("guardian.sameRegister", 1);
    player.picture("guardian");
    hand.enter();
}

void collectEvidence(Player& player, Typist& hand, const std::filesystem::path& photo)
{
    player.until("waiting for the documents",
                 [] { return Player::focusedNames().find("/documents.") != std::string::npos; });
    player.key('A', wxMOD_ALT);
    player.picture("documents");
    hand.enter();
    hand.text("photo", photo.string());
    player.picture("photo");
    hand.enter();
    for (const auto* finger : {"fingers.rightThumb", "fingers.leftThumb"}) {
        player.untilFocus(finger);
        hand.enter();
    }
    player.untilFocus("fingers.done");
    player.picture("fingerprints");
    hand.enter();
    player.untilFocus("delivery.method");
    player.key('1');
    player.picture("delivery");
    hand.enter();
}

void confirmAndSign(Player& player, Typist& hand)
{
    player.untilFocus("confirmation.read");
    player.key(WXK_SPACE);
    player.untilWhollyShown("signature");
    player.stroke(
        "signature",
        {{0.15, 0.4}, {0.2, 0.65}, {0.3, 0.35}, {0.38, 0.7}, {0.5, 0.4}, {0.6, 0.6}, {0.75, 0.45}});
    player.picture("confirmation");
    hand.enter();
}

void payAndPrint(Player& player, Typist& hand, const std::function<bool()>& printed)
{
    player.untilFocus("tendered");
    player.type("50");
    player.picture("payment");
    hand.enter();
    player.until("waiting for the receipt", [] { return !Player::isFocusOn("tendered"); });
    player.key(WXK_F9);
    player.until("waiting for the voucher", printed);
    player.picture("voucher");
}

} // namespace

void playPracticeCase(Player& player,
                      const std::filesystem::path& photo,
                      const std::function<bool()>& printed)
{
    auto hand = Typist{player};
    signIn(player);
    openShift(player);
    takeCategory(player, hand);
    enterPersons(player, hand);
    collectEvidence(player, hand, photo);
    confirmAndSign(player, hand);
    payAndPrint(player, hand, printed);
}

} // namespace guitai
