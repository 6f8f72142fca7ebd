#include "forms/wording/words.h"

#include <wx/translation.h>

namespace guitai::words
{

wxString name(PhotoCheckKind value)
{
    switch (value) {
        using enum PhotoCheckKind;
    case size:
        return _("Pixels");
    case faces:
        return _("One person");
    case eyes:
        return _("Eyes");
    case faceWidth:
        return _("Face width");
    case hairTop:
        return _("Hair top");
    case eyeLine:
        return _("Eye line");
    case centring:
        return _("Centring");
    case background:
        return _("Background");
    case sharpness:
        return _("Sharpness");
    case exposure:
        return _("Brightness");
    case glare:
        return _("Highlights");
    case border:
        return _("Border");
    case rephotographed:
        return _("Taken from life");
    }
    return {};
}

namespace
{

/// What is right about a check that passed.
wxString praise(PhotoCheckKind kind)
{
    switch (kind) {
        using enum PhotoCheckKind;
    case size:
        return _("The original has pixels enough.");
    case faces:
        return _("One face is in the picture.");
    case eyes:
        return _("Both eyes are seen.");
    case faceWidth:
        return _("The face is as wide as the standard wants it.");
    case hairTop:
        return _("The space above the hair is right.");
    case eyeLine:
        return _("The eyes are at the right height.");
    case centring:
        return _("The face is in the middle.");
    case background:
        return _("The background is white and even.");
    case sharpness:
        return _("The face is sharp.");
    case exposure:
        return _("The face is neither too dark nor too bright.");
    case glare:
        return _("No bright spots on the face.");
    case border:
        return _("The picture has no border.");
    case rephotographed:
        return _("No sign of a photographed screen or paper.");
    }
    return {};
}

bool isAbove(const PhotoMeasure& measured, int middle)
{
    return measured.value > middle;
}

/// What is wrong, and what the clerk does about it.
wxString complaint(const PhotoMeasure& measured)
{
    switch (measured.kind) {
        using enum PhotoCheckKind;
    case size:
        return _("The original has too few pixels here. Come nearer or choose a larger picture.");
    case faces:
        return measured.value == 0 ? _("No face was found. Take the photo anew, from the front.")
                                   : _("More than one face. Only the applicant may be seen.");
    case eyes:
        return _("The eyes are not both seen. Hair, glasses or closed lids may hide one.");
    case faceWidth:
        return isAbove(measured, 207)
                   ? _("The face is too wide. Step back or adjust the frame.")
                   : _("The face is too narrow. Come nearer or adjust the frame.");
    case hairTop:
        return isAbove(measured, 14) ? _("Too much space above the hair. Adjust the frame.")
                                     : _("The hair touches the upper edge. Adjust the frame.");
    case eyeLine:
        return isAbove(measured, 230) ? _("The eyes are too high. Adjust the frame.")
                                      : _("The eyes are too low. Adjust the frame.");
    case centring:
        return isAbove(measured, 0) ? _("The face is too far right. Adjust the frame.")
                                    : _("The face is too far left. Adjust the frame.");
    case background:
        return _("The background is not white and even. Use the white screen, without shadows.");
    case sharpness:
        return _("The face is blurred. Hold still and take the photo anew.");
    case exposure:
        return isAbove(measured, 150) ? _("The face is too bright. Turn the lamps down.")
                                      : _("The face is too dark. Turn the lamps up.");
    case glare:
        return _("Bright spots on the face. Turn the lamps or the glasses a little.");
    case border:
        return _("The picture has a border. Choose one without, or adjust the frame.");
    case rephotographed:
        return _("This may be a photo of a screen or a print. Look at it, and take it from life.");
    }
    return {};
}

} // namespace

wxString sentence(const PhotoCheck& check)
{
    return check.verdict == PhotoVerdict::passed ? praise(check.measured.kind)
                                                 : complaint(check.measured);
}

} // namespace guitai::words
