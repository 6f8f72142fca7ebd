#include "app/console/paper_file.h"

#include "services/bytes.h"
#include "services/new_file.h"

namespace guitai::console
{

void PaperFile::put(const Bytes& pdf, const std::string& /*title*/)
{
    auto file = NewFile{m_file};
    file.stream() << textOf(pdf);
    file.publish();
}

} // namespace guitai::console
