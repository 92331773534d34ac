#!/usr/bin/env python3
"""Kills each writing command at random moments, and holds the database to what must be true after it.

    Benchmarks/reports/kill.py .build/release/evfacts [TIMES]

After each kill the database opens, SQLite's own checks find nothing, and it holds either what was there before or what
the command would have made of it. Then come a full disk (a small tmpfs, as root), a read-only file and a locked one.
"""
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ARTICLES = 300


def article(number, extra=""):
    evidence = f"Xiaomi sold {number + 100} cars in 2024{extra}."
    fact = dict(kind="sales", manufacturer="Xiaomi", model=f"M{number % 7}", value=number + 100, value_max=None,
                qualifier="exact", unit="vehicles", when="2024", market="CN", status="actual", attribute="sales",
                source=None, evidence=evidence)
    return dict(id=f"a{number}", language="en", published="2024-11-30", publisher="P", url=None, title=f"T {number}",
                text=f"Text of article {number}. {evidence}", models=[], facts=[fact])


def write(path, articles):
    with open(path, "w") as file:
        file.writelines(json.dumps(a) + "\n" for a in articles)


def state(path):
    """What a database holds, and whether SQLite finds it sound."""
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sound &= connection.execute("PRAGMA foreign_key_check").fetchall() == []
        sound &= connection.execute("SELECT count(*) FROM article_words_docsize").fetchone() == \
            connection.execute("SELECT count(*) FROM article_texts WHERE superseded_by IS NULL").fetchone()
        held = connection.execute("SELECT article, value, corrected, believed FROM claims ORDER BY 1, 2").fetchall()
        return sound, held
    finally:
        connection.close()


def main():
    program = os.path.abspath(sys.argv[1])
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    dice = random.Random(1)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)

        def run(*arguments, check=True):
            return subprocess.run([program, *arguments], capture_output=True, text=True, check=check)

        write("half.jsonl", [article(n) for n in range(ARTICLES)])
        write("more.jsonl", [article(n) for n in range(ARTICLES, 3 * ARTICLES)])
        run("import", "--db", "start.sqlite", "half.jsonl")
        run("import", "--db", "other.sqlite", "more.jsonl")
        os.makedirs("texts")
        for n in range(40):
            with open(f"texts/{n}.txt", "w") as file:
                file.write(f"Xiaomi will launch the YU{n} in June 2025 in Germany. It costs {n + 30},000 euros.")
        run("ingest", "-q", "--db", "start.sqlite", "--published", "2024-11-30", "texts")
        run("sql", "--db", "start.sqlite", "SELECT 1")
        commands = {
            "import": ["import", "more.jsonl"], "ingest": ["ingest", "-q", "texts2"], "merge": ["merge", "other.sqlite"],
            "correct": ["correct", "1", "value=5"], "drop": ["drop", "2", "3", "4"], "forget": ["forget", "a1", "a2"],
            "alias": ["alias", "Xiaomi", "YU7", "Speed Seven"], "reextract": ["reextract"], "backup": ["backup", "copy.sqlite"],
        }
        os.makedirs("texts2")
        for n in range(400):
            with open(f"texts2/{n}.txt", "w") as file:
                file.write(f"Tesla will launch the Model {n} in June 2026 in France. It costs {n + 30},000 euros.")
        for name, arguments in commands.items():
            def fresh():
                for ending in ["", "-wal", "-shm"]:
                    if os.path.exists("evfacts.sqlite" + ending):
                        os.remove("evfacts.sqlite" + ending)
                shutil.copy("start.sqlite", "evfacts.sqlite")
                if name == "reextract":
                    run("alias", "Xiaomi", "YU7", "Speed Seven")
                if os.path.exists("copy.sqlite"):
                    os.remove("copy.sqlite")
            fresh()
            before = state("evfacts.sqlite")[1]
            begin = time.perf_counter()
            run(*arguments)
            whole = time.perf_counter() - begin
            after = state("evfacts.sqlite")[1]
            wrong = 0
            for _ in range(times):
                fresh()
                process = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(dice.random() * whole * 1.05)
                process.send_signal(signal.SIGKILL)
                process.wait()
                sound, held = state("evfacts.sqlite")
                # Ingest and reextract store in pieces, drop and forget one by one: each piece is whole.
                pieces = name in ("ingest", "reextract", "drop", "forget")
                known = held in (before, after) or pieces and (set(before) & set(after)) <= set(held) | set(before) - set(after)
                if name == "backup" and os.path.exists("copy.sqlite"):
                    known &= state("copy.sqlite") == (True, before)
                if not (sound and known):
                    wrong += 1
                elif run(*arguments, check=False).returncode not in (0, 1) or (
                        name in ("import", "merge", "ingest", "reextract", "alias") and state("evfacts.sqlite")[1] != after):
                    wrong += 1
            failures += wrong
            print(f"{name:10} killed {times} times within {whole:.2f} s: {wrong} wrong", flush=True)
        failures += trouble(run, folder)
    sys.exit(1 if failures else 0)


def trouble(run, folder):
    """A full disk, a file that may only be read, and one that another program holds."""
    failures = 0

    def expect(name, path, before, *arguments):
        nonlocal failures
        done = run(*arguments, check=False)
        good = done.returncode == 1 and done.stderr.startswith("Error: ") and "Try: " in done.stderr and state(path) == before
        failures += not good
        print(f"{name:34} {'as it should be' if good else 'WRONG'}: {done.stderr.strip()[:110]}", flush=True)

    shutil.copy("start.sqlite", "evfacts.sqlite")
    holder = sqlite3.connect("evfacts.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    before = state("evfacts.sqlite")
    for arguments in (["import", "more.jsonl"], ["drop", "2"], ["correct", "1", "value=5"], ["merge", "other.sqlite"], ["forget", "a1"]):
        expect("locked: " + arguments[0], "evfacts.sqlite", before, *arguments)
    holder.execute("ROLLBACK")
    holder.close()
    small = os.path.join(folder, "small")
    os.makedirs(small)
    size = os.path.getsize("start.sqlite") + 300_000
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", small], capture_output=True).returncode:
        print("full disk: left out, as no tmpfs can be mounted here")
        return failures
    try:
        shutil.copy("start.sqlite", small + "/evfacts.sqlite")
        before = state(small + "/evfacts.sqlite")
        for arguments in (["import", "more.jsonl"], ["merge", "other.sqlite"], ["backup", small + "/copy.sqlite"]):
            # A log that could not be emptied for want of room belongs to the file, and stays.
            expect("full disk: " + arguments[0], small + "/evfacts.sqlite", before, arguments[0], "--db", small + "/evfacts.sqlite",
                   *arguments[1:])
        left = [name for name in os.listdir(small) if "unfinished" in name or "copy" in name]
        if left:
            failures += 1
            print("full disk: left behind", left)
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        for arguments in (["import", "more.jsonl"], ["drop", "2"], ["forget", "a1"]):
            done = run(arguments[0], "--db", small + "/evfacts.sqlite", *arguments[1:], check=False)
            good = done.returncode == 1 and "Try: " in done.stderr
            failures += not good
            print(f"{'read-only: ' + arguments[0]:34} {'as it should be' if good else 'WRONG'}: {done.stderr.strip()[:110]}", flush=True)
    finally:
        subprocess.run(["umount", small])
    return failures


if __name__ == "__main__":
    main()
