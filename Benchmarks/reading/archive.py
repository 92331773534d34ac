#!/usr/bin/env python3
"""Measures how fast web archives are read:  archive.py [--megabytes 500] [--plain] PAGES-FOLDER [PROGRAM]

PAGES-FOLDER holds .html or .html.gz files, Tests/Corpus/pages is one. They are written again and again, under new
addresses, into an archive of so many megabytes of HTML: each record packed for itself (not with --plain), every second
body in chunks, with requests, revisits and pictures between. PROGRAM (.build/release/evfacts) then reads it on one core.
"""
import argparse, gzip, os, pathlib, sys, tempfile, time, zlib


def bodies(folder):
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.name.endswith((".html", ".html.gz")))
    if not files: sys.exit(f"no .html or .html.gz files in '{folder}'")
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in files]


def record(kind, number, block):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://e{number % 977}.example/{number}\r\n"
            f"WARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def answer(body, chunked, sort="text/html"):
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {sort}\r\n"
    if not chunked: return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    pieces = b"".join(f"{len(body[at:at + 8192]):x}\r\n".encode() + body[at:at + 8192] + b"\r\n"
                      for at in range(0, len(body), 8192))
    return f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + pieces + b"0\r\n\r\n"


def pack(data, plain):
    if plain: return data
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def write(path, pages, size, plain):
    written = number = 0
    with open(path, "wb") as file:
        while written < size:
            body = pages[number % len(pages)]
            file.write(pack(record("response", number, answer(body, number % 2 == 1)), plain))
            if number % 10 == 0:
                file.write(pack(record("request", number, b"GET / HTTP/1.1\r\n\r\n"), plain))
                file.write(pack(record("revisit", number, b"HTTP/1.1 200 OK\r\n\r\n"), plain))
                file.write(pack(record("response", number, answer(b"\x89PNG" * 500, False, "image/png")), plain))
            written += len(body)
            number += 1
    return written, number


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder"), parser.add_argument("program", nargs="?", default=".build/release/evfacts")
    parser.add_argument("--megabytes", type=int, default=500), parser.add_argument("--plain", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "pages.warc" if options.plain else "pages.warc.gz")
        size, count = write(path, bodies(options.folder), options.megabytes * 1_000_000, options.plain)
        start = time.monotonic()
        out = os.open(os.path.join(folder, "out.jsonl"), os.O_WRONLY | os.O_CREAT)
        child = os.posix_spawn(options.program, [options.program, "read", "--format", "jsonl", path], os.environ,
                               file_actions=[(os.POSIX_SPAWN_DUP2, out, 1)])
        _, status, usage = os.wait4(child, 0)
        wall = time.monotonic() - start
        with open(os.path.join(folder, "out.jsonl"), "rb") as lines: read = sum(1 for _ in lines)
        cpu = usage.ru_utime + usage.ru_stime
        peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
        print(f"{size / 1e6:.0f} MB of HTML in {count} pages, {os.path.getsize(path) / 1e6:.0f} MB as a file")
        print(f"{read} articles, exit status {os.waitstatus_to_exitcode(status)}")
        print(f"{size / 1e6 / cpu:.1f} MB/s of processor time ({cpu:.1f} s), {size / 1e6 / wall:.1f} MB/s by the clock")
        print(f"peak memory {peak:.0f} MB")


main()
