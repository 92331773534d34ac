#!/usr/bin/env python3
"""Times the extractor beside word counting and searching:  speed.py [--news TEXTS.json] [--seconds 5] [--build .build/release]

Extraction runs with its input in memory on the articles of Tests/Corpus, on one thread and on two, and with --news also on
texts about other things (a JSON object or list whose values have `articleBody` or `text`); then `wc -w`, ripgrep with
150 names of makers and models, pyahocorasick and a spaCy pipeline (where they are installed) read the same bytes from a file.
All on one core, one after the other. Megabytes of text a second of the clock.
"""
import argparse, json, os, pathlib, shutil, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def corpus():
    for path in sorted((ROOT / "Tests/Corpus").rglob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if "facts" in article and "text" in article: yield article


def news(path):
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    for value in data.values() if isinstance(data, dict) else data:
        text = value.get("articleBody") or value.get("text")
        if text: yield {"text": text}


def lines(articles, path):
    with open(path, "w", encoding="utf-8") as out:
        for a in articles:
            out.write(json.dumps({k: a[k] for k in ("title", "published", "text") if a.get(k)}, ensure_ascii=False) + "\n")


def names():
    rows = [line.split("\t") for line in (ROOT / "Sources/Lexicon/Catalogue/models.tsv").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    return [row[1] for row in rows if len(row) > 1 and len(row[1]) > 3][::max(1, len(rows) // 150)][:150]


def row(what, size, seconds, note=""):
    print(f"{what:<44}{size / 1e6 / seconds:>12.2f}  {note}", flush=True)


def extractor(program, what, path, seconds, jobs):
    out = subprocess.run([program, str(seconds), str(jobs), str(path)], capture_output=True, text=True, check=True).stdout
    size, time_, before, after, _, processor = map(float, out.split())
    row(what, size, time_, f"{size / 1e6 / processor:.2f} a second of processor time, {int(after) // 1024} MB resident, {int(after - before) // 1024} MB of them since the start")
    return size / time_


def timed(command, path, size, what, rounds=5):
    best = None
    for _ in range(rounds):
        with open(path, "rb") as text:
            start = time.perf_counter()
            subprocess.run(command, stdin=text, stdout=subprocess.DEVNULL, check=False)
            best = min(best or 9e9, time.perf_counter() - start)
    row(what, size, best, "start of the program included")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news"), parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--build", default=str(ROOT / ".build/release"))
    options = parser.parse_args()
    program = os.path.join(options.build, "ExtractorSpeed")
    if not os.path.exists(program): raise SystemExit("build it first: swift build -c release --product ExtractorSpeed")
    articles = list(corpus())
    print(f"{'':<44}{'MB/s':>12}")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        lines(articles, folder / "cars.jsonl")
        one = extractor(program, "annotated articles, one thread", folder / "cars.jsonl", options.seconds, 1)
        two = extractor(program, "annotated articles, two threads", folder / "cars.jsonl", options.seconds, 2)
        print(f"{'':<44}{two / one:>12.2f}  times one thread")
        texts = articles
        if options.news:
            texts = list(news(options.news))
            lines(texts, folder / "news.jsonl")
            extractor(program, "texts about other things, one thread", folder / "news.jsonl", options.seconds, 1)
        text = "\n".join(t["text"] for t in texts)
        text *= max(1, 5_000_000 // len(text.encode()) + 1)
        (folder / "text.txt").write_text(text, encoding="utf-8")
        (folder / "names.txt").write_text("\n".join(names()), encoding="utf-8")
        size = len(text.encode())
        timed(["wc", "-w"], folder / "text.txt", size, "wc -w")
        if shutil.which("rg"):
            timed(["rg", "-j1", "-F", "-w", "-i", "-c", "-f", str(folder / "names.txt"), "-"], folder / "text.txt", size, "ripgrep, 150 names")
        try:
            import ahocorasick
            automaton = ahocorasick.Automaton()
            for name in names(): automaton.add_word(name, name)
            automaton.make_automaton()
            start = time.perf_counter()
            for _ in automaton.iter(text): pass
            row("pyahocorasick, 150 names", size, time.perf_counter() - start)
        except ImportError: pass
        try:
            import spacy
            pipeline = spacy.load("en_core_web_sm")
            english = [a["text"] for a in articles if a.get("language") == "en" or a["id"].startswith("en")][:60]
            start = time.perf_counter()
            for _ in pipeline.pipe(english): pass
            row("spaCy, English articles", sum(len(t.encode()) for t in english), time.perf_counter() - start)
        except (ImportError, OSError): pass


main()
