-- What is believed of the claims, kept up to date with them, and the views that people read.

-- Claims compete under a key: what they speak of, without what they say of it. One row a key.
CREATE TABLE beliefs (
  belief INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- The article that decides, and what it decided by; NULL where no live claim is left.
  decided_by INTEGER REFERENCES article_texts (article_number),
  decided_published TEXT,
  decided_status INTEGER,
  decided_by_person INTEGER NOT NULL DEFAULT 0 CHECK (decided_by_person IN (0, 1)),
  -- The claims of a key agree where the highest beginning of what they say lies before the lowest end.
  highest_low INTEGER,
  lowest_high INTEGER
) STRICT;

CREATE INDEX beliefs_in_conflict ON beliefs (belief) WHERE highest_low > lowest_high;
CREATE INDEX beliefs_by_article ON beliefs (decided_by);

ALTER TABLE facts ADD COLUMN belief INTEGER REFERENCES beliefs (belief);
ALTER TABLE facts ADD COLUMN believed INTEGER NOT NULL DEFAULT 0 CHECK (believed IN (0, 1));
-- From where to where the story says the value (in thousandths) or the date (in days) to be, rounded as it
-- rounds; NULL where it says neither.
ALTER TABLE facts ADD COLUMN said_low INTEGER;
ALTER TABLE facts ADD COLUMN said_high INTEGER;

CREATE INDEX facts_by_belief ON facts (belief) WHERE live = 1;
CREATE INDEX facts_believed_by_belief ON facts (belief) WHERE believed = 1;
CREATE INDEX facts_believed_by_subject ON facts (kind, manufacturer_key, model_key) WHERE believed = 1;
CREATE INDEX facts_believed_by_date ON facts (kind, start_date) WHERE believed = 1;
CREATE INDEX facts_believed_by_value ON facts (kind, value) WHERE believed = 1;

-- Everything that the articles claim, cancelled plans and outvoted figures too. Left out are claims that a person
-- dropped or corrected, and older versions of a page. Claims with one `belief` compete; `believed` is 1 for those
-- that won. The names in `manufacturer_key` and `model_key` are without case, accents, spaces and punctuation.
CREATE VIEW claims AS
SELECT
  f.kind, f.manufacturer, f.model, f.attribute, f.value, f.value_max, f.qualifier, f.unit,
  f."when" AS "when", f.start_date, f.end_date, f.market, f.status, f.source, f.confidence, f.evidence,
  a.id AS article, a.title, a.publisher, a.published, a.url, a.language,
  f.fact_id, f.origin = 'human' AS corrected, f.manufacturer_key, f.model_key, f.belief, f.believed,
  f.span_start, f.span_end
FROM facts AS f JOIN article_texts AS a ON a.article_number = f.article_number
-- A live claim's article is the newest version anyway; to say so lets SQLite look articles up by their id.
WHERE f.live = 1 AND a.superseded_by IS NULL;

-- Which model is shown, sold, delivered or built from when on, and where: what is believed.
CREATE VIEW launches AS SELECT * FROM claims WHERE kind = 'launch' AND believed = 1;

-- How many vehicles a maker means to sell: what is believed.
CREATE VIEW sales_targets AS SELECT * FROM claims WHERE kind = 'sales_target' AND believed = 1;

-- How many vehicles were sold, or are forecast to be: what is believed.
CREATE VIEW sales AS SELECT * FROM claims WHERE kind = 'sales' AND believed = 1;

-- How many shops, dealers or workshops a maker has or plans: what is believed.
CREATE VIEW store_counts AS SELECT * FROM claims WHERE kind = 'store_count' AND believed = 1;

-- What a model costs: what is believed.
CREATE VIEW prices AS SELECT * FROM claims WHERE kind = 'price' AND believed = 1;

-- How far a model goes on a charge: what is believed.
CREATE VIEW ranges AS SELECT * FROM claims WHERE kind = 'range' AND believed = 1;

-- How many vehicles a year a maker can build: what is believed.
CREATE VIEW capacities AS SELECT * FROM claims WHERE kind = 'capacity' AND believed = 1;

-- When a maker begins to sell in a market: what is believed.
CREATE VIEW market_entries AS SELECT * FROM claims WHERE kind = 'market_entry' AND believed = 1;

-- Which sort of car a model is (in `attribute`): what is believed.
CREATE VIEW body_types AS SELECT * FROM claims WHERE kind = 'body_type' AND believed = 1;

-- Claims of independent articles that contradict each other: values that differ after rounding to what the vaguer
-- one states, dates that do not overlap. Those with one `belief` belong together.
CREATE VIEW conflicts AS
SELECT
  f.kind, f.manufacturer, f.model, f.attribute, f.value, f.value_max, f.qualifier, f.unit,
  f."when" AS "when", f.start_date, f.end_date, f.market, f.status, f.source, f.confidence, f.evidence,
  a.id AS article, a.title, a.publisher, a.published, a.url, a.language,
  f.fact_id, f.origin = 'human' AS corrected, f.manufacturer_key, f.model_key, f.belief, f.believed,
  f.span_start, f.span_end
FROM facts AS f
JOIN beliefs AS b ON b.belief = f.belief
JOIN article_texts AS a ON a.article_number = f.article_number
WHERE f.live = 1 AND f.belief IN (SELECT belief FROM beliefs WHERE highest_low > lowest_high)
  AND a.superseded_by IS NULL AND (f.said_low > b.lowest_high OR f.said_high < b.highest_low);

-- The articles, newest versions only, with the number of their live claims.
CREATE VIEW articles AS
SELECT
  a.id AS article, a.title, a.publisher, a.published, a.url, a.language, a.text, a.ingested_at,
  (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1) AS facts,
  a.article_number
FROM article_texts AS a
WHERE a.superseded_by IS NULL;

-- Every model that a current article names, with how often it is claimed about.
CREATE VIEW models AS
SELECT
  m.manufacturer, m.model,
  (SELECT count(DISTINCT n.article_number) FROM article_models AS n JOIN article_texts AS a
    ON a.article_number = n.article_number AND a.superseded_by IS NULL
    WHERE n.manufacturer_key = m.manufacturer_key AND n.model_key = m.model_key) AS articles,
  (SELECT count(*) FROM facts AS f
    WHERE f.live = 1 AND f.manufacturer_key = m.manufacturer_key AND f.model_key = m.model_key) AS facts,
  m.manufacturer_key, m.model_key
FROM model_names AS m;

-- Every manufacturer, with the number of its models and of its live claims.
CREATE VIEW manufacturers AS
SELECT
  m.manufacturer,
  (SELECT count(*) FROM model_names AS n WHERE n.manufacturer_key = m.manufacturer_key) AS models,
  (SELECT count(*) FROM facts AS f WHERE f.live = 1 AND f.manufacturer_key = m.manufacturer_key) AS facts,
  m.manufacturer_key
FROM maker_names AS m;
