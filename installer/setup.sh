#!/bin/sh
# Sets up, builds, tests and starts Guitai on Debian 12.
#
#   installer/setup.sh run [--headless] [OPTION…]   install what is missing, build, start in training mode
#   installer/setup.sh test                         install what is missing, build, run every test
#   installer/setup.sh sanitize                     the same for services and papers under ASan and UBSan
#   installer/setup.sh build                        install what is missing, build
#   installer/setup.sh packages                     install what is missing
#
# Works as root and, with sudo, as anybody else; from any folder; as often as you like. Builds below
# the folder that GUITAI_BUILD names, else below build/ of the project, or below the cache folder
# when the project cannot be written to.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd -P)
# CMake compares file times with this machine's clock; translations of tools' output help nobody here.
export LC_ALL=C.UTF-8

say() { printf '==> %s\n' "$*"; }
fail() {
    printf 'setup.sh: %s\n' "$*" >&2
    exit 1
}

usage() {
    sed -n '2,13s/^# \{0,1\}//p' "$0"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        fail "packages are missing, and only root can install them. Run this as root, or install sudo."
    fi
}

wanted_packages() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$project/installer/packages.txt"
}

missing_packages() {
    for package in $(wanted_packages); do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || printf '%s\n' "$package"
    done
}

install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || fail "this needs Debian 12 (no dpkg here)."
    missing=$(missing_packages)
    if [ -z "$missing" ]; then
        say "All Debian packages are here."
        return
    fi
    # shellcheck disable=SC2086
    say "Installing Debian packages:" $missing
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null ||
        fail "apt-get update failed: is the network there, and does /etc/apt name a Debian 12 mirror?"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null ||
        fail "apt-get install failed; its messages are above."
}

build_folder() {
    if [ -n "${GUITAI_BUILD:-}" ]; then
        printf '%s\n' "$GUITAI_BUILD"
    elif [ -w "$project" ]; then
        printf '%s\n' "$project/build/release"
    else
        printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/guitai/release"
    fi
}

# Several files at a time: a third of the work where all is built once.
together="-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=8"

configure_and_build() {
    say "Building in $build (the first time takes some minutes)."
    # shellcheck disable=SC2086
    cmake -S "$project" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release $together >"$build.log" 2>&1 ||
        { cat "$build.log" >&2; fail "configuring failed."; }
    # shellcheck disable=SC2086
    cmake --build "$build" --parallel "$(nproc)" ${targets:+--target $targets}
}

run_tests() {
    say "Running all tests."
    # One more than there are processors: some tests mostly wait for devices that they play.
    ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel "$(($(nproc) + 1))"
}

# The sanitizers' build holds the services and the papers; the window's toolkit is not ours to check.
run_sanitizer_tests() {
    say "Running the services' and papers' tests under AddressSanitizer and UndefinedBehaviorSanitizer."
    # shellcheck disable=SC2086
    cmake -S "$project" -B "$build-asan" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DGUITAI_SERVICES_ONLY=ON \
        -DGUITAI_SANITIZE=address,undefined $together >"$build.log" 2>&1 ||
        { cat "$build.log" >&2; fail "configuring the sanitizers' build failed."; }
    cmake --build "$build-asan" --parallel "$(nproc)" --target services_tests printing_tests
    ctest --test-dir "$build-asan" --output-on-failure --no-tests=error --parallel "$(nproc)" \
        -R '^(services|services_payments|printing)$'
}

# Takes --headless out of the options and starts the program with the others.
start() {
    headless=
    for argument in "$@"; do
        shift
        case $argument in
        --headless) headless=1 ;;
        *) set -- "$@" "$argument" ;;
        esac
    done
    if [ -n "$headless" ]; then
        practice=${GUITAI_PRACTICE:-$build/practice}
        say "Playing one whole practice case on a virtual screen; pictures and paper go to $practice"
        exec xvfb-run -a -s "-screen 0 1366x768x24" "$build/app/guitai" --training --practice "$practice" "$@"
    fi
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        fail "there is no display. Start this from a desktop session; over ssh use 'ssh -X';
    or let it play one practice case on a virtual screen: installer/setup.sh run --headless"
    fi
    say "Starting the workstation in training mode (made-up people, papers marked as specimens)."
    exec "$build/app/guitai" --training "$@"
}

command=${1:-help}
[ $# -gt 0 ] && shift
case $command in
run | test | sanitize | build | packages) ;;
-h | --help | help)
    usage
    exit 0
    ;;
*)
    usage >&2
    printf '\nsetup.sh: there is no command "%s".\n' "$command" >&2
    exit 2
    ;;
esac

install_packages
[ "$command" = packages ] && exit 0

build=$(build_folder)
mkdir -p "$build" || fail "the build folder $build cannot be made; name another in GUITAI_BUILD."
# Who wants to see the window need not wait for its tests to be built.
targets=
[ "$command" = test ] || targets="guitai guitai-admin guitai-photo guitai-camera guitai-gateway-simulator guitai-fingerprint guitai-fingerprint-emulator"
[ "$command" = sanitize ] || configure_and_build
case $command in
run) start "$@" ;;
test) run_tests ;;
sanitize) run_sanitizer_tests ;;
build) say "Built: $build/app/guitai and $build/app/guitai-admin" ;;
esac
