-- What a large database costs to write and to read.

-- An article's claims are counted in the index alone.
DROP INDEX facts_by_article;
CREATE INDEX facts_by_article ON facts (article_number, place, live);

-- The believed claims of a key are those of the article that decides it, and are found by that.
DROP INDEX facts_believed_by_belief;

-- Claims that a file or a person brought say nothing of how sure they are.
DROP INDEX facts_by_confidence;
CREATE INDEX facts_by_confidence ON facts (confidence) WHERE live = 1 AND confidence IS NOT NULL;

-- The words of a transaction are sorted in memory, 32 MB of them, before they are written: fewer pieces to merge.
INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 33554432);

-- The claims, and those of older versions of a page: `replaced` is the day from which a newer one counts. Two parts, so
-- that the first is looked up as `claims` is, and the second by the articles, of which few have older versions.
DROP VIEW claim_history;
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
CROSS JOIN facts AS f ON f.article_number = a.article_number
LEFT JOIN article_texts AS n ON n.article_number = a.superseded_by
WHERE a.superseded_by IS NOT NULL AND f.live = 0 AND (f.origin = 'human' OR f.correction IS NULL);

-- Every model that a current article names, with how often it is claimed about. The articles that are not current are
-- few, so that they are looked up once and all others need not be.
DROP VIEW models;
CREATE VIEW models AS
SELECT
  m.manufacturer, m.model,
  (SELECT count(DISTINCT n.article_number) FROM article_models AS n
    WHERE n.manufacturer_key = m.manufacturer_key AND n.model_key = m.model_key
      AND n.article_number NOT IN (
        SELECT article_number FROM article_texts WHERE superseded_by IS NOT NULL)) AS articles,
  (SELECT count(*) FROM facts AS f
    WHERE f.live = 1 AND f.manufacturer_key = m.manufacturer_key AND f.model_key = m.model_key) AS facts,
  m.manufacturer_key, m.model_key
FROM model_names AS m;
