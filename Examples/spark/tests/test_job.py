"""The Spark job against one process: the same facts to the byte, also when a worker is killed in the middle.

    script/spark-test

Spark runs as a cluster of two workers on this machine, each with processes of its own. Its two runs take a minute or two.
"""

import glob
import gzip
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
JOB = os.path.dirname(HERE)
PACKAGE = os.path.dirname(os.path.dirname(JOB))
PROGRAM = os.environ["EVFACTS_PROGRAM"]

sys.path.insert(0, JOB)
import stories  # noqa: E402

# On the first start it lets a few answers through and kills the executor that started it, as a machine that fails.
KILLER = """#!{python}
import os, signal, subprocess, sys
def parent(process):
    return int(open(f"/proc/{{process}}/stat").read().rsplit(")", 1)[1].split()[1])
try:
    os.mkdir({flag!r})
except FileExistsError:
    os.execv({program!r}, ["evfacts"] + sys.argv[1:])
child = subprocess.Popen([{program!r}] + sys.argv[1:], stdout=subprocess.PIPE)
for _ in range(3):
    sys.stdout.buffer.write(child.stdout.readline())
sys.stdout.flush()
executor = os.getpid()
while b"CoarseGrainedExecutorBackend" not in open(f"/proc/{{executor}}/cmdline", "rb").read():
    executor = parent(executor)
open({flag!r} + "/killed", "w").write(str(executor))
os.kill(executor, signal.SIGKILL)
"""


def evfacts(*arguments, lines=b""):
    return subprocess.run([PROGRAM, *arguments], input=lines, stdout=subprocess.PIPE, check=True).stdout


def corpus():
    """Some articles of each language of the project's own corpus."""
    for path in sorted(glob.glob(os.path.join(PACKAGE, "Tests/Corpus/own/*/0[1-6].json"))):
        with open(path, encoding="utf-8") as file:
            article = json.load(file)
        yield {name: article.get(name) for name in ("id", "title", "published", "publisher", "language", "text")}


def archive(pages):
    """A web archive with these pages, each packed by itself as crawlers do it."""
    records = []
    for page in pages:
        with open(page, "rb") as file:
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + file.read()
        head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-06-01T00:00:00Z\r\n"
                f"WARC-Target-URI: https://archive.example/{os.path.basename(page)}\r\n"
                f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n")
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return b"".join(records)


def make_input(folder):
    """Lines in two files, the second with copies of the first's articles and with broken ones; pages and an archive."""
    articles = list(corpus())
    lines = [json.dumps(article, ensure_ascii=False).encode() for article in articles]
    copies = []
    for article in articles[::4]:
        paragraphs = article["text"].split("\n\n")
        shorter = "\n\n".join(paragraphs[:-1] if len(paragraphs) > 3 else paragraphs)
        copies.append(json.dumps({**article, "id": "copy-" + article["id"], "published": "2027-01-01",
                                  "publisher": "Second Hand", "text": shorter.upper()}, ensure_ascii=False).encode())
    broken = [b"{broken", b'{"id": "empty"}', b'{"id": 7, "text": "Hello.", "published": "gestern"}',
              b'{"id": "bytes", "text": "\xff\xfe BYD"}', b""]
    os.makedirs(os.path.join(folder, "lines"))
    with open(os.path.join(folder, "lines/a.jsonl"), "wb") as file:
        file.write(b"\n".join(lines) + b"\n")
    with open(os.path.join(folder, "lines/b.jsonl"), "wb") as file:
        file.write(b"\r\n".join(copies[:3]) + b"\r\n" + b"\n".join(broken + copies[3:]) + b"\n")
    os.makedirs(os.path.join(folder, "pages/more"))
    for page in glob.glob(os.path.join(PACKAGE, "Examples/articles/*")):
        shutil.copy(page, os.path.join(folder, "pages", "more" if page.endswith(".html") else "."))
    open(os.path.join(folder, "pages/empty.html"), "w").close()
    with open(os.path.join(folder, "crawl.warc.gz"), "wb") as file:
        file.write(archive(sorted(glob.glob(os.path.join(PACKAGE, "Examples/articles/*.html")))))
    with open(os.path.join(folder, "archives.txt"), "w", encoding="utf-8") as file:
        file.write(f"{folder}/crawl.warc.gz\n{folder}/nowhere.warc.gz\n")


