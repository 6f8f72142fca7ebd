#!/bin/sh
# The whole practice case in the real window with real keys, as `setup.sh run --headless` plays it:
# a picture of every step, and one sound sheet whose code is the acceptance number.
# usage: practice_case.sh GUITAI [OPTION...]
set -eu
program=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" --training "$@" --practice "$folder"
sheet=$folder/1/voucher.pdf
pictures=$(find "$folder/1" -name '[0-9][0-9]-*.png' -size +4k | wc -l)
if [ "$pictures" -ne 15 ]; then
    echo "15 steps should have left a picture, not $pictures"
    exit 1
fi
if grep -rqE '张龚|王晓梅|[0-9]{17}[0-9X]|[0-9]{11}' "$folder/1/data/log"; then
    echo "the log holds what belongs to a person"
    exit 1
fi
qpdf --check "$sheet" >/dev/null
pdftoppm -r 200 -gray -png "$sheet" "$folder/sheet"
number=$(zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$folder"/sheet-*.png | grep -xE '[0-9]{22}')
if ! pdftotext "$sheet" - | tr -d ' \n' | grep -q "$number"; then
    echo "the sheet's code and its text name different acceptance numbers"
    exit 1
fi
echo "the case went from sign-in to a sound voucher, with $pictures pictures"
