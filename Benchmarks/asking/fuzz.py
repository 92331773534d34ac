#!/usr/bin/env python3
"""Asks mangled questions for a while and keeps those that the program does not survive.

    Benchmarks/asking/fuzz.py DATABASE [--minutes 30] [--seed 1] [--program .build/release/evfacts] [--keep FILE]

The questions of the tests' tables are cut, joined, shuffled and strewn with marks, numbers, control characters and bytes
that are no UTF-8; some are noise throughout. They go to `evfacts ask` on standard input, a hundred a process. Answered
or refused is well; anything else, and two minutes without an end, is a find: the batch is halved until one question is
left, which is added to FILE as a JSON string. The same seed asks the same questions. The exit status is 1 after a find.
"""

import argparse
import glob
import json
import os
import random
import subprocess
import sys
import time

PACKAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BATCH = 100
PATIENCE = 120
NOISE = ["'", '"', ";", "--", "/*", "?", "%", "\\", "$1", "NULL", "\t", "\x00", "\x07", "\x1b[31m", "\u202e", "\u200b", "é", "ß", "İ",
         "ǅ", "零", "〇", "亿", "½", "٣", "１２", "🚗", "e\u0301\u0301\u0301", "\ufeff", "-1", "0", "1e308", "99999999999999999999",
         "0x10", "1,2,3.4.5", "2025-13-45", "1/0", "2025/..", "..", "/", "00:00", "31 February 2025", "5.000.000,00", "十万百万亿",
         "between 5 and", "SELECT", "DROP TABLE facts", "Q9 2025", "H3", "next next year", "in in in", "€", "¥$£", "km", "…"]


def corpus():
    out = []
    for path in sorted(glob.glob(os.path.join(PACKAGE, "Tests/AskingTests/Tables/*questions.txt"))):
        with open(path, encoding="utf-8") as file:
            out += [line.split("|")[1].strip() for line in file if not line.startswith("#") and line.strip()]
    return out


def mangled(chance, questions):
    """One question as bytes without a line's end."""
    if chance.random() < 0.05:
        return bytes(chance.choices([b for b in range(256) if b not in (10, 13)], k=chance.choice([1, 7, 60, 400])))
    text = chance.choice(questions)
    for _ in range(chance.choice([1, 1, 2, 3, 5])):
        words = text.split(" ")
        place = chance.randrange(len(words) + 1)
        kind = chance.randrange(9)
        if kind == 0 and len(words) > 1:
            del words[min(place, len(words) - 1)]
        elif kind == 1:
            words.insert(place, chance.choice(NOISE))
        elif kind == 2:
            other = chance.choice(questions).split(" ")
            words[place:place] = other[chance.randrange(len(other)):]
        elif kind == 3:
            chance.shuffle(words)
        elif kind == 4:
            words = words[place:] or words
        elif kind == 5 and text:
            cut = chance.randrange(len(text))
            words = (text[:cut] + chance.choice(NOISE) + text[cut + chance.randrange(3):]).split(" ")
        elif kind == 6:
            words.insert(place, str(chance.choice([chance.randrange(10 ** chance.randrange(1, 22)), chance.random()])))
        elif kind == 7:
            words *= chance.choice([2, 2, 3, 40])
        else:
            words = [chance.choice([word.upper(), word.lower(), word[::-1], word.title()]) for word in words]
        text = " ".join(words)
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance.random() < 0.1 and data:
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data).replace(b"\n", b" ").replace(b"\r", b" ")


def survives(command, batch):
    try:
        run = subprocess.run(command, input=b"\n".join(batch), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    # Nothing but blanks is wrong usage.
    return run.returncode in (0, 2) or run.returncode == 64 and not any(line.strip() for line in batch)


def culprit(command, batch):
    while len(batch) > 1:
        half = batch[: len(batch) // 2]
        batch = half if not survives(command, half) else batch[len(batch) // 2:]
    return batch[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=os.path.join(PACKAGE, ".build/release/evfacts"))
    parser.add_argument("--keep", default="crashers.jsonl")
    options = parser.parse_args()
    command = [options.program, "ask", "--db", options.database, "--format", "json", "--today", "2026-02-01"]
    questions = corpus()
    chance = random.Random(options.seed)
    end = time.monotonic() + options.minutes * 60
    asked = found = 0
    while time.monotonic() < end:
        batch = [mangled(chance, questions) for _ in range(BATCH)]
        asked += len(batch)
        if survives(command, batch):
            continue
        found += 1
        question = culprit(command, batch)
        print(f"does not survive: {question!r}", flush=True)
        with open(options.keep, "a", encoding="utf-8") as file:
            file.write(json.dumps(question.decode("utf-8", "surrogateescape")) + "\n")
    print(f"{asked} questions, {found} finds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
