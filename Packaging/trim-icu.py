#!/usr/bin/env python3
"""Makes a smaller copy of the data of ICU, which Foundation brings, for linking in place of it:  trim-icu.py OBJECT

The static library of Foundation carries 34 MB of data for hundreds of locales: names of languages, regions, currencies,
units and time zones, sorting orders, word breaks, transliterations. The program asks for none of these: it has words and
formats of its own. What stays is what every locale falls back on, the properties of characters, and all encodings. Where
something is missing ICU falls back to its root, and never fails.

Prints the name of the symbol; OBJECT defines it with __wrap_ before it. With --wrap=SYMBOL the linker then takes these
data, and leaves those of the library where they are.
"""

import os
import re
import struct
import subprocess
import sys
import tempfile

LEFT_OUT = re.compile(
    r"(unit|curr|lang|region|translit|rbnf|zone)/(?!root\.res|pool\.res|supplementalData\.res|tzdbNames\.res).*"
    r"|translit/.*"
    r"|coll/(?!root\.res|ucadata\.icu|pool\.res|res_index\.res).*"
    r"|brkitr/.*dict.*|brkitr/[a-z]{2}.*\.res"
    # Locales but those of the languages that the program reads, without their countries.
    r"|(?!(en|de|fr|it|es|zh|root|pool)\.res)[a-z]{2,3}(_\w+)?\.res"
    r"|unames\.icu")


def items(data):
    """Names and contents of a package of data: a header, the number of items, where each name and content begins."""
    header = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, header)[0]
    places = [struct.unpack_from("<II", data, header + 4 + 8 * number) for number in range(count)]
    ends = sorted(content for _, content in places) + [len(data) - header]
    next_of = dict(zip(ends, ends[1:]))
    for name, content in places:
        end = data.index(b"\0", header + name)
        yield data[header + name:end], data[header + content:header + next_of[content]]


def package(header, kept):
    """The items as a package again, sorted by name as they are looked up."""
    kept = sorted(kept)
    names, places = b"", []
    start = 4 + 8 * len(kept)
    for name, _ in kept:
        places.append(start + len(names))
        names += name + b"\0"
    body = b""
    first = start + len(names)
    first += -first % 16
    entries = []
    for (_, content), name in zip(kept, places):
        entries.append(struct.pack("<II", name, first + len(body)))
        body += content + bytes(-len(content) % 16)
    table = struct.pack("<I", len(kept)) + b"".join(entries) + names
    return header + table + bytes(first - len(table)) + body


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    swift = os.path.realpath(subprocess.check_output(["sh", "-c", "command -v swift"], text=True).strip())
    library = os.path.join(os.path.dirname(swift), "../lib/swift_static/linux/lib_FoundationICU.a")
    with tempfile.TemporaryDirectory() as folder:
        member = os.path.join(folder, "icu_packaged_data.cpp.o")
        subprocess.check_call(["ar", "x", os.path.realpath(library), os.path.basename(member)], cwd=folder)
        symbol = re.search(r"\bicudt\d+_dat\b", subprocess.check_output(["nm", member], text=True)).group()
        subprocess.check_call(["objcopy", "-O", "binary", "--only-section=.rodata*", member, f"{folder}/whole"])
        with open(f"{folder}/whole", "rb") as file:
            data = file.read()
        kept = [(name, content) for name, content in items(data)
                if not LEFT_OUT.fullmatch(name.decode().split("/", 1)[1])]
        header = data[:struct.unpack_from("<H", data)[0]]
        with open(f"{folder}/kept", "wb") as file:
            file.write(package(header, kept))
        with open(f"{folder}/kept.s", "w", encoding="ascii") as file:
            file.write(f'.section .rodata\n.balign 16\n.global __wrap_{symbol}\n.type __wrap_{symbol}, @object\n'
                       f'__wrap_{symbol}:\n'
                       f'.incbin "{folder}/kept"\n.size __wrap_{symbol}, . - __wrap_{symbol}\n.section .note.GNU-stack,"",@progbits\n')
        subprocess.check_call(["clang", "-c", f"{folder}/kept.s", "-o", sys.argv[1]])
        print(symbol)
        print(f"ICU: {len(kept)} of {sum(1 for _ in items(data))} items, {os.path.getsize(f'{folder}/kept') / 1e6:.1f} "
              f"of {len(data) / 1e6:.1f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