def run_job(folder, output, program):
    """The job on two workers of one processor each; small blocks, so that each worker gets several."""
    subprocess.run(
        [os.path.join(PACKAGE, "script/spark-submit"), "--program", program, "--block-mb", "4", "--pages-a-task", "3",
         "--lines", f"{folder}/lines/*.jsonl", "--pages", f"{folder}/pages", "--archives", f"{folder}/archives.txt",
         "--output", os.path.join(folder, output)], check=True, stdout=subprocess.DEVNULL)


def written(folder, output, part):
    """The lines of a part of the output, in its order."""
    lines = []
    for name in sorted(glob.glob(os.path.join(folder, output, part, "part-*"))):
        with open(name, "rb") as file:
            lines += file.read().splitlines()
    return lines


class JobTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="evfacts-spark-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        make_input(cls.folder)
        run_job(cls.folder, "whole", PROGRAM)
        flag, killer = os.path.join(cls.folder, "flag"), os.path.join(cls.folder, "killer")
        with open(killer, "w", encoding="utf-8") as file:
            file.write(KILLER.format(python=sys.executable, flag=flag, program=PROGRAM))
        os.chmod(killer, os.stat(killer).st_mode | stat.S_IXUSR)
        run_job(cls.folder, "killed", killer)

    def one_process(self):
        """What one process makes of all of it: the answers with facts, and the errors."""
        folder = self.folder
        lines = b""
        for name in ("a.jsonl", "b.jsonl"):
            with open(f"{folder}/lines/{name}", "rb") as file:
                lines += file.read().rstrip(b"\n") + b"\n"
        files = [f"{folder}/crawl.warc.gz", f"{folder}/nowhere.warc.gz"]
        files += sorted(glob.glob(f"{folder}/pages/*.*") + glob.glob(f"{folder}/pages/more/*.*"))
        answers = evfacts("extract", "--jobs", "1", "--metadata", lines=lines).splitlines()
        answers += evfacts("extract", "--jobs", "1", "--files-from-input", lines="\n".join(files).encode()).splitlines()
        said = [(answer, json.loads(answer)) for answer in answers]
        return ([answer for answer, fields in said if fields.get("facts")],
                [fields for _, fields in said if "error" in fields])

    def test_facts_are_those_of_one_process_to_the_byte(self):
        expected, _ = self.one_process()
        facts = written(self.folder, "whole", "facts")
        copies = [json.loads(line) for line in written(self.folder, "whole", "copies")]
        self.assertGreater(len(facts), 30)
        self.assertEqual(len(facts), len(set(facts)))
        self.assertEqual(set(facts) - set(expected), set())
        # What is not among them is a copy, and every copy is missing once.
        missing = sorted(str(json.loads(line)["id"]) for line in set(expected) - set(facts))
        self.assertEqual(missing, sorted(copy["id"] for copy in copies))

    def test_a_killed_worker_changes_nothing(self):
        self.assertTrue(os.path.exists(os.path.join(self.folder, "flag/killed")), "no worker was killed")
        for part in ("facts", "errors", "copies"):
            self.assertEqual(written(self.folder, "whole", part), written(self.folder, "killed", part), part)
        self.assertEqual(self.parquet("whole"), self.parquet("killed"))

    def test_what_is_rejected_is_among_the_errors_and_its_place(self):
        _, expected = self.one_process()
        errors = [json.loads(line) for line in written(self.folder, "whole", "errors")]
        self.assertEqual(sorted(error["error"] for error in errors), sorted(error["error"] for error in expected))
        self.assertEqual(len(errors), 7)
        by_file = {}
        for error in errors:
            by_file.setdefault(os.path.relpath(error["path"], self.folder), []).append(error)
        self.assertEqual(sorted(by_file), ["lines/b.jsonl", "nowhere.warc.gz", "pages/empty.html"])
        # The line of the file, of which the first block begins at its first byte.
        self.assertEqual([(error["place"], error["id"]) for error in by_file["lines/b.jsonl"]], [
            ("000000000000000+000000004", None), ("000000000000000+000000005", "empty"),
            ("000000000000000+000000006", "7"), ("000000000000000+000000007", None),
            ("000000000000000+000000008", None)])

    def test_copies_are_those_that_the_database_finds(self):
        folder = self.folder
        database = f"{folder}/one.sqlite"
        paths = [f"{folder}/{name}" for name in ("lines/a.jsonl", "pages", "crawl.warc.gz", "lines/b.jsonl")]
        subprocess.run([PROGRAM, "ingest", "--quiet", "--db", database, *paths], stderr=subprocess.DEVNULL)
        groups = {}
        for line in evfacts("articles", "--groups", "--format", "jsonl", "--db", database).splitlines():
            row = json.loads(line)
            groups.setdefault(row["group"], set()).add(row["article"])
        together = {}
        for line in written(folder, "whole", "copies"):
            copy = json.loads(line)
            together.setdefault(copy["copy_of"], {copy["copy_of"]}).add(copy["id"])
        self.assertGreater(len(together), 5)
        # The database knows articles without facts too, and those of the same name are one to it.
        with_facts = {str(json.loads(line)["id"]) for line in self.one_process()[0]}
        expected = [group & with_facts for group in groups.values() if len(group & with_facts) > 1]
        found = [group for group in together.values() if len(group) > 1]
        self.assertEqual(sorted(map(sorted, found)), sorted(map(sorted, expected)))

    def test_parquet_has_every_fact_under_its_maker_and_year(self):
        rows = self.parquet("whole")
        facts = [(article["id"], fact) for article in map(json.loads, written(self.folder, "whole", "facts"))
                 for fact in article["facts"]]
        self.assertEqual(len(rows), len(facts))
        self.assertEqual(
            sorted((row["article"], row["kind"], row["manufacturer"] or "", row["start"]) for row in rows),
            sorted((name, fact["kind"], fact["manufacturer"] or "", fact["start"]) for name, fact in facts))
        for row in rows:
            self.assertEqual(row["year"], row["published"] and int(row["published"][:4]))

    def test_the_output_is_imported_twice_as_once(self):
        files = sorted(glob.glob(f"{self.folder}/whole/facts/part-*"))
        database = f"{self.folder}/imported.sqlite"
        count = []
        for _ in range(2):
            subprocess.run([PROGRAM, "import", "--db", database, *files], check=True, stderr=subprocess.DEVNULL)
            count.append(evfacts("sql", "--db", database, "--format", "csv", "SELECT count(*), sum(value) FROM claims"))
        self.assertEqual(count[0], count[1])
        self.assertNotIn(b"\n0,", count[0])

    def parquet(self, output):
        import pyarrow.dataset
        folder = os.path.join(self.folder, output, "parquet")
        rows = pyarrow.dataset.dataset(folder, partitioning="hive").to_table().to_pylist()
        return sorted(rows, key=lambda row: (row["path"], row["place"], row["start"], row["kind"], str(row)))


