#!/usr/bin/env python3
"""Refuses an include that crosses a wall between the folders.

usage: layers.py PROJECT_FOLDER
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

# folder -> project folders that it may include
MAY_INCLUDE = {
    "services": {"services"},
    "printing": {"printing", "services"},
    "forms": {"forms", "services"},
    "app": {"app", "forms", "printing", "services"},
    # the other side of the protocols judges the clients: it shares nothing with them
    "tests/simulators": {"tests/simulators"},
}
PROJECT_FOLDERS = ("services/", "printing/", "forms/", "app/", "tests/")

# library header prefix -> the only files that may include it
RESERVED = {
    "wx/": re.compile(r"^(forms|app)/"),
    "gtk/": re.compile(r"^forms/"),
    "soci": re.compile(r"^services/journal/[^/]+\.cpp$"),
    "sqlite3.h": re.compile(r"^(services/journal/[^/]+|tests/simulators/gateway/sqlite)\.cpp$"),
    "podofo": re.compile(r"^printing/pdf_writer\.cpp$"),
    "curl/": re.compile(r"^services/(.+\.cpp|payments/http/curl_library\.h)$"),
    "poppler": re.compile(r"^printing/.+\.cpp$"),
    "zbar": re.compile(r"^printing/.+\.cpp$"),
    "gst/": re.compile(r"^app/camera/"),
    "opencv2/": re.compile(r"^app/photo/"),
    "hb": re.compile(r"^(printing/.+|services/rules/characters\.cpp)$"),
}


def complaints(project):
    for folder, allowed in MAY_INCLUDE.items():
        for path in sorted((project / folder).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            name = path.relative_to(project).as_posix()
            for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
                ours = include.startswith(PROJECT_FOLDERS)
                if ours and not include.startswith(tuple(f"{one}/" for one in allowed)):
                    yield f"{name}: {folder} must not include {include}"
                for prefix, home in RESERVED.items():
                    reserved = include.startswith(prefix) and (prefix != "hb" or re.match(r"hb[-.]", include))
                    if reserved and not home.match(name):
                        yield f"{name}: {include} is not for this file"


def self_test(tmp):
    """The check must be able to fail."""
    for folder in MAY_INCLUDE:
        (tmp / folder).mkdir(parents=True)
    (tmp / "services/bad.h").write_text('#include <wx/wx.h>\n#include "forms/page.h"\n', encoding="utf-8")
    (tmp / "printing/bad.cpp").write_text('#include <podofo/podofo.h>\n', encoding="utf-8")
    (tmp / "forms/good.h").write_text('#include <wx/wx.h>\n#include "services/money.h"\n', encoding="utf-8")
    (tmp / "tests/simulators/bad.h").write_text('#include "services/money.h"\n', encoding="utf-8")
    found = list(complaints(tmp))
    assert len(found) == 4, found


def main():
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        self_test(pathlib.Path(folder))
    found = list(complaints(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "no include crosses a wall")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
