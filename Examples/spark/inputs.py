"""Inputs to answers: what is piped through `evfacts extract`, and what comes back.

Each record keeps where it stands: the path of its file and its place there. Of JSON lines, which Spark cuts into blocks,
the place is the byte at which the block begins and the number of the line among those that begin in it; of a page or an
archive it is the number of the answer. Places sort as the records stand.
"""

import json
import os
import subprocess
import threading
from urllib.parse import unquote, urlsplit

SCHEMA = """path string, place string, id string, published string, line string, error string,
    words string, runs int, sketch string, figures string"""
EMPTY = b'"facts": [], "story": null}'
STORY = ', "story": '


def answers(spark, given, command):
    """The answers to all inputs that say something: an article with facts, or why there is none."""
    context = spark.sparkContext
    parts = []
    if given.lines:
        stage = piped(command + ["--keyed", "--metadata"])
        parts.append(keyed_lines(spark, given.lines).mapPartitions(stage).mapPartitions(answers_to_lines))

    def by_name(paths):
        stage = piped(command + ["--files-from-input"])
        return paths.map(os.fsencode).mapPartitions(stage).mapPartitions(answers_to_files)

    if given.pages:
        pages = sorted(page for folder in given.pages for page in files(folder))
        tasks = max(1, -(-len(pages) // given.pages_a_task))
        parts.append(by_name(context.parallelize(pages, tasks)))
    archives = [name for listing in given.archives for name in names(listing)]
    if archives:
        # An archive a task: they are large, and one that fails is tried again alone.
        parts.append(by_name(context.parallelize(archives, len(archives))))
    return context.union(parts)


def piped(command):
    """A pipe through one process a partition, a line for a record, as Spark's own pipe but by bytes.

    So a record that is no UTF-8 reaches the program as it stands, and is rejected by it as anywhere else; and an input
    that fails halfway ends the task, where the program would wait for the rest for ever.
    """
    def run(records):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        failures = []

        def feed():
            try:
                with process.stdin as stdin:
                    for record in records:
                        stdin.write(record)
                        stdin.write(b"\n")
            except BrokenPipeError:
                pass  # It ended before its input did; its exit status says how.
            except BaseException as failure:
                failures.append(failure)
                process.kill()

        feeding = threading.Thread(target=feed, daemon=True)
        feeding.start()
        try:
            for line in process.stdout:
                yield line.rstrip(b"\n")
            feeding.join()
            status = process.wait()
        finally:
            # Where nobody wants the rest it would go on for nothing.
            process.kill()
            process.wait()
        if failures:
            raise failures[0]
        if status:
            raise RuntimeError(f"'{' '.join(command)}' ended with {status}; its notes are in the worker's log")

    return run


def files(folder):
    """The files below a folder; what is no article file is told of among the errors."""
    if not os.path.isdir(folder):
        raise FileNotFoundError(f"there is no folder '{folder}'. Try: check the spelling")
    for place, folders, found in os.walk(os.path.abspath(folder)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in found if not name.startswith("."))


def names(listing):
    if not os.path.isfile(listing):
        raise FileNotFoundError(f"there is no list of archives '{listing}'. Try: ls *.warc.gz > '{listing}'")
    with open(listing, encoding="utf-8") as file:
        return [os.path.abspath(line.strip()) for line in file if line.strip()]


def keyed_lines(spark, paths):
    """Lines with their key: the file, where the block begins, and the number of the line in it."""
    lines = spark.read.option("lineSep", "\n").text(paths)
    # As bytes: Spark keeps them as they are, Python's text would not.
    fields = lines.selectExpr("_metadata.file_path", "_metadata.file_block_start", "CAST(value AS BINARY)")
    return fields.rdd.mapPartitions(keys)


def keys(rows):
    last, number = None, 0
    for path, start, value in rows:
        number = number + 1 if (path, start) == last else 1
        last = (path, start)
        yield f"{path}|{start:015}+{number:09}\t".encode() + value


def answers_to_lines(lines):
    for line in lines:
        if not line.endswith(EMPTY):
            key, _, answer = line.decode().partition("\t")
            path, _, place = key.rpartition("|")
            yield row(local(path), place, answer)


def local(path):
    """The path of a file as people write it, where it lies on a disk."""
    return unquote(urlsplit(path).path) if path.startswith("file:") else path


def answers_to_files(lines):
    last, number = None, 0
    for line in lines:
        path = json.loads(line)["path"]
        number = number + 1 if path == last else 1
        last = path
        if not line.endswith(EMPTY):
            yield row(path, f"{number:09}", line.decode())


def row(path, place, answer):
    """What is kept of an answer; the line of an article stays as the program wrote it, but for the signature."""
    said = json.loads(answer)
    name = None if said["id"] is None else str(said["id"])
    if "error" in said:
        return path, place, name, None, None, said["error"], None, None, None, None
    story = said["story"] or {}
    line = answer[:answer.rindex(STORY)] + "}"
    return (path, place, name, said["published"], line, None,
            story.get("words"), story.get("runs"), story.get("sketch"), story.get("figures"))
