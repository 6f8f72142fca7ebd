#pragma once

#include "services/payments/payment_file.h"

namespace guitai::console
{

/// DATA/payment.json and, in DATA/payment/, the keys and certificates that it names. All are made
/// with the rights 0600 before a byte is written.
class PaymentFolder
{
public:
    explicit PaymentFolder(const std::filesystem::path& dataFolder);

    std::filesystem::path file() const { return m_file; }
    std::variant<PaymentSetup, PaymentFileProblem> read() const { return readPaymentFile(m_file); }

    /// Copies every file that is named, under new names; what cannot be read stays named as it
    /// was, for load() to complain about. Throws ServiceFailure when the folder cannot be written.
    PaymentSetup copy(const PaymentSetup& setup) const;
    /// Deletes copies that are not wanted after all.
    void forget(const PaymentSetup& copied) const;
    /// Replaces payment.json at once, and deletes the copies that it named and no longer names.
    void write(const PaymentSetup& setup) const;

private:
    std::filesystem::path m_file;
    std::filesystem::path m_folder;
};

} // namespace guitai::console
