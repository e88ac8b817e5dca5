#!/usr/bin/env bash
# main_job.sh MAILLON ARTICLES: builds the examples' graph with one thread and with three, compares the bytes, and asks
# what the articles tell in other words.
set -euo pipefail
maillon=$1
articles=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

# expect WHAT TEXT COMMAND...: the command succeeds and prints the text.
expect() {
  local what=$1 text=$2 answer
  shift 2
  answer=$("$@") || fail "$what: exit code $? of $*"
  grep -qF -- "$text" <<<"$answer" || fail "$what: no '$text' in the answer of $*"
}

"$maillon" build "$articles" -o "$work/one" -j 1 --quiet
"$maillon" build "$articles" -o "$work/three" -j 3 --quiet
for file in graph.graphml graph.jsonld statements.ndjson; do
  [ -s "$work/one/$file" ] || fail "$file is missing or empty"
  cmp "$work/one/$file" "$work/three/$file" || fail "$file depends on the number of threads"
done

expect "persons are one over documents" tallinn-01-sommet "$maillon" show "$work/one" 'claire beaumont'
expect "accents do not matter" 'Lucía Arregui' "$maillon" show "$work/one" 'LUCIA ARREGUI'
expect "accusations" ACCUSES "$maillon" neighbors "$work/one" Canada
expect "chains have evidence" 'Duarte Meireles' "$maillon" path "$work/one" 'Anna Berg' Portugal
expect "counts" statements "$maillon" stats "$work/one"

set +e
"$maillon" show "$work/one" 'Personne de ce nom' >/dev/null 2>&1
[ $? -eq 1 ] || fail "a name that is not there gives exit code 1"
"$maillon" show "$work/none" 'Anna Berg' >/dev/null 2>&1
[ $? -eq 2 ] || fail "a store that is not there gives exit code 2"
exit 0
