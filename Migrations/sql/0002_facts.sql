-- What the articles claim, and what people said of the claims.

-- One claim a row. A claim is live while nobody dropped or corrected it and its article is the newest version.
CREATE TABLE facts (
  fact_id INTEGER PRIMARY KEY,
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  -- Its place among the facts of the article.
  place INTEGER NOT NULL,
  -- launch, sales_target, sales, store_count, price, range, capacity, market_entry, body_type. No list of them is
  -- checked, so that another kind needs no new schema.
  kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*'),
  -- NULL for a figure about a whole market.
  manufacturer TEXT,
  -- NULL for a fact about the manufacturer.
  model TEXT,
  -- Milestone, measure, outlet, sort of price, test cycle or body type, by kind.
  attribute TEXT,
  -- Whole numbers are stored as integers, so that they read well in any tool.
  value ANY CHECK (typeof(value) IN ('integer', 'real', 'null')),
  value_max ANY CHECK (typeof(value_max) IN ('integer', 'real', 'null')),
  qualifier TEXT CHECK (
    qualifier IN ('exact', 'about', 'more_than', 'less_than', 'at_least', 'at_most', 'between')),
  -- vehicles, stores, vehicles/year, km, mi, or a currency by ISO 4217.
  unit TEXT,
  -- The period as stated, a TIMEX3 value, and the first and the last day that it spans.
  "when" TEXT,
  start_date TEXT CHECK (start_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  end_date TEXT CHECK (end_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  -- ISO 3166-1 country, UN M49 region, EU, or overseas.
  market TEXT,
  status TEXT NOT NULL CHECK (status IN ('actual', 'planned', 'expected', 'cancelled')),
  -- Who is cited for it.
  source TEXT,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  -- The sentence it stands in, and the bytes of its value in the article's text.
  evidence TEXT NOT NULL,
  span_start INTEGER CHECK (span_start >= 0),
  span_end INTEGER CHECK (span_end >= span_start),
  -- 1 where two careful readers could differ on it (annotated articles only).
  optional INTEGER NOT NULL DEFAULT 0 CHECK (optional IN (0, 1)),
  -- An extractor found it, a file brought it, or a person wrote it.
  origin TEXT NOT NULL CHECK (origin IN ('extracted', 'imported', 'human')),
  -- The names without case, accents, spaces and punctuation: what is compared.
  manufacturer_key TEXT NOT NULL,
  model_key TEXT NOT NULL,
  -- The correction that made it (a person's fact) or that put it out of play.
  correction INTEGER REFERENCES corrections (correction),
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  CHECK (start_date <= end_date),
  CHECK ((span_start IS NULL) = (span_end IS NULL)),
  CHECK ((origin = 'human') <= (correction IS NOT NULL))
) STRICT;

CREATE INDEX facts_by_article ON facts (article_number, place);
CREATE INDEX facts_by_subject ON facts (kind, manufacturer_key, model_key) WHERE live = 1;
CREATE INDEX facts_by_model ON facts (manufacturer_key, model_key) WHERE live = 1;
CREATE INDEX facts_by_correction ON facts (correction) WHERE correction IS NOT NULL;

-- What people said of claims, in order; the last word on a claim counts. A claim is known by its article, kind,
-- subject, value and sentence, so that a correction holds when the article is read again.
CREATE TABLE corrections (
  correction INTEGER PRIMARY KEY,
  article TEXT NOT NULL,
  kind TEXT NOT NULL,
  manufacturer_key TEXT NOT NULL,
  model_key TEXT NOT NULL,
  attribute TEXT,
  value ANY CHECK (typeof(value) IN ('integer', 'real', 'null')),
  evidence TEXT NOT NULL,
  -- change: the claim reads as the new_ columns say. drop: it is no claim. restore: it stands as it was found.
  action TEXT NOT NULL CHECK (action IN ('change', 'drop', 'restore')),
  new_kind TEXT,
  new_manufacturer TEXT,
  new_model TEXT,
  new_attribute TEXT,
  new_value ANY CHECK (typeof(new_value) IN ('integer', 'real', 'null')),
  new_value_max ANY CHECK (typeof(new_value_max) IN ('integer', 'real', 'null')),
  new_qualifier TEXT,
  new_unit TEXT,
  new_when TEXT,
  new_market TEXT,
  new_status TEXT,
  new_source TEXT,
  reason TEXT,
  made_at TEXT NOT NULL,
  CHECK ((action = 'change') = (new_kind IS NOT NULL AND new_status IS NOT NULL))
) STRICT;

CREATE INDEX corrections_by_article ON corrections (article);
