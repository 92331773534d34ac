"""Makes articles for the ingest benchmark:  make.py COUNT FILE.jsonl [--seed N]

Repeats the annotated articles of Tests/Corpus with other figures and other names, so that none is a copy of another:
every number but years gets other digits, every maker and model that an article names becomes another one of the
catalogue. Articles that write their figures in words are left out: with other names alone they would be copies indeed.
The same count and seed give the same file.
"""
import argparse, json, pathlib, random, re

# Any number but a year.
FIGURE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?![\d.,]))\d+(?:[.,]\d+)*")
ROOT = pathlib.Path(__file__).resolve().parents[2]


def corpus():
    for path in sorted((ROOT / "Tests/Corpus").glob("*/*/*.json")):
        article = json.loads(path.read_text())
        if len(FIGURE.findall(article["text"])) < 1 + len(article["text"]) / 400:
            continue
        yield f"{path.parent.parent.name}-{path.parent.name}-{path.stem}", article


def catalogue():
    """Makers with their models."""
    makers = {}
    for line in (ROOT / "Sources/Lexicon/Catalogue/models.tsv").read_text().splitlines():
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 2 or not fields[1]:
            continue
        makers.setdefault(fields[0], []).append(fields[1])
    return {maker: models for maker, models in makers.items() if len(models) > 2}


def other_figures(text, rng):
    def change(match):
        digits = match.group()
        if re.fullmatch(r"(19|20)\d\d", digits):
            return digits
        first = rng.choice("123456789")
        return first + "".join(rng.choice("0123456789") if c.isdigit() else c for c in digits[1:])

    return re.sub(r"\d+(?:[.,]\d+)*", change, text)


def other_names(article, text, makers, rng):
    """Longer names first, so that a model within another's name is left alone."""
    renamed = {}
    for name in article.get("models", []):
        maker, model = (name["manufacturer"], name["model"]) if isinstance(name, dict) else name
        if maker not in renamed:
            renamed[maker] = rng.choice(sorted(makers))
        renamed.setdefault(model, rng.choice(makers[renamed[maker]]))
    if not renamed:
        return text
    names = "|".join(re.escape(n) for n in sorted(renamed, key=len, reverse=True))
    return re.sub(f"(?<![A-Za-z0-9])(?:{names})(?![A-Za-z0-9])", lambda match: renamed[match.group()], text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    articles = list(corpus())
    makers = catalogue()
    with open(options.file, "w") as out:
        for number in range(options.count):
            name, article = articles[number % len(articles)]
            rng = random.Random(f"{options.seed} {number}")
            body = other_names(article, other_figures(article["text"], rng), makers, rng)
            title = other_names(article, other_figures(article.get("title") or "", rng), makers, rng)
            made = {
                "id": f"{name}-{options.seed}-{number}", "language": article.get("language"),
                "published": f"202{rng.randrange(3, 6)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}",
                "publisher": f"Paper {rng.randrange(400)}", "title": title, "text": body,
            }
            out.write(json.dumps(made, ensure_ascii=False) + "\n")


main()
