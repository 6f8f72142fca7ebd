#pragma once

#include "services/devices/fingerprint/finger_wire.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace guitai
{

/// A library cannot be loaded, or lacks a function.
class LibraryMissing : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A library wrote beyond the end of a buffer: what it did elsewhere is not known.
class LibraryOverrun : public std::runtime_error
{
public:
    LibraryOverrun() : std::runtime_error("a buffer was overrun") {}
};

/// The libraries of a scanner after the standards' C interface (GA/T 1011: LIVESCAN_ functions;
/// GA/T 1012: FP_ functions; each answers 1 when it worked). An image is 256 x 360 bytes of grey.
class VendorLibrary
{
public:
    /// Throws LibraryMissing. The functions of features may stand in the same file.
    VendorLibrary(const std::string& captureFile, const std::string& featureFile);
    ~VendorLibrary();
    VendorLibrary(const VendorLibrary&) = delete;
    VendorLibrary& operator=(const VendorLibrary&) = delete;

    /// Throws LibraryOverrun.
    FingerCapture answer(const FingerQuestion& question);

private:
    struct Functions;
    struct Image;
    bool open();
    /// The best frame until the quality no longer rises; 0: no finger came.
    int lookForFinger(Image& image, std::chrono::milliseconds patience);
    FingerCapture capture(const FingerQuestion& question);
    FingerCapture emptyFeatures(const FingerQuestion& question);

    std::unique_ptr<Functions> m_functions;
    bool m_isOpen = false;
};

} // namespace guitai
