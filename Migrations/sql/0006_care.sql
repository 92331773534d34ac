-- What people looked at, and what the care of a database that lives for years needs.

-- Claims that a person looked at and found right, so that nobody is asked of them again. A claim is known by the same
-- columns as in corrections, so that the word holds when the article is read again.
CREATE TABLE kept_claims (
  kept INTEGER PRIMARY KEY,
  article TEXT NOT NULL,
  kind TEXT NOT NULL,
  manufacturer_key TEXT NOT NULL,
  model_key TEXT NOT NULL,
  attribute TEXT,
  value ANY CHECK (typeof(value) IN ('integer', 'real', 'null')),
  evidence TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE INDEX kept_claims_by_article ON kept_claims (article);

-- Which articles came in since a day, for the digest of what changed.
CREATE INDEX article_texts_by_ingestion ON article_texts (ingested_at);
-- Which articles another version of the extractor read.
CREATE INDEX article_texts_by_extractor ON article_texts (extractor) WHERE superseded_by IS NULL;
-- What is doubtful, the least sure first.
CREATE INDEX facts_by_confidence ON facts (confidence) WHERE live = 1;
