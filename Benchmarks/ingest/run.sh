#!/usr/bin/env bash
# Measures ingest:  Benchmarks/ingest/run.sh PROGRAM [ARTICLES] [THERE]
# A new database, the same again, and with THERE articles there already; prints where the time goes.
set -euo pipefail
program=$(realpath "$1")
articles=${2:-20000}
there=${3:-0}
here=$(realpath "$(dirname "$0")")
folder=$(mktemp -d "${TMPDIR:-/var/tmp}/evfacts-ingest.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 "$here/make.py" "$articles" new.jsonl
echo "== $articles articles into a new database"
/usr/bin/env time -f '%e s, %U s of processors, %M KB of memory' "$program" ingest --quiet --timings --db a.sqlite new.jsonl
echo "== the same again"
"$program" ingest --quiet --timings --db a.sqlite new.jsonl
echo "== stories told by more than one article: $("$program" articles --db a.sqlite --groups --format jsonl | wc -l)"
ls -l a.sqlite | awk '{print "== the database has " int($5 / 1048576) " MB"}'
if [[ $there -gt 0 ]]; then
  python3 "$here/make.py" "$there" many.jsonl --seed 2
  python3 "$here/make.py" 2000 more.jsonl --seed 3
  echo "== $there articles into another database"
  "$program" ingest --quiet --timings --db b.sqlite many.jsonl
  echo "== 2000 more"
  "$program" ingest --quiet --timings --db b.sqlite more.jsonl
  echo "== 2000 into a new one"
  "$program" ingest --quiet --timings --db c.sqlite more.jsonl
fi
