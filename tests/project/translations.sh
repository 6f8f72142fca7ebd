#!/bin/sh
# Every sentence of the sources has one Chinese one, none is fuzzy, none is left over.
# usage: translations.sh PROJECT_FOLDER
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
find app forms -name '*.cpp' -o -name '*.h' | LC_ALL=C sort >"$work/files"
xgettext --from-code=UTF-8 --language=C++ -k_ -kwxTRANSLATE -kwxPLURAL:1,2 -kwxGetTranslation:1 -ktr \
    --add-comments=TRANSLATORS --no-wrap --force-po -f "$work/files" -o "$work/guitai.pot"
# One English sentence has one Chinese one, in whichever catalogue it stands.
msgcat --no-wrap assets/translations/zh_CN/*.po | msgattrib --no-wrap --only-fuzzy --no-obsolete |
    sed -n '/^msgid "[^"]/,/^$/p' >"$work/conflicts"
if [ -s "$work/conflicts" ]; then
    echo "translated in different ways:"
    cat "$work/conflicts"
    exit 1
fi
msgcat --no-wrap --use-first --force-po assets/translations/zh_CN/*.po -o "$work/zh_CN.po"
if ! msgcmp "$work/zh_CN.po" "$work/guitai.pot" 2>"$work/findings" || [ -s "$work/findings" ]; then
    cat "$work/findings"
    while IFS=: read -r _ line _; do
        sed -n "${line}p" "$work/zh_CN.po"
    done <"$work/findings"
    exit 1
fi
echo "all $(grep -c '^msgid "[^"]' "$work/guitai.pot") sentences are translated"
