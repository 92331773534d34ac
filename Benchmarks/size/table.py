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
    ("Foundation", r"\w*Foundation\w*|_CF\w+"),
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
# In the map of the linker gold a part stands below its section, its name on the line before where that is long.
PART = re.compile(r"^ (?:(\S+))?\s+0x[0-9a-f]+\s+0x([0-9a-f]+) (\S.*)$")
SECTION = re.compile(r"^(\.?\w[\w.$-]*)(?:\s+0x[0-9a-f]+\s+0x([0-9a-f]+))?$")
# Sections that are no part of the file when it is stripped, or take no place in it.
NOT_STORED = re.compile(r"^\.(bss|tbss|debug|symtab|strtab|shstrtab|comment)")


def owner(place):
    """Who brought a section: a library, or the module whose folder the object lies in."""
    if place.endswith("/icu.o"):
        return GROUPS[0][0]  # what trim-icu.py left of its data
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
    """Bytes by owner; what of a section no part of it claims is the linker's."""
    total, section, left = {}, "", 0

    def end_section():
        if left > 0 and section and not NOT_STORED.match(section):
            total["made by the linker"] = total.get("made by the linker", 0) + left

    with open(path, encoding="utf-8", errors="replace") as file:
        lines = iter(file)
        for line in lines:
            if line.startswith("Memory map"):
                break
        for line in lines:
            head = SECTION.match(line.rstrip("\n"))
            if head:
                end_section()
                section, left = head.group(1), int(head.group(2) or "0", 16)
                continue
            if left == 0 and section and re.match(r"^\s+0x[0-9a-f]+\s+0x[0-9a-f]+$", line):
                left = int(line.split()[1], 16)
                continue
            part = PART.match(line.rstrip("\n"))
            if part and not NOT_STORED.match(section):
                size = int(part.group(2), 16)
                left -= size
                name = owner(part.group(3))
                total[name] = total.get(name, 0) + size
    end_section()
    return total


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    total = sizes(sys.argv[1])
    if not total:
        sys.exit(f"Error: '{sys.argv[1]}' is no map of the linker gold. Try: script/package")
    whole = os.path.getsize(sys.argv[2])
    rows = sorted(total.items(), key=lambda row: -row[1])
    rows = [row for row in rows if row[1] >= 50_000] + [("smaller ones", sum(size for _, size in rows if size < 50_000))]
    print("| what | MB | share |\n|---|---|---|")
    for name, size in rows:
        print(f"| {name} | {size / 1e6:.1f} | {size / whole:.0%} |")
    print(f"| the program, stripped | {whole / 1e6:.1f} | 100% |")


if __name__ == "__main__":
    main()
