#!/usr/bin/env python3
"""Measures the extraction stage of the Spark job against the bare program:  throughput.py PROGRAM LINES.jsonl

    evfacts read --format jsonl crawl.warc.gz > lines.jsonl         # or Benchmarks/ingest/make.py 4000 lines.jsonl
    .build/spark/bin/python Benchmarks/spark/throughput.py .build/release/evfacts lines.jsonl

The articles go through one process, and through Spark with 1, 2 and 4 workers of one process each. On two processors more
workers are not faster; what is asked is what Spark adds to a record, in time of processors, and how much memory a worker
takes. Half of the lines are run first, so that the other half is measured without starting and warming up.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")


def below(process):
    """All processes that a process started, and those that they did: number, command and file of figures."""
    children = {}
    for place in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (place / "stat").read_text().rpartition(")")
            fields = rest.split()
            command = (place / "cmdline").read_bytes()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append((int(place.name), command, fields))
    found, open_ = [], [process]
    while open_:
        for child in children.get(open_.pop(), []):
            found.append(child)
            open_.append(child[0])
    return found


def processor_time(process):
    """Seconds of processors that all below a process took, those that have ended included."""
    # utime, stime, and those of children that ended and were waited for.
    return sum(int(ticks) for _, _, fields in below(process) for ticks in fields[11:15]) / TICK


class Memory:
    """The most that one process of each sort ever held, in MB."""

    SORTS = {"executor (JVM)": b"CoarseGrainedExecutorBackend", "Python": b"pyspark", "evfacts": b"extract"}

    def __init__(self):
        self.peaks = dict.fromkeys(self.SORTS, 0)
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.ended.wait(0.2):
            for process, command, _ in below(os.getpid()):
                for sort, mark in self.SORTS.items():
                    if mark in command and (sort != "Python" or b"python" in command.split(b"\0")[0]):
                        self.peaks[sort] = max(self.peaks[sort], self.peak(process))
                        break

    @staticmethod
    def peak(process):
        try:
            status = pathlib.Path(f"/proc/{process}/status").read_text()
        except OSError:
            return 0
        return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def bare(program, file):
    """Seconds and seconds of processors of one process over a file."""
    before, start = os.times(), time.monotonic()
    with open(file, "rb") as lines:
        subprocess.run([program, "extract", "--jobs", "1", "--signature", "--metadata"], stdin=lines,
                       stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return (time.monotonic() - start,
            after.children_user + after.children_system - before.children_user - before.children_system)


def through_spark(program, files, workers):
    """Seconds and seconds of processors of the stage over the second of two files, and the memory."""
    import pyspark
    from pyspark.sql import SparkSession
    sys.path.insert(0, str(ROOT / "Examples/spark"))
    import inputs
    os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (SparkSession.builder.master(f"local-cluster[{workers},1,1024]").config("spark.ui.enabled", "false")
             .config("spark.log.level", "OFF").config("spark.sql.files.minPartitionNum", "1")
             .config("spark.sql.files.maxPartitionBytes", str(4 << 20)).getOrCreate())
    spark.sparkContext.addPyFile(str(ROOT / "Examples/spark/inputs.py"))
    memory = Memory()
    command = [program, "extract", "--jobs", "1", "--signature"]
    for file in files:
        given = argparse.Namespace(lines=[file], pages=[], archives=[])
        before, start = processor_time(os.getpid()), time.monotonic()
        count = inputs.answers(spark, given, command).count()
        elapsed, took = time.monotonic() - start, processor_time(os.getpid()) - before
    memory.ended.set()
    print(f"{workers} {elapsed:.2f} {took:.2f} {count} " + " ".join(f"{peak:.0f}" for peak in memory.peaks.values()))
    spark.stop()


def main():
    if sys.argv[1] == "--stage":
        return through_spark(sys.argv[2], sys.argv[3:5], int(sys.argv[5]))
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program = os.path.realpath(sys.argv[1])
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as folder:
        files = [f"{folder}/warm.jsonl", f"{folder}/measured.jsonl"]
        with open(sys.argv[2], "rb") as file:
            lines = file.readlines()
        for name, part in zip(files, (lines[:len(lines) // 2], lines[len(lines) // 2:])):
            with open(name, "wb") as file:
                file.writelines(part)
        records, size = len(lines) - len(lines) // 2, os.path.getsize(files[1]) / 1e6
        print(f"{records} articles, {size:.1f} MB, {os.cpu_count()} processors\n")
        print("| | s | MB/s | processors, s | added to a record, ms | executor MB | Python MB | evfacts MB |")
        print("|---|---|---|---|---|---|---|---|")
        elapsed, least = bare(program, files[1])
        print(f"| the program alone | {elapsed:.1f} | {size / elapsed:.2f} | {least:.1f} | | | | |", flush=True)
        for workers in (1, 2, 4):
            stage = subprocess.run([sys.executable, __file__, "--stage", program, *files, str(workers)],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
            _, elapsed, took, _, *peaks = stage.stdout.split()
            added = (float(took) - least) / records * 1000
            print(f"| Spark, {workers} workers | {float(elapsed):.1f} | {size / float(elapsed):.2f} | {float(took):.1f} "
                  f"| {added:.2f} | {' | '.join(peaks)} |", flush=True)


if __name__ == "__main__":
    main()
