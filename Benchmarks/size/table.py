#!/usr/bin/env python3
"""Prints what each dependency takes of the program, in MB, from the map that the linker wrote.

    Benchmarks/size/table.py LINK-MAP PROGRAM

script/package makes both. Counted is what is loaded or stored: code, constants, tables. What the linker made itself (relocations,
names, unwinding) stands as one line, and so does what no dependency owns.
"""

import os
import re
import sys

# Of the static runtime, libraries that belong together; of the packages, modules of one repository.
GROUPS = [
    ("ICU (Unicode and locale data of Foundation)", r"_FoundationICU"),
    ("Foundation", r"Foundation|CoreFoundation|_CF\w+|FoundationXML"),
    ("Swift runtime and standard library", r"swift\w*|swift_\w+|Blocks\w*|dispatch|swiftrt"),
    ("BoringSSL (TLS)", r"CNIOBoringSSL\w*|CCryptoBoringSSL\w*"),
    ("SwiftNIO", r"_?C?NIO\w*"),
    ("swift-crypto, certificates, ASN.1", r"Crypto\w*|_Crypto\w*|X509|SwiftASN1|CXKCP\w*|_CertificateInternals"),
    ("Hummingbird", r"Hummingbird\w*"),
    ("AsyncHTTPClient", r"AsyncHTTPClient|CAsyncHTTPClient"),
    ("GRDB", r"GRDB\w*"),
    ("ArgumentParser", r"ArgumentParser\w*"),
    ("Collections, algorithms, atomics, system, numerics",
     r"\w*Collections\w*|Algorithms|AsyncAlgorithms|\w*Atomics\w*|SystemPackage|CSystem|\w*Numerics\w*|\w*Module"),
    ("logging, metrics, tracing, configuration, lifecycle",
     r"Logging|\w*Metrics|Tracing|Instrumentation|ServiceContext\w*|\w*Configuration\w*|ServiceLifecycle|ConcurrencyHelpers|UnixSignals"),
    ("HTTP types", r"HTTPTypes\w*|StructuredFieldValues|RawStructuredFieldValues"),
    ("evfacts: words, names and weights", r"Lexicon|Linking|Asking"),
    ("evfacts: the rest",
     r"Facts|PackedText|LexiconTables|Reading|Fetching|Finding|Deciding|Migrations|Storing|Scoring|Reporting|EVFacts|Serving|EVFactsTool"),
]
LINE = re.compile(r"^\s*[0-9a-f]+\s+[0-9a-f]+\s+([0-9a-f]+)\s+\d+\s(.*)$")
# Sections that are no part of the file when it is stripped, or take no place in it.
NOT_STORED = re.compile(r"^\.(bss|tbss|debug|symtab|strtab|shstrtab|comment)")


def owner(place):
    """Who brought a section: a library, or the module whose folder the object lies in."""
    archive = re.search(r"lib([\w+-]+)\.a\(", place)
    module = re.search(r"/([\w-]+?)(?:-tool)?\.build/", place)
    name = archive.group(1) if archive else module.group(1) if module else "swiftrt" if "swiftrt" in place else None
    if name is None:
        return "other libraries and start-up" if "/" in place else "made by the linker"
    for group, pattern in GROUPS:
        if re.fullmatch(pattern, name):
            return group
    return f"other: {name}"


def sizes(path):
    total = {}
    section = ""
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = LINE.match(line.rstrip("\n"))
            if not match:
                continue
            size, rest = int(match.group(1), 16), match.group(2)
            depth = len(rest) - len(rest.lstrip())
            place = rest.strip()
            if depth == 0:
                section = place
            elif depth == 8 and not NOT_STORED.match(section):
                name = owner(place)
                total[name] = total.get(name, 0) + size
    return total


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    total = sizes(sys.argv[1])
    if not total:
        sys.exit(f"Error: '{sys.argv[1]}' is no map of the linker lld. Try: script/package")
    whole = os.path.getsize(sys.argv[2])
    rows = sorted(total.items(), key=lambda row: -row[1])
    rows = [row for row in rows if row[1] >= 50_000] + [("smaller ones", sum(size for _, size in rows if size < 50_000))]
    print("| what | MB | share |\n|---|---|---|")
    for name, size in rows:
        print(f"| {name} | {size / 1e6:.1f} | {size / whole:.0%} |")
    print(f"| the program, stripped | {whole / 1e6:.1f} | 100% |")


if __name__ == "__main__":
    main()
