#!/usr/bin/env python3
"""How fast articles with claims are imported, beside sqlite-utils with equal rows.

    script/peers
    Benchmarks/scale/articles.py made --articles 10000 --claims 50000
    Benchmarks/reports/import.py .build/release/evfacts .build/peers/bin/sqlite-utils made/0000.jsonl

sqlite-utils gets the same articles and claims as two flat tables and an index of words over the articles; it has no
places, keys, beliefs, copies of stories or further indexes to make.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time


def timed(*commands):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program, other, source = (os.path.abspath(path) for path in sys.argv[1:4])
    claims = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open(source) as lines, open("articles.jsonl", "w") as articles, open("claims.jsonl", "w") as facts:
            for line in lines:
                article = json.loads(line)
                for fact in article.pop("facts"):
                    facts.write(json.dumps(dict(fact, article=article["id"])) + "\n")
                    claims += 1
                article.pop("models")
                articles.write(json.dumps(article) + "\n")
        runs = {
            "evfacts import": [[program, "import", "--db", "ours.sqlite", source]],
            "sqlite-utils insert, enable-fts": [
                [other, "insert", "theirs.sqlite", "articles", "articles.jsonl", "--nl", "--pk", "id"],
                [other, "insert", "theirs.sqlite", "claims", "claims.jsonl", "--nl"],
                [other, "enable-fts", "theirs.sqlite", "articles", "title", "text"]],
        }
        for name, commands in runs.items():
            wall, cpu = timed(*commands)
            print(f"{name:34} {claims} claims  {wall:7.2f} s  {cpu:7.2f} s cpu  {claims / wall:9.0f} claims/s  "
                  f"{claims / cpu:9.0f} a cpu second  load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
