#!/usr/bin/env python3
"""Writes made-up annotated articles in any number, for measuring how the program does on a large database.

    Benchmarks/scale/articles.py FOLDER [--articles 200000] [--claims 1000000]

The folder gets files of JSON lines, 10,000 articles each, that `evfacts import FOLDER/*.jsonl` takes. Makers and models
are those of the catalogue, a few of them in most of the news and most of them in little of it. Each figure has a true
value, which most articles tell, rounded or not; some tell another, some cancel a plan, some copy a story word for word.
The same arguments always give the same files.
"""

import argparse
import bisect
import csv
import datetime
import json
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
CATALOGUE = os.path.join(HERE, "..", "..", "Sources", "Lexicon", "Catalogue")
PER_FILE = 10_000
FIRST_DAY = datetime.date(2022, 1, 1)
DAYS = 1_800
COPIES = 0.05

MARKETS = [None] * 8 + ["CN"] * 6 + ["150"] * 3 + "DE DE FR ES IT GB GB US US NO NL SE AT CH BE PL TH AU BR MX JP".split()
CURRENCIES = {"CN": "CNY", "US": "USD", "GB": "GBP", "NO": "NOK", "SE": "SEK", "CH": "CHF", "PL": "PLN", "TH": "THB",
              "AU": "AUD", "BR": "BRL", "MX": "MXN", "JP": "JPY"}
RATES = {"EUR": 1, "CNY": 7.8, "USD": 1.1, "GBP": 0.86, "NOK": 11.6, "SEK": 11.3, "CHF": 0.95, "PLN": 4.3, "THB": 38,
         "AUD": 1.7, "BRL": 6, "MXN": 20, "JPY": 163}
BODIES = ["suv"] * 5 + ["sedan"] * 3 + ["hatchback"] * 2 + ["wagon", "coupe", "mpv", "pickup", "van", "roadster"]
MILESTONES = ["launch"] * 5 + ["delivery"] * 2 + ["presale", "unveil", "production", "discontinue"]
PUBLISHERS = [f"{a} {b}" for a in ("Volt", "Kerb", "Axle", "Amp", "Lane", "Gear") for b in ("Daily", "Ledger", "Wire", "Post")]
KINDS = (["launch"] * 24 + ["sales"] * 22 + ["price"] * 15 + ["range"] * 12 + ["sales_target"] * 8 + ["store_count"] * 6
         + ["body_type"] * 5 + ["market_entry"] * 4 + ["capacity"] * 4)
OPENINGS = ["News from the trade", "A look at the week", "What the market talks about", "Notes from the show floor",
            "From the press room", "Figures of the day", "The road ahead", "Between two quarters"]


def names():
    """The makers and the models of the catalogue, each in an order of its own that says how much is written of it."""
    def rows(name):
        with open(os.path.join(CATALOGUE, name), encoding="utf-8") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    makers = [row["name"] for row in rows("makers.tsv") if row["kind"] == "brand"]
    known = set(makers)
    models = [(row["maker"], row["model"]) for row in rows("models.tsv") if row["maker"] in known]
    return makers, models


class Popularity:
    """Draws places of a list, the first far more often than the last (Zipf)."""

    def __init__(self, count, power):
        self.sums = []
        total = 0
        for place in range(count):
            total += 1 / (place + 3) ** power
            self.sums.append(total)

    def draw(self, chance):
        return bisect.bisect_left(self.sums, chance.random() * self.sums[-1])


