#!/usr/bin/env python3
"""Turns crawled news into facts on a Spark cluster; `evfacts` does the reading, Spark only hands out the work.

    spark-submit --py-files Examples/spark/inputs.py,Examples/spark/stories.py Examples/spark/facts_job.py \\
        --lines 's3a://bucket/articles/*.jsonl' --archives archives.txt --output s3a://bucket/facts

    --lines PATH     JSON lines with id and text, and where known title, published, publisher, url, language
    --pages FOLDER   saved pages and other files that `evfacts read` reads, on a disk that all workers have
    --archives FILE  the names of web archives (.warc, .warc.gz), one a line, on a disk that all workers have
    --output FOLDER  must not be there yet

The folder gets

    facts/    JSON lines, an article each that has facts: what `evfacts import` takes
    parquet/  a row for each of these facts, partitioned by maker and by the year in which the article was published
    copies/   JSON lines: which articles told a story that another tells already, and which; their facts are left out
    errors/   JSON lines: what could not be read, where it stands and why

All that is written depends on the input alone, not on the number of workers, nor on which of them failed on the way.
"""

import argparse
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

import inputs
import stories

FACTS = """array<struct<kind: string, manufacturer: string, model: string, value: double, value_max: double,
    qualifier: string, unit: string, when: string, market: string, status: string, attribute: string, source: string,
    evidence: string, start: bigint, end: bigint, confidence: double>>"""
ARTICLE = f"id string, title string, published string, publisher string, url string, language string, facts {FACTS}"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lines", action="append", default=[], metavar="PATH")
    parser.add_argument("--pages", action="append", default=[], metavar="FOLDER")
    parser.add_argument("--archives", action="append", default=[], metavar="FILE")
    parser.add_argument("--output", required=True, metavar="FOLDER")
    parser.add_argument("--program", default="evfacts", help="where it lies on the workers; else on their PATH")
    parser.add_argument("--min-confidence", type=float, help="leave out facts that are less sure")
    parser.add_argument("--catalogue", metavar="FILE", help="names of your own, at this place on the workers")
    parser.add_argument("--block-mb", type=int, default=64, help="how much of JSON lines one process gets")
    parser.add_argument("--pages-a-task", type=int, default=500, help="how many pages one process gets")
    given = parser.parse_args()
    if not (given.lines or given.pages or given.archives):
        parser.error("there is nothing to read. Try: --lines, --pages or --archives")
    return given


def command(given):
    """The stage that records are piped through: one process a partition, on the one processor that its task has."""
    words = [given.program, "extract", "--jobs", "1", "--signature"]
    if given.min_confidence is not None:
        words += ["--min-confidence", str(given.min_confidence)]
    if given.catalogue:
        words += ["--catalogue", given.catalogue]
    return words


def exists(spark, path):
    place = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    return place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(place)


def delete(spark, path):
    place = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).delete(place, True)


def fact_rows(kept):
    """A row for each fact, with what is known of its article and of where that stands."""
    articles = kept.select("path", "place", F.from_json("line", ARTICLE).alias("article"))
    rows = articles.select(
        F.col("article.id").alias("article"), "article.title", "article.published", "article.publisher",
        "article.url", "article.language", "path", "place", F.posexplode("article.facts").alias("number", "fact"))
    return rows.select(
        "fact.*", "article", "title", "published", "publisher", "url", "language", "path", "place", "number",
        F.substring("published", 1, 4).cast("int").alias("year"))


def run(spark, given):
    if exists(spark, given.output):
        raise FileExistsError(f"'{given.output}' is there already. Try: another folder, or delete it")
    # Blocks of JSON lines are cut alike whatever the cluster, so that places and results are.
    spark.conf.set("spark.sql.files.maxPartitionBytes", given.block_mb << 20)
    spark.conf.set("spark.sql.files.minPartitionNum", 1)

    # Written down before it is used more than once: a worker that is lost later costs no second extraction.
    working = f"{given.output}/_working"
    answers = inputs.answers(spark, given, command(given))
    spark.createDataFrame(answers, inputs.SCHEMA, verifySchema=False).write.parquet(f"{working}/answers")
    answers = spark.read.schema(inputs.SCHEMA).parquet(f"{working}/answers")
    spark.sparkContext.setCheckpointDir(f"{working}/stories")

    articles = answers.where("line IS NOT NULL")
    copies = stories.copies(articles).persist()
    kept = articles.join(copies, ["path", "place"], "left_anti")

    errors = answers.where("error IS NOT NULL").orderBy("path", "place")
    errors.select("path", "place", "id", "error").write.json(f"{given.output}/errors", ignoreNullFields=False)
    kept.orderBy("path", "place").select("line").write.text(f"{given.output}/facts")
    copies.orderBy("path", "place").write.json(f"{given.output}/copies")
    (fact_rows(kept).repartition("manufacturer", "year").sortWithinPartitions("path", "place", "number")
     .drop("number").write.partitionBy("manufacturer", "year").parquet(f"{given.output}/parquet"))

    count = answers.agg(
        F.count("line").alias("articles"), F.count("error").alias("errors")).first()
    dropped = copies.count()
    delete(spark, working)
    print(f"{count.articles - dropped} articles with facts, {dropped} copies left out, {count.errors} errors: "
          f"{given.output}", file=sys.stderr)


def main():
    given = arguments()
    spark = SparkSession.builder.appName("evfacts").getOrCreate()
    try:
        run(spark, given)
    except (FileExistsError, FileNotFoundError) as error:
        sys.exit(f"Error: {error}")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
