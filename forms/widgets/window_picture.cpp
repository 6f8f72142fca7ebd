#include "forms/widgets/window_picture.h"

#include <gtk/gtk.h>
#include <wx/window.h>

#include <memory>

namespace guitai
{

bool savePicture(wxWindow& window, const std::filesystem::path& file)
{
    const auto size = window.GetSize();
    const auto surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.x, size.y), cairo_surface_destroy};
    const auto context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>{
        cairo_create(surface.get()), cairo_destroy};
    gtk_widget_draw(static_cast<GtkWidget*>(window.GetHandle()), context.get());
    return cairo_surface_write_to_png(surface.get(), file.c_str()) == CAIRO_STATUS_SUCCESS;
}

} // namespace guitai
