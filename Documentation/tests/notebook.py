#!/usr/bin/env python3
"""Runs the blocks of Documentation/Notebook.md in order and holds what they print against what the page shows.

    script/notebook-test [--update]

What a block prints stands in the block below it that is marked `text`; --update writes it there.
"""

import contextlib
import io
import os
import re
import subprocess
import sys

PAGE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Notebook.md")
BLOCK = re.compile(r"```(python|sh)\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)


def output(language, code, names):
    if language == "sh":
        return subprocess.run(["bash", "-ec", code], stdout=subprocess.PIPE, check=True).stdout.decode()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, PAGE, "exec"), names)
    return printed.getvalue()


def main():
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    names, wrong = {}, 0

    def shown(match):
        nonlocal wrong
        language, code, expected = match.groups()
        printed = output(language, code, names)
        if printed != (expected or ""):
            wrong += 1
            if "--update" not in sys.argv:
                print(f"this block of {PAGE} prints something else than the page shows:\n{code}\nit prints\n{printed}",
                      file=sys.stderr)
        return f"```{language}\n{code}```\n" + (f"\n```text\n{printed}```\n" if printed else "")

    updated = BLOCK.sub(shown, page)
    count = len(BLOCK.findall(page))
    if "--update" in sys.argv:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(updated)
    elif wrong or count < 6:
        sys.exit(f"Error: {wrong} of {count} blocks print something else. Try: script/notebook-test --update, and look")
    print(f"{count} blocks of the page were run", file=sys.stderr)


if __name__ == "__main__":
    main()
