#include "forms/wording/payment_words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString name(GatewayChannel channel)
{
    switch (channel) {
    case GatewayChannel::weChat:
        return _("WeChat Pay");
    case GatewayChannel::alipay:
        return _("Alipay");
    case GatewayChannel::platform:
        return _("Collection platform");
    }
    return {};
}

wxString sentence(SetupFinding finding)
{
    switch (finding) {
        using enum SetupFinding;
    case secretMissing:
        return _("The file is not there or cannot be read.");
    case secretExposed:
        return _("Others than its owner may read this secret. Set its rights to 0600, and ask the "
                 "provider for a new key if somebody may have seen it.");
    case identityMissing:
        return _("The number that identifies the merchant or its application is missing.");
    case keyUnreadable:
        return _("The file holds no RSA private key. A key in PEM is needed, without a password.");
    case keyTooShort:
        return _("The key is shorter than 2048 bits. Make a longer one in the merchant portal.");
    case certificateUnreadable:
        return _("The file holds no certificate in PEM.");
    case certificateNotOurs:
        return _("The certificate belongs to another private key. Take both from the same "
                 "download of the merchant portal.");
    case certificateExpired:
        return _("The certificate is not valid today. Renew it in the merchant portal, or set the "
                 "clock right.");
    case apiV3KeyLength:
        return _("The APIv3 key is to be exactly 32 characters.");
    case apiV2KeyLength:
        return _("The API v2 key is to be exactly 32 characters.");
    case providerKeyMissing:
        return _("The provider's public key or certificate is missing: its answers could not be "
                 "verified.");
    case providerKeyUnreadable:
        return _("The file holds no public key of the provider.");
    case providerKeyIsOurs:
        return _("This is the merchant's own public key. The provider's is needed: download it "
                 "from the merchant portal.");
    case providerKeyId:
        return _("The number of the public key begins with PUB_KEY_ID_ and goes on with digits.");
    case rootUnreadable:
        return _("The file holds no root certificate of Alipay signed with RSA.");
    case notifyUrl:
        return _("The address for notices is to begin with https:// and to have no query.");
    case gatewayUrl:
        return _("The address of the provider is to begin with https://.");
    case productCode:
        return _("A product code has capital letters, digits and underscores only. It stands in "
                 "the contract with Alipay.");
    }
    return {};
}

wxString sentence(PaymentFileProblem::Kind kind)
{
    switch (kind) {
        using enum PaymentFileProblem::Kind;
    case unreadable:
        return _("The file of the payment channels cannot be read.");
    case noJson:
        return _("The file of the payment channels is not JSON; look for a missing comma or "
                 "quotation mark.");
    case unknownMember:
        return _("This is not a setting of the payment channels; look at its spelling.");
    case wrongType:
        return _("The value does not fit this setting.");
    }
    return {};
}

wxString sentence(GatewayProblem problem)
{
    switch (problem) {
        using enum GatewayProblem;
    case none:
        return {};
    case notSent:
        return _("The provider could not be reached; nothing was sent. Check the network.");
    case noAnswer:
        return _("No whole answer came. Nothing is known yet: the same question is asked again.");
    case untrusted:
        return _("The answer is not signed by the provider and was not believed.");
    case malformed:
        return _("The answer is not what the provider's interface describes. Tell the "
                 "administrator.");
    case serverTrouble:
        return _("The provider has a fault of its own and does not know the result. The same "
                 "question is asked again.");
    case slowDown:
        return _("The provider was asked too often. The call may have been accepted; the result is "
                 "asked for.");
    case unfinished:
        return _("Accepted, not finished yet: the citizen may be typing the password.");
    case mismatch:
        return _("The answer is signed and is about another amount, order or merchant. The payment "
                 "is frozen; call the administrator.");
    case configuration:
        return _("The provider does not accept key, serial number, certificate or application. "
                 "Compare them with the merchant portal.");
    case clockWrong:
        return _("The provider does not accept the time of this computer. Set the clock right.");
    case programFault:
        return _("The provider finds the request wrong: a fault of this program. Tell the "
                 "administrator.");
    case notFound:
        return _("The provider does not know this order or refund.");
    case numberUsed:
        return _("This order number was used with another content.");
    case orderClosed:
        return _("The order is closed already.");
    case alreadyPaid:
        return _("The order is paid already.");
    case tooEarly:
        return _("The provider does not close this order yet; it is tried again.");
    case codeRefused:
        return _(
            "The payment code has expired or is not valid. Ask the citizen to show a new one.");
    case payerCannotPay:
        return _("The citizen's account cannot pay this. Another way to pay is needed.");
    case notAllowed:
        return _("The provider does not allow this for this order.");
    case merchantFunds:
        return _("The merchant's balance does not cover the refund. Finance tops it up; then the "
                 "same refund goes out again.");
    case notReady:
        return _("The bill is not made yet; it is asked for again later.");
    case unsupported:
        return _("This way to pay is not contracted or is switched off.");
    }
    return {};
}

wxString sentence(AnswerVerdict verdict)
{
    switch (verdict) {
        using enum AnswerVerdict;
    case none:
    case verified:
        return {};
    case unsignedError:
        return _("An error, which the provider does not sign.");
    case unsignedFile:
        return _("A file, which the provider does not sign.");
    case headersMissing:
        return _("The signature is missing: something in the network strips it.");
    case stale:
        return _("The answer was signed more than five minutes ago or ahead: a repeated answer, or "
                 "a wrong clock.");
    case unknownKey:
        return _("It was signed with a key that is not set up here. Download the provider's "
                 "current key.");
    case probe:
        return _("The provider sent a wrong signature on purpose, to see that it is refused. Ask "
                 "again.");
    case badSignature:
        return _("The signature does not fit. The provider's public key set up here may be the "
                 "wrong one.");
    case AnswerVerdict::malformed:
        return _("The answer cannot carry a signature.");
    }
    return {};
}

wxString sentence(BillFault fault)
{
    switch (fault) {
        using enum BillFault;
    case none:
        return {};
    case damagedFile:
        return _("The bill does not unpack or its check sum differs. Download it again.");
    case tooLarge:
        return _("The bill is larger than this program accepts.");
    case noHeader:
        return _("The bill has no line with the names of its columns.");
    case columnMissing:
        return _("The bill lacks a column that is needed. The provider may have changed its form; "
                 "tell the administrator.");
    case unreadableLine:
        return _("A line of the bill cannot be read.");
    case noSummary:
        return _("The bill ends before its own summary. Download it again.");
    case countDiffers:
        return _("The number of lines is not what the bill's own summary says.");
    case sumDiffers:
        return _("The amounts do not add up to the bill's own summary.");
    }
    return {};
}

} // namespace guitai::words
