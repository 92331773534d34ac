-- What questions are answered from, without a look at the articles.

-- All that decides which believed facts answer a question stands in the index, once by subject and once by date.
-- `believed` is the same in all of it and takes no room; without it SQLite would look into the table all the same.
DROP INDEX facts_believed_by_subject;
DROP INDEX facts_believed_by_date;
DROP INDEX facts_believed_by_value;
CREATE INDEX facts_believed_by_subject ON facts (
  kind, manufacturer_key, model_key, attribute, market, unit, value, start_date, end_date, "when", status, confidence,
  believed
) WHERE believed = 1;
CREATE INDEX facts_believed_by_date ON facts (
  kind, start_date, end_date, attribute, market, manufacturer_key, model_key, unit, value, "when", status, confidence,
  believed
) WHERE believed = 1;

-- A model is named without its maker more often than with it.
CREATE INDEX model_names_by_model ON model_names (model_key);

-- How the claims of a key lie to each other can be told from the index.
DROP INDEX facts_by_belief;
CREATE INDEX facts_by_belief ON facts (belief, said_low, said_high, live) WHERE live = 1;

-- The keys in conflict, the newest decision first.
DROP INDEX beliefs_in_conflict;
CREATE INDEX beliefs_in_conflict ON beliefs (decided_published, belief) WHERE highest_low > lowest_high;

-- What is believed, as far as it decides whether a fact answers a question; the sentences and the articles are in
-- `claims`, under the same `fact_id`.
CREATE VIEW believed_figures AS
SELECT
  fact_id, kind, manufacturer_key, model_key, attribute, value, unit, start_date, end_date, "when" AS "when", market,
  status, confidence
FROM facts WHERE believed = 1;
