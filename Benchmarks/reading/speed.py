#!/usr/bin/env python3
"""Reads pages with evfacts and its peers, side by side:  speed.py PAGES-FOLDER [PROGRAM] [--rounds 3]

PAGES-FOLDER holds .html or .html.gz files. The peers come from PyPI (trafilatura, readability-lxml, resiliparse); those
that are not installed are left out. All run on one core, in turns, and the best round counts: megabytes of HTML a second
of processor time. evfacts gets the files unpacked, and its start and the writing of JSON are part of its time.
"""
import argparse, contextlib, gzip, logging, os, pathlib, sys, tempfile, time


def pages(folder):
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.name.endswith((".html", ".html.gz")))
    if not files: sys.exit(f"no .html or .html.gz files in '{folder}'")
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in files]


def peers():
    found = {}
    with contextlib.suppress(ImportError):
        import trafilatura
        found["trafilatura"] = lambda page: trafilatura.extract(page)
        found["trafilatura, fast"] = lambda page: trafilatura.extract(page, fast=True)
    with contextlib.suppress(ImportError):
        from readability import Document
        found["readability-lxml"] = lambda page: Document(page).summary()
    with contextlib.suppress(ImportError):
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        found["resiliparse, main content"] = lambda page: extract_plain_text(
            bytes_to_str(page, detect_encoding(page)), main_content=True)
    return found


def timed(read, htmls):
    start = time.process_time()
    for html in htmls:
        with contextlib.suppress(Exception): read(html)
    return time.process_time() - start


def evfacts(program, folder, times):
    null = os.open(os.devnull, os.O_WRONLY)
    child = os.posix_spawn(program, [program, "read", "--format", "jsonl"] + [folder] * times, os.environ,
                           file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
    _, _, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder"), parser.add_argument("program", nargs="?", default=".build/release/evfacts")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    htmls = pages(options.folder)
    size = sum(map(len, htmls)) / 1e6
    # So many times over that a run takes a second or so, and the start does not count for much.
    times = max(1, round(60 / size))
    best = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, html in enumerate(htmls): pathlib.Path(folder, f"{number:04}.html").write_bytes(html)
        for _ in range(options.rounds):
            rates = {"evfacts": size * times / evfacts(options.program, folder, times)}
            for name, read in peers().items(): rates[name] = size / timed(read, htmls)
            for name, rate in rates.items(): best[name] = max(best.get(name, 0), rate)
    print(f"{len(htmls)} pages, {size:.1f} MB, best of {options.rounds} rounds\n")
    print(f"{'reader':<28}{'MB/s':>8}{'evfacts is':>14}")
    for name, rate in sorted(best.items(), key=lambda pair: -pair[1]):
        print(f"{name:<28}{rate:>8.1f}{best['evfacts'] / rate:>12.1f} x")


main()
