#!/bin/sh
# Runs a program on the display there is, else on a virtual one, else lets it say that it has none.
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xvfb-run >/dev/null; then
    exec xvfb-run -a -s "-screen 0 1366x768x24" "$@"
fi
exec "$@"
