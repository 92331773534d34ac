#!/usr/bin/env python3
"""Whether every cell of an exported report comes back, read by Python's csv, pandas, the sqlite3 shell and LibreOffice.

    script/peers
    .build/peers/bin/python Benchmarks/reports/readback.py .build/release/evfacts FILE.sqlite [REPORT]

Compares with the cells of `evfacts export --format jsonl`. The first article's publisher is made a formula in a copy
of the database, so that something tries to run. LibreOffice is asked only where `soffice` is installed.
"""
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import pandas

NUMBERS = {"value", "value_max", "confidence", "corrected", "fact_id"}


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout


def plain(value):
    """A cell as text; 5 and 5.0 are one."""
    if value is None or value == "" or value != value:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    return str(value)


def compare(name, want, got):
    wrong = [(row, column) for row, (a, b) in enumerate(zip(want, got)) for column in a
             if plain(a[column]) != plain(b.get(column))]
    fault = f"; first in row {wrong[0]}" if wrong else ""
    print(f"{name:34} {len(got):7} rows, {len(wrong)} cells differ{fault}")
    return len(want) == len(got) and not wrong


def numbers(rows):
    return [{key: float(value) if key in NUMBERS and value not in ("", None) else value for key, value in row.items()}
            for row in rows]


def main():
    program, original = sys.argv[1:3]
    report = sys.argv[3] if len(sys.argv) > 3 else "claims"
    right = True
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "copy.sqlite")
        run(program, "backup", "--db", original, database)
        changing = sqlite3.connect(database)
        changing.execute("UPDATE article_texts SET publisher = '=HYPERLINK(\"http://x\",\"y\")', title = '-2+3|\t\"a\";' "
                         "WHERE article_number = 1")
        changing.commit()
        changing.close()
        want = [json.loads(line) for line in run(program, "export", report, "--db", database, "--format", "jsonl").splitlines()]
        path = os.path.join(folder, "raw.csv")
        run(program, "export", report, "--db", database, "--format", "csv", "--raw", "-o", path)
        with open(path, newline="", encoding="utf-8") as file:
            right &= compare("csv of Python, --raw", want, numbers(csv.DictReader(file)))
        frame = pandas.read_csv(path, keep_default_na=False, dtype={c: str for c in want[0] if c not in NUMBERS})
        right &= compare("pandas, --raw", want, numbers(frame.to_dict("records")))
        shell = run("sqlite3", ":memory:", "-cmd", f".import --csv '{path}' t", "-json", "SELECT * FROM t")
        right &= compare("sqlite3 .import --csv, --raw", want, numbers(json.loads(shell)))
        guarded = run(program, "export", report, "--db", database, "--format", "csv").decode()
        formulas = sum(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for row in csv.reader(io.StringIO(guarded)) for cell in row
                       if not cell.lstrip("-").replace(".", "").isdigit())
        print(f"{'csv: cells that would be formulas':34} {formulas:7}")
        right &= formulas == 0
        workbook = os.path.join(folder, "book.xlsx")
        run(program, "export", report, "--db", database, "--format", "xlsx", "-o", workbook)
        frame = pandas.read_excel(workbook, keep_default_na=False, dtype={c: str for c in want[0] if c not in NUMBERS})
        rows = [{key: str(value)[:10] if key in ("start_date", "end_date", "published") else value for key, value in row.items()}
                for row in frame.to_dict("records")]
        right &= compare("pandas and openpyxl, xlsx", want, numbers(rows))
        if shutil.which("soffice"):
            excel = os.path.join(folder, "excel.csv")
            run(program, "export", report, "--db", database, "--format", "csv", "--excel", "-o", excel)
            for source, options in [(excel, "44,34,76,1,,0,true,false,false"), (workbook, "")]:
                target = os.path.join(folder, "office")
                run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                    *([f"--infilter=CSV:{options}"] if options else []), "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", "--outdir", target, source,
                    stderr=subprocess.DEVNULL)
                name = next(n for n in sorted(os.listdir(target)))
                with open(os.path.join(target, name), newline="", encoding="utf-8-sig") as file:
                    got = list(csv.DictReader(file))
                shutil.rmtree(target)
                guard = [{k: v[1:] if source == excel and str(v)[:2] in ("'=", "'-", "'+", "'@") else v for k, v in row.items()} for row in got]
                right &= compare(f"LibreOffice, {os.path.basename(source)}", want, numbers(guard))
        else:
            print("LibreOffice is not installed: left out")
    sys.exit(0 if right else 1)


if __name__ == "__main__":
    main()
