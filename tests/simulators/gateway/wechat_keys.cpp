#include "tests/simulators/gateway/text.h"
#include "tests/simulators/gateway/wechat_call.h"

namespace guitai::simulator
{

WeChatAnswer weChatCertificates(const WeChatCall& call)
{
    auto& world = call.world;
    const auto& certificate = world.keys.platformCertificate();
    const auto nonce = world.letters(12);
    constexpr auto validFrom = std::chrono::sys_days{
        Date{std::chrono::year{2020}, std::chrono::January, std::chrono::day{1}}};
    constexpr auto validTo = std::chrono::sys_days{
        Date{std::chrono::year{2049}, std::chrono::December, std::chrono::day{31}}};
    return {.body = {{"data",
                      {{{"effective_time", rfc3339Text(validFrom)},
                        {"expire_time", rfc3339Text(validTo)},
                        {"serial_no", certificate.serialHex()},
                        {"encrypt_certificate",
                         {{"algorithm", "AEAD_AES_256_GCM"},
                          {"associated_data", "certificate"},
                          {"nonce", nonce},
                          {"ciphertext",
                           sealed(world.keys.identity().apiV3Key,
                                  nonce,
                                  "certificate",
                                  certificate.pem())}}}}}}}};
}

} // namespace guitai::simulator