class World:
    """Who there is, and what is true of them."""

    def __init__(self):
        self.makers, self.models = names()
        shuffle = random.Random(1)
        famous = {name: place for place, name in enumerate("BYD Tesla Xiaomi Volkswagen NIO XPeng Leapmotor Zeekr Geely BMW".split())}
        shuffle.shuffle(self.makers)
        self.makers.sort(key=lambda name: famous.get(name, 99))
        order = {name: place for place, name in enumerate(self.makers)}
        shuffle.shuffle(self.models)
        self.models.sort(key=lambda model: order[model[0]] // 12)
        self.of_makers = Popularity(len(self.makers), 1.0)
        self.of_models = Popularity(len(self.models), 0.8)

    @staticmethod
    def true(low, high, *key):
        """A number that depends on nothing but the key, small ones more often than large ones."""
        chance = random.Random("|".join(map(str, key)))
        return int(low * (high / low) ** chance.random())


def rounded(value, chance):
    """The value as an article tells it: exactly, or rounded and hedged."""
    if chance.random() < 0.5:
        return value, "exact"
    step = 10 ** max(0, len(str(value)) - chance.choice([2, 2, 3]))
    return max(step, round(value / step) * step), chance.choice(["about", "exact", "more_than"])


def period(chance, published):
    year = published.year - chance.choice([0, 0, 1])
    if chance.random() < 0.5:
        return f"{year}"
    if chance.random() < 0.6:
        return f"{year}-{chance.randint(1, 12):02}"
    return f"{year}-Q{chance.randint(1, 4)}"


def date(world, key, published, chance):
    """When a car comes: about a true day, told the more vaguely the further off it is."""
    day = FIRST_DAY + datetime.timedelta(days=world.true(1, 2_400, "day", *key))
    if chance.random() < 0.1:
        day += datetime.timedelta(days=chance.choice([90, 180, 365]))
    if (day - published).days > 300:
        return f"{day.year}", "planned"
    forms = [str(day), f"{day.year}-{day.month:02}", f"{day.year}-Q{(day.month + 2) // 3}",
             f"{day.year}-H{1 if day.month < 7 else 2}", f"{('START', 'MID', 'END')[(day.month - 1) // 4]}:{day.year}"]
    return chance.choice(forms), "actual" if day <= published else "planned"


def claim(world, published, maker, chance):
    """One annotated fact and its sentence."""
    kind = chance.choice(KINDS)
    model = None
    needs_model = kind in ("launch", "price", "range", "body_type")
    if needs_model or kind in ("sales", "sales_target") and chance.random() < 0.4:
        maker, model = world.models[world.of_models.draw(chance)]
    market = chance.choice(MARKETS)
    fact = dict(kind=kind, manufacturer=maker, model=model, value=None, value_max=None, qualifier=None, unit=None,
                when=None, market=market, status="actual", attribute=None, source=None)
    name = f"{maker} {model}" if model else maker
    place = f" in market {market}" if market else ""
    wrong = 1 if chance.random() > 0.08 else chance.choice([0.8, 0.9, 1.1, 1.25])

    def figure(low, high, unit, *key):
        value, qualifier = rounded(max(1, int(world.true(low, high, kind, maker, model, market, *key) * wrong)), chance)
        fact.update(value=value, qualifier=qualifier, unit=unit)
        return value

    if kind == "launch":
        fact["attribute"] = chance.choice(MILESTONES)
        fact["when"], fact["status"] = date(world, (maker, model, fact["attribute"], market), published, chance)
        said = f"{fact['attribute']} of the {name} is dated {fact['when']}{place}"
    elif kind == "sales":
        if model is None and chance.random() < 0.06:
            maker = fact["manufacturer"] = None
            name = "the whole trade"
        fact["attribute"] = chance.choice(["sales", "sales", "deliveries", "registrations", "production", "exports"])
        fact["when"] = period(chance, published)
        high = 40_000 if model else 4_000_000
        said = f"{name} reports {fact['attribute']} of {figure(90, high, 'vehicles', fact['when'], fact['attribute'])} for {fact['when']}{place}"
    elif kind == "sales_target":
        fact.update(attribute=chance.choice(["sales", "sales", "deliveries", "production"]), status="planned",
                    when=str(published.year + chance.choice([0, 0, 1, 2])))
        said = f"{name} aims for {fact['attribute']} of {figure(5_000, 5_000_000, 'vehicles', fact['when'])} in {fact['when']}{place}"
    elif kind == "store_count":
        fact["attribute"] = chance.choice(["store", "dealer", "service", "any"])
        if chance.random() < 0.3:
            fact.update(status="planned", when=f"../{published.year + 1}")
        said = f"{name} counts {figure(3, 3_000, 'stores', fact['attribute'], fact['status'])} places ({fact['attribute']}){place}"
    elif kind == "price":
        fact["market"] = market = market or "CN"
        unit = CURRENCIES.get(market, "EUR")
        fact["attribute"] = chance.choice(["start", "list", "list", "presale"])
        value = world.true(120, 1_500, "euros", maker, model) * 100
        value = int(value * RATES[unit] * wrong) // 100 * 100 + (90 if unit == "EUR" else 0)
        fact.update(value=value, qualifier="at_least" if fact["attribute"] == "start" else "exact", unit=unit)
        said = f"The {name} is priced at {value} {unit} ({fact['attribute']}){place}"
    elif kind == "range":
        fact["market"] = None
        fact["attribute"] = chance.choice(["WLTP", "WLTP", "CLTC", "EPA", None])
        market = None
        value = int(world.true(200, 900, "range", maker, model, fact["attribute"]) * wrong)
        fact.update(value=value, qualifier=chance.choice(["exact", "at_most"]), unit="km")
        said = f"The {name} goes {value} km by {fact['attribute'] or 'its maker'}"
    elif kind == "capacity":
        said = f"{name} can build {figure(20_000, 900_000, 'vehicles/year')} cars a year{place}"
    elif kind == "market_entry":
        fact["market"] = market = market or "DE"
        fact["when"], fact["status"] = date(world, (maker, market), published, chance)
        said = f"{name} begins to sell in market {market} in {fact['when']}"
    else:
        fact["market"] = None
        type_of = random.Random(f"body|{maker}|{model}")
        fact["attribute"] = type_of.choice(BODIES) if chance.random() > 0.03 else chance.choice(BODIES)
        said = f"The {name} is built as a {fact['attribute']}"
    if fact["status"] == "planned" and chance.random() < 0.04:
        fact["status"] = "cancelled"
    if chance.random() < 0.1:
        fact["source"] = chance.choice(["Reuters", "CPCA", "JATO Dynamics", "Bloomberg"])
    fact["evidence"] = said[0].upper() + said[1:] + f", says note {chance.randint(1, 10**7)}."
    fact["optional"] = False
    return fact


def article(world, number, claims):
    chance = random.Random(number)
    published = FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))
    maker = world.makers[world.of_makers.draw(chance)]
    facts = [claim(world, published, maker, chance) for _ in range(claims)]
    named = list(dict.fromkeys((fact["manufacturer"], fact["model"]) for fact in facts if fact["model"]))
    opening = f"{chance.choice(OPENINGS)}, number {number}, of {published}."
    text = opening + "\n\n" + " ".join(fact["evidence"] for fact in facts)
    return dict(id=f"made-{number:07}", language="en", published=str(published), publisher=chance.choice(PUBLISHERS),
                url=f"https://news.example/{number}", title=f"{maker}: {chance.choice(OPENINGS).lower()} {number}",
                text=text, models=[dict(manufacturer=a, model=b) for a, b in named], facts=facts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--claims", type=int, default=1_000_000)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    world = World()
    for first in range(0, options.articles, PER_FILE):
        last = min(options.articles, first + PER_FILE)
        path = os.path.join(options.folder, f"{first // PER_FILE:04}.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for number in range(first, last):
                claims = options.claims * (number + 1) // options.articles - options.claims * number // options.articles
                made = article(world, number, claims)
                chance = random.Random(f"copy|{number}")
                if number > first and chance.random() < COPIES:
                    copied = article(world, number - 1, claims)
                    made = dict(copied, id=made["id"], url=made["url"], publisher=made["publisher"],
                                published=max(made["published"], copied["published"]))
                file.write(json.dumps(made, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
