#pragma once

#include "services/cases/voucher.h"

#include <string>
#include <vector>

namespace guitai
{

/// The sentences of the collection voucher; printing owns its words.
std::string reprintText(const Voucher& voucher);
std::string termText(const Voucher& voucher);
std::string kindText(const Voucher& voucher);
std::string validityText(const Voucher& voucher);
std::string guardianText(const Voucher& voucher);
std::string signerText(const Voucher& voucher); ///< before the line for the signature
std::string fingersText(const Voucher& voucher);
std::string feeText(const FeeLine& line, const Voucher& voucher);
std::string paidText(const Voucher& voucher);
/// How the card is collected, by whom, and with what.
std::string collectionText(const Voucher& voucher);
std::string placeText(const Voucher& voucher);
/// What the post needs, or why it is not possible.
std::vector<std::string> postTexts(const Voucher& voucher);
std::vector<std::string> noticeTexts(const Voucher& voucher);
std::string handlerText(const Voucher& voucher);
std::string copyText(const Voucher& voucher);

} // namespace guitai
