-- Copies of a story, what was read already, addresses and feeds, and the claims of older versions of a page.

-- The marks of copies are chosen otherwise than before, so they are made anew.
DROP TABLE story_marks;

-- The smallest hashes of each article's runs of words: articles that share one may be copies of one story.
CREATE TABLE story_marks (
  mark INTEGER NOT NULL,
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  PRIMARY KEY (mark, article_number)
) STRICT, WITHOUT ROWID;

-- What is compared to tell whether they are.
CREATE TABLE story_sketches (
  article_number INTEGER PRIMARY KEY REFERENCES article_texts (article_number) ON DELETE CASCADE,
  -- How many different runs of words the text has.
  runs INTEGER NOT NULL CHECK (runs > 0),
  -- The smallest hashes of them, ascending, four bytes each, little-endian.
  sketch BLOB NOT NULL CHECK (length(sketch) % 4 = 0),
  -- Its figures: four bytes of a hash of the words around, two of the leading digits; ascending, little-endian.
  figures BLOB NOT NULL CHECK (length(figures) % 6 = 0)
) STRICT;

-- What was read: a file, or a line of one, by a hash of its bytes, with the articles that it gave in their order.
-- Who reads it again, and reads as well as `reader` did, finds nothing new.
CREATE TABLE ingested_inputs (
  input INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  reader TEXT NOT NULL,
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  PRIMARY KEY (input, place)
) STRICT, WITHOUT ROWID;

-- Addresses that were fetched, and what the server said by which it can tell whether they changed.
CREATE TABLE fetched_addresses (
  address TEXT NOT NULL PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  -- UTC, as in 2026-01-31T12:00:00Z: when it was last there, changed or not; NULL where it never was.
  fetched_at TEXT,
  -- How often in a row it could not be had since, and what was said the last time.
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  failure TEXT,
  CHECK ((failures = 0) = (failure IS NULL))
) STRICT, WITHOUT ROWID;

-- The feeds that are followed.
CREATE TABLE feeds (
  feed INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE CHECK (address <> ''),
  -- What it calls itself; NULL until it was read.
  title TEXT,
  added_at TEXT NOT NULL,
  -- When it was last read, changed or not.
  updated_at TEXT
) STRICT;

-- The claims, and those of older versions of a page: `replaced` is the day from which a newer one counts. Two parts, so
-- that the first is looked up as `claims` is.
CREATE VIEW claim_history AS
SELECT
  f.kind, f.manufacturer, f.model, f.attribute, f.value, f.value_max, f.qualifier, f.unit,
  f."when" AS "when", f.start_date, f.end_date, f.market, f.status, f.source, f.confidence, f.evidence,
  a.id AS article, a.title, a.publisher, a.published, a.url, a.language,
  f.fact_id, f.origin = 'human' AS corrected, f.manufacturer_key, f.model_key, f.belief, f.believed,
  f.span_start, f.span_end, substr(n.ingested_at, 1, 10) AS replaced
FROM facts AS f
JOIN article_texts AS a ON a.article_number = f.article_number
LEFT JOIN article_texts AS n ON n.article_number = a.superseded_by
WHERE f.live = 1
UNION ALL
SELECT
  f.kind, f.manufacturer, f.model, f.attribute, f.value, f.value_max, f.qualifier, f.unit,
  f."when", f.start_date, f.end_date, f.market, f.status, f.source, f.confidence, f.evidence,
  a.id, a.title, a.publisher, a.published, a.url, a.language,
  f.fact_id, f.origin = 'human', f.manufacturer_key, f.model_key, f.belief, f.believed,
  f.span_start, f.span_end, substr(n.ingested_at, 1, 10)
FROM article_texts AS a
JOIN facts AS f ON f.article_number = a.article_number
LEFT JOIN article_texts AS n ON n.article_number = a.superseded_by
WHERE a.superseded_by IS NOT NULL AND f.live = 0 AND (f.origin = 'human' OR f.correction IS NULL);

-- The articles that tell a story which others tell too, in the same or mostly the same words; newest versions only.
-- A story counts once, however many tell it.
CREATE VIEW story_groups AS
SELECT
  a.story AS story, a.id AS article, a.title, a.publisher, a.published, a.url, a.language,
  (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1) AS facts,
  a.article_number
FROM article_texts AS a
WHERE a.superseded_by IS NULL AND EXISTS (
  SELECT 1 FROM article_texts AS b
  WHERE b.story = a.story AND b.superseded_by IS NULL AND b.article_number <> a.article_number);
