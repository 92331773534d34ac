#!/usr/bin/env python3
"""Times the questions of a set, each as a whole process with a warm file cache.

    Benchmarks/asking/time.py DATABASE [--questions Tests/AskingTests/Tables/questions.txt] [--program .build/release/evfacts]

A set is a table of the tests (language | question | answer) or JSON lines with a "question". Each question runs once to
warm up and then --runs times; its figure is the median of them. Printed are the median and the slowest of the questions,
`history` and `conflicts` beside them, and where the processor's time tells more than the clock's (a busy machine), both.
The exit status is 1 where the median is over 50 ms, a question over 300 ms, or one of the two lists over 1 s.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.join(HERE, "..", "..")


def questions(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            yield json.loads(line)["question"] if line.startswith("{") else line.split("|")[1].strip()


def timed(command):
    """Seconds by the clock and by the processor of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - start
    if process.returncode not in (0, 2):
        sys.exit(f"exit status {process.returncode}: {' '.join(command)}")
    return clock, usage.ru_utime + usage.ru_stime


def measured(command, runs):
    timed(command)
    times = [timed(command) for _ in range(runs)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--questions", default=os.path.join(PACKAGE, "Tests/AskingTests/Tables/questions.txt"))
    parser.add_argument("--program", default=os.path.join(PACKAGE, ".build/release/evfacts"))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    asked = []
    for question in questions(options.questions):
        command = [options.program, "ask", "--db", options.database, "--format", "json", "--today", "2026-02-01", question]
        asked.append((*measured(command, options.runs), question))
    lists = []
    for arguments in (["history", "Xiaomi SU7"], ["history", "BYD", "sales_target"], ["history", "BYD"], ["conflicts"]):
        command = [options.program, *arguments, "--db", options.database, "--format", "jsonl"]
        lists.append((*measured(command, options.runs), " ".join(arguments)))

    def line(clock, processor, name):
        print(f"{clock * 1000:8.1f} ms {processor * 1000:8.1f} ms  {name}")

    print("   clock   processor")
    for row in sorted(asked, reverse=True)[:10]:
        line(*row)
    print()
    line(statistics.median(a for a, _, _ in asked), statistics.median(b for _, b, _ in asked), f"median of {len(asked)} questions")
    line(max(a for a, _, _ in asked), max(b for _, b, _ in asked), "slowest")
    print()
    for row in lists:
        line(*row)
    slow = [statistics.median(row[0] for row in asked) > 0.05, max(asked)[0] > 0.3, max(lists)[0] > 1]
    return 1 if any(slow) else 0


if __name__ == "__main__":
    sys.exit(main())
