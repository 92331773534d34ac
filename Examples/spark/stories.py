"""Finds copies of a story across all partitions, by the signatures that `evfacts extract --signature` prints.

The rules are those of the database (Sources/Storing/StorySketch.swift and StoryFigure.swift), and a test holds both
against each other: articles that share one of the ten smallest hashes of their wording are compared, and are copies if
most of the shorter one's wording stands in the other and the figures in the same words agree.
"""

from pyspark.sql import Window
from pyspark.sql import functions as F

MARKS = 10
SKETCH = 128
LEAST_SHARE = 0.45
ROUNDING = 1.05
YEAR = 0x8000
# Of those that share a mark, each is compared with the first few: in a group of copies that is enough to join them.
COMPARED = 4


def copies(articles):
    """The articles that told a story later than another: path, place, id, and copy_of, the id of the first.

    The first is the one that was published first, and of those of one day the first by its path and place.
    """
    order = F.concat_ws("|", F.coalesce("published", F.lit("9999-99-99")), "path", "place")
    signed = articles.where("words IS NOT NULL").select(
        order.alias("key"), "path", "place", "id", F.struct("words", "runs", "sketch", "figures").alias("story"))
    edges = alike(signed).persist()
    firsts = first_of_each(edges)
    told = signed.select("key", "path", "place", "id")
    first = told.select(F.col("key").alias("first"), F.col("id").alias("copy_of"))
    return told.join(firsts, "key").where("key <> first").join(first, "first").select("path", "place", "id", "copy_of")


def alike(signed):
    """Pairs of keys whose articles are copies."""
    marks = signed.select("key", F.explode(F.udf(marks_of, "array<string>")("story")).alias("mark"))
    ranked = marks.withColumn("rank", F.row_number().over(Window.partitionBy("mark").orderBy("key")))
    heads = ranked.where(F.col("rank") <= COMPARED).select("mark", F.col("key").alias("one"), F.col("rank").alias("at"))
    pairs = (ranked.join(heads, "mark").where("at < rank").select("one", F.col("key").alias("other")).distinct())
    some = signed.select(F.col("key").alias("one"), F.col("story").alias("its"))
    others = signed.select(F.col("key").alias("other"), F.col("story").alias("their"))
    return (pairs.join(some, "one").join(others, "other")
            .where(F.udf(is_copy, "boolean")("its", "their")).select("one", "other"))


def first_of_each(edges):
    """Each key of a pair with the first of all that pairs join it to."""
    both = edges.union(edges.select("other", "one")).toDF("key", "neighbour").persist()
    firsts = both.select("key").distinct().withColumn("first", F.col("key"))
    while True:
        near = both.join(firsts.withColumnRenamed("key", "neighbour"), "neighbour").groupBy("key").agg(
            F.min("first").alias("near"))
        # Written down, or each round would begin with all of those before it.
        new = firsts.join(near, "key").select(
            "key", F.least("first", "near").alias("first"), (F.col("near") < F.col("first")).alias("moved")
        ).checkpoint()
        firsts = new.select("key", "first")
        if new.where("moved").isEmpty():
            return firsts


def marks_of(story):
    return ["=" + story["words"]] + hashes(story["sketch"])[:MARKS]


def hashes(sketch):
    return [sketch[start:start + 8] for start in range(0, len(sketch), 8)]


def is_copy(its, their):
    """Whether two signatures are those of copies."""
    if its["words"] == their["words"]:
        return True
    some, others = its["runs"], their["runs"]
    if not some or not others or min(some, others) * 5 < max(some, others) * 2:
        return False
    return share(its, their) >= LEAST_SHARE and agree(figures(its), figures(their))


def share(its, their):
    """Which share of the shorter one's runs of words stands in the other too, as the sketches tell it."""
    some, others = hashes(its["sketch"]), hashes(their["sketch"])
    union = sorted(set(some) | set(others))
    if its["runs"] > SKETCH or their["runs"] > SKETCH:
        union = union[:min(len(some), len(others))]
    if not union:
        return 0
    jaccard = len(set(some) & set(others) & set(union)) / len(union)
    both = jaccard / (1 + jaccard) * (its["runs"] + their["runs"])
    return min(1, both / min(its["runs"], their["runs"]))


def figures(story):
    """The figures by the words around them."""
    found = {}
    for start in range(0, len(story["figures"]), 12):
        entry = story["figures"][start:start + 12]
        found.setdefault(entry[:8], []).append(int(entry[8:], 16))
    return found


def agree(some, others):
    """Whether the figures that stand in the same words agree in all but a few places; years that agree say nothing."""
    agreeing = differing = 0
    for words in some.keys() & others.keys():
        agreed = next((a for a in sorted(some[words]) if any(same(a, b) for b in others[words])), None)
        differing += agreed is None
        agreeing += agreed is not None and agreed < YEAR
    return differing <= 1 or differing * 3 <= agreeing + differing


def same(one, other):
    """Whether two figures are the same but for rounding and powers of ten."""
    if one >= YEAR or other >= YEAR:
        return one == other
    low, high = min(one, other), max(one, other)
    return high <= low * ROUNDING or low * 10 <= high * ROUNDING