class StoryTests(unittest.TestCase):
    """The rules by themselves, where the database's own tests hold theirs."""

    def signatures(self, *texts):
        lines = "\n".join(json.dumps({"id": "a", "language": "en", "text": text}) for text in texts)
        answers = evfacts("extract", "--signature", lines=lines.encode()).splitlines()
        return [json.loads(answer)["story"] for answer in answers]

    REPORT = ("BYD sold {} cars in {} 2025, the Chinese carmaker said on Tuesday. Its exports rose again, and the company "
              "said that demand in Europe was stronger than it had expected, above all for the small electric hatchback.")

    def test_a_rounded_figure_is_the_same_story_and_another_month_is_not(self):
        first, rounded, other = self.signatures(
            self.REPORT.format("382,476", "May"), self.REPORT.format("382,000", "May"),
            self.REPORT.format("262,110", "July") + " It had 41 shops in 19 towns and 12 new ships; 7 more are planned.")
        self.assertTrue(stories.is_copy(first, rounded))
        self.assertTrue(stories.same(1000, 1050) and not stories.same(1000, 1060))
        self.assertTrue(stories.same(9990, 1000) and not stories.same(stories.YEAR + 2024, stories.YEAR + 2025))
        self.assertFalse(stories.agree({"a": [1000], "b": [2000]}, {"a": [3000], "b": [4000]}))
        self.assertFalse(stories.is_copy(first, {**other, "sketch": "f" * 8, "runs": 40}))


if __name__ == "__main__":
    unittest.main()
