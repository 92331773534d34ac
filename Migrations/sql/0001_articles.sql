-- Articles with their text, the models that they name, and the words by which they are found.

-- Every version of every article, in the order in which they came in. The newest version of a page counts;
-- the ones before it are kept and point at the version that took their place.
CREATE TABLE article_texts (
  article_number INTEGER PRIMARY KEY,
  id TEXT NOT NULL CHECK (id <> ''),
  title TEXT,
  -- The day, YYYY-MM-DD; NULL where it is not known.
  published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  publisher TEXT,
  url TEXT,
  -- ISO 639-1.
  language TEXT,
  -- Of the words of the text, without case, accents, spaces and punctuation.
  content_hash INTEGER NOT NULL,
  -- The number of the first article that tells this story: copies share it and count once.
  story INTEGER NOT NULL,
  -- UTC, as in 2026-01-31T12:00:00Z.
  ingested_at TEXT NOT NULL,
  -- Where its facts come from, and which extractor read it.
  origin TEXT NOT NULL CHECK (origin IN ('extracted', 'imported')),
  extractor TEXT CHECK ((extractor IS NULL) = (origin <> 'extracted')),
  superseded_by INTEGER REFERENCES article_texts (article_number) DEFERRABLE INITIALLY DEFERRED,
  -- The body; paragraphs are separated by an empty line. Every place is counted in its UTF-8 bytes. It comes last,
  -- so that whoever wants the columns before it need not read through it.
  text TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX article_texts_by_id ON article_texts (id) WHERE superseded_by IS NULL;
CREATE INDEX article_texts_by_url ON article_texts (url) WHERE superseded_by IS NULL AND url IS NOT NULL;
CREATE INDEX article_texts_by_content ON article_texts (content_hash);
CREATE INDEX article_texts_by_story ON article_texts (story);
CREATE INDEX article_texts_by_publication ON article_texts (published);
CREATE INDEX article_texts_by_successor ON article_texts (superseded_by) WHERE superseded_by IS NOT NULL;

-- A few fingerprints of each article's wording; articles that share most of them are copies of one story.
CREATE TABLE story_marks (
  mark INTEGER NOT NULL,
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  PRIMARY KEY (mark, article_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_marks_by_article ON story_marks (article_number);

-- The models that an article names, in order of first mention.
CREATE TABLE article_models (
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  manufacturer TEXT NOT NULL,
  model TEXT NOT NULL,
  -- The names without case, accents, spaces and punctuation: what is compared.
  manufacturer_key TEXT NOT NULL,
  model_key TEXT NOT NULL,
  PRIMARY KEY (article_number, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_models_by_name ON article_models (manufacturer_key, model_key);

-- Each manufacturer once, in the spelling that came first.
CREATE TABLE maker_names (
  manufacturer_key TEXT NOT NULL PRIMARY KEY,
  manufacturer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each model once, in the spelling that came first.
CREATE TABLE model_names (
  manufacturer_key TEXT NOT NULL,
  model_key TEXT NOT NULL,
  manufacturer TEXT NOT NULL,
  model TEXT NOT NULL,
  PRIMARY KEY (manufacturer_key, model_key)
) STRICT, WITHOUT ROWID;

-- The words of the current articles, folded by the program: case and accents are gone, and a run of Chinese
-- stands as pairs of characters and its last character. Pairs and not FTS5's trigrams, which cannot find a word
-- of two characters, and most Chinese words are. The text itself is not stored a second time.
CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
