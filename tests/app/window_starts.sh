#!/bin/sh
# The window's program where it cannot work: it says why, and changes nothing.
# usage: window_starts.sh GUITAI GUITAI_ADMIN
set -eu
window=$1
admin=$2
folder=$(mktemp -d)
started=
finish() {
    [ -z "$started" ] || kill -KILL $started 2>/dev/null || true
    chmod -R u+w "$folder"
    rm -rf "$folder"
}
trap finish EXIT

fail() {
    echo "$1"
    exit 1
}

# The program on a data folder, in the background; its words go to NAME.err.
start() { # NAME DATA [COMMAND-BEFORE...]
    name=$1
    data=$2
    shift 2
    "$@" "$window" --lang en --data "$data" >"$folder/$name.out" 2>"$folder/$name.err" &
    last=$!
    started="$started $last"
}

says() { # NAME SENTENCE
    for _ in $(seq 150); do
        if grep -qF "$2" "$folder/$1.err"; then
            return
        fi
        sleep 0.2
    done
    cat "$folder/$1.err"
    fail "$1: the program did not say: $2"
}

stop() {
    kill -KILL "$last" 2>/dev/null || true
    wait "$last" 2>/dev/null || true
}

sum() {
    (cd "$1" && find . -type f ! -path './log/*' -exec sha256sum {} + | sort -k 2)
}

set_up() { # DATA
    "$admin" init --agency 110108520000 --window 01 --name 测试派出所 --data "$1" >/dev/null
}

mkdir "$folder/dark"
if env -u DISPLAY -u WAYLAND_DISPLAY "$window" --training --data "$folder/dark" \
    2>"$folder/dark.err"; then
    fail "without a display the program ended well"
fi
grep -qF "Start Guitai in a desktop session." "$folder/dark.err" ||
    fail "without a display the program did not say so"
[ -z "$(ls -A "$folder/dark")" ] || fail "a start without a display left something"

mkdir "$folder/empty"
start empty "$folder/empty"
says empty "The window is not set up yet."
stop
[ -z "$(ls -A "$folder/empty")" ] || fail "a folder that was not set up holds something now"

set_up "$folder/used"
start first "$folder/used"
for _ in $(seq 150); do
    "$admin" case list --data "$folder/used" >/dev/null 2>&1 || break # it holds the folder now
    sleep 0.2
done
start second "$folder/used"
says second "The data folder is already in use."
stop

set_up "$folder/damaged"
printf 'This is no database.' | dd of="$folder/damaged/guitai.db" conv=notrunc 2>/dev/null
before=$(sum "$folder/damaged")
start damaged "$folder/damaged"
says damaged "The database of this window is damaged or gone."
stop
[ "$(sum "$folder/damaged")" = "$before" ] || fail "the damaged database was touched"

set_up "$folder/readonly"
chmod -R a-w "$folder/readonly"
before=$(sum "$folder/readonly")
if [ "$(id -u)" -eq 0 ]; then # rights bind root too, without these capabilities
    start readonly "$folder/readonly" setpriv --bounding-set -dac_override,-dac_read_search
else
    start readonly "$folder/readonly"
fi
says readonly "The data folder cannot be written."
stop
[ "$(sum "$folder/readonly")" = "$before" ] || fail "the read-only folder was changed"

echo "the program explains itself, and leaves folders that it cannot use as they are"
