#!/usr/bin/env python3
"""How fast reports are on a large database, and CSV beside the sqlite3 shell's.

    Benchmarks/scale/articles.py made && evfacts import --db large.sqlite made/*.jsonl
    Benchmarks/reports/speed.py .build/release/evfacts large.sqlite

Prints a table: the best of three runs each, whole processes, with the file in the system's cache. `load` is the
machine's at that moment: figures with a load above its cores say little.
"""
import os
import resource
import subprocess
import sys
import tempfile
import time

COLUMNS = ("kind, manufacturer, model, attribute, value, value_max, qualifier, unit, \"when\", start_date, end_date, "
           "market, status, source, round(confidence, 3), evidence, article, title, publisher, published, url, "
           "language, corrected, fact_id")
ORDER = "kind, manufacturer_key, model_key, attribute, market, start_date, end_date, published, fact_id"
REPORTS = [["launches"], ["sales-targets"], ["sales"], ["store-counts"], ["prices"], ["ranges"], ["capacities"],
           ["market-entries"], ["body-types"], ["conflicts"], ["articles"], ["models"], ["manufacturers"],
           ["attainment"], ["calendar"], ["maker", "BYD"], ["model", "Model Y"],
           ["changes", "--since", "2026-11-01", "--by", "published"], ["claims", "--maker", "BYD"],
           ["launches", "--market", "Europe", "--from", "2025"]]


def best(command, runs=3):
    """The seconds of the fastest run, processor time and wall time, and the bytes that it wrote."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryFile() as output:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE)
            wall = time.perf_counter() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if done.returncode:
                sys.exit(f"{command} failed: {done.stderr.decode()}")
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            times.append((wall, cpu, output.seek(0, os.SEEK_END)))
    return min(times)


def show(name, command, runs=3):
    wall, cpu, size = best(command, runs)
    print(f"{name:44}  {wall:8.2f} s  {cpu:8.2f} s cpu  {size / 1e6:9.1f} MB  load {os.getloadavg()[0]:.1f}", flush=True)
    return wall


def main():
    program, database = sys.argv[1:3]
    base = [program, "export", "--db", database]
    query = f"SELECT {COLUMNS} FROM claims ORDER BY {ORDER}"
    show("all claims: sqlite3 -csv -header", ["sqlite3", "-csv", "-header", database, query], 2)
    show("all claims: evfacts export --format csv", base + ["claims", "--format", "csv"], 2)
    hundred = f"SELECT {COLUMNS} FROM claims LIMIT 100000"
    for form in ["xlsx", "html", "csv"]:
        show(f"100,000 rows: evfacts sql --format {form}", [program, "sql", "--db", database, hundred, "--format", form], 1)
    for form in ["xlsx", "html"]:
        show(f"prices: evfacts report --format {form}", [program, "report", "prices", "--db", database, "--format", form], 1)
    for report in REPORTS:
        show("report " + " ".join(report), [program, "report", *report, "--db", database])


if __name__ == "__main__":
    main()
