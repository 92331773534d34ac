#!/usr/bin/env bash
# Kills an ingest at random moments and looks whether the database is sound and holds what was reported as stored:
#   Benchmarks/robustness/kill.sh PROGRAM [MOMENTS] [ARTICLES]
# Ends with status 1 at the first loss; prints one line at the end otherwise.
set -euo pipefail
program=$(realpath "$1")
moments=${2:-100}
articles=${3:-4000}
here=$(realpath "$(dirname "$0")")
folder=$(mktemp -d "${TMPDIR:-/var/tmp}/evfacts-kill.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
trap 'echo "line $LINENO failed after moment ${moment:-0}: $(tail -n 1 errors.txt)" >&2' ERR

python3 "$here/../ingest/make.py" "$articles" all.jsonl
mkdir news
split -l 20 -d -a 4 --additional-suffix=.jsonl all.jsonl news/

# A whole run tells how long there is to choose from.
start=$(date +%s%N)
"$program" ingest --quiet --db whole.sqlite news 2>errors.txt
whole=$((($(date +%s%N) - start) / 1000000))

killed=0
for ((moment = 1; moment <= moments; moment++)); do
  "$program" ingest --db a.sqlite news >reported.txt 2>/dev/null &
  child=$!
  sleep "$(printf '%d.%03d' $((RANDOM % whole / 1000)) $((RANDOM % 1000)))"
  if kill -9 "$child" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$child" 2>/dev/null || true
  [[ -s a.sqlite ]] || continue
  if ! "$program" check --db a.sqlite >check.txt 2>&1; then
    echo "after moment $moment the database is not sound:" >&2
    cat check.txt >&2
    exit 1
  fi
  "$program" articles --db a.sqlite --format csv 2>errors.txt | cut -d, -f1 | sort >stored.txt
  # The last line may be cut where the program was killed while it wrote.
  { grep -v '^ ' reported.txt || true; } | sed '$d' | cut -d: -f1 | sort -u >named.txt
  lost=$(comm -23 named.txt stored.txt | wc -l)
  if [[ $lost -gt 0 ]]; then
    echo "after moment $moment $lost reported articles are not there" >&2
    exit 1
  fi
  # Begins anew now and then, so that the first transactions are hit too.
  if ((moment % 10 == 0)); then
    "$program" ingest --quiet --db a.sqlite news 2>errors.txt
    if [[ $("$program" articles --db a.sqlite --format jsonl | wc -l) -ne $articles ]]; then
      echo "the run after moment $moment did not complete the database" >&2
      exit 1
    fi
    rm -f a.sqlite a.sqlite-wal a.sqlite-shm
  fi
done
echo "$killed of $moments runs killed before their end; every database sound and completed by the next run"
