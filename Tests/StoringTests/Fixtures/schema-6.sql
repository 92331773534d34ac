PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO article_texts VALUES(1,'en-1','Xiaomi plans the YU7','2025-01-10','Example News','https://example.org/yu7','en',-294452228064722637,1,'2026-01-01T00:00:00Z','extracted','1',4,'Xiaomi will launch the YU7 in June 2025.');
INSERT INTO article_texts VALUES(2,'en-2',NULL,NULL,NULL,NULL,'en',-9016468365425689799,2,'2026-01-01T00:00:00Z','imported',NULL,NULL,'No facts here.');
INSERT INTO article_texts VALUES(3,'zh-1','小米YU7','2025-06-26','示例',NULL,'zh',-8624908740154894655,3,'2026-01-01T00:00:00Z','imported',NULL,NULL,'小米YU7续航760公里。售价25.35万元起。');
INSERT INTO article_texts VALUES(4,'en-1','Xiaomi plans the YU7','2025-03-02','Example News','https://example.org/yu7','en',-5749570760318020170,1,'2026-01-01T00:00:00Z','extracted','1',NULL,'Xiaomi will launch the YU7 in July 2025. It goes 835 km.');
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
INSERT INTO article_models VALUES(1,0,'Xiaomi','YU7','xiaomi','yu7');
INSERT INTO article_models VALUES(3,0,'Xiaomi','YU7','xiaomi','yu7');
INSERT INTO article_models VALUES(4,0,'Xiaomi','YU7','xiaomi','yu7');
CREATE TABLE maker_names (
  manufacturer_key TEXT NOT NULL PRIMARY KEY,
  manufacturer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO maker_names VALUES('xiaomi','Xiaomi');
CREATE TABLE model_names (
  manufacturer_key TEXT NOT NULL,
  model_key TEXT NOT NULL,
  manufacturer TEXT NOT NULL,
  model TEXT NOT NULL,
  PRIMARY KEY (manufacturer_key, model_key)
) STRICT, WITHOUT ROWID;
INSERT INTO model_names VALUES('xiaomi','yu7','Xiaomi','YU7');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','article_words','article_words',0,'CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = '''', tokenize = ''unicode61 remove_diacritics 0''
)');
CREATE TABLE IF NOT EXISTS 'article_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO article_words_data VALUES(1,X'03071e');
INSERT INTO article_words_data VALUES(10,X'000000000104040004010101020101030101040101');
INSERT INTO article_words_data VALUES(137438953473,X'0000006905303230323501060101090102696e010601010701046a756e65010601010801066c61756e636801060101040105706c616e730102030103746865010804010105010477696c6c010601010301067869616f6d690108020101020103797537010805010106040b090b0d0a0b0b0e');
INSERT INTO article_words_data VALUES(274877906945,X'000000c603303235030601010c01023335030601010d01033736300306010107010566616374730206010103010468657265020601010401026e6f020601010201037975370308040101040106e4b887e58583030601010e0202bbb7030601010b0106e58583e8b5b7030601010f0304ace9878c0306010108020594aee4bbb7030601010a0205b08fe7b1b30308020101020103e7b1b30308030101030205bbade888aa03060101050103e888aa03060101060202b5b703060101100103e9878c03060101090409090a0c0b090b0d090d0b0c0d0b0c0a09');
INSERT INTO article_words_data VALUES(412316860417,X'0000008f05303230323504060101090103383335040601010c0104676f6573040601010b0102696e0406010107020174040601010a01046a756c79040601010801026b6d040601010d01066c61756e636804060101040105706c616e730402030103746865040804010105010477696c6c040601010301067869616f6d690408020101020103797537040805010106040b0a0b09080b090d0a0b0b0e');
INSERT INTO article_words_data VALUES(549755813889,X'0000004d05303230323501010102696e010101046a756e65010101066c61756e636801010105706c616e73010101037468650101010477696c6c010101067869616f6d69010101037975370101040806080a0907080a');
CREATE TABLE IF NOT EXISTS 'article_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO article_words_idx VALUES(1,X'',2);
INSERT INTO article_words_idx VALUES(2,X'',2);
INSERT INTO article_words_idx VALUES(3,X'',2);
INSERT INTO article_words_idx VALUES(4,X'',2);
CREATE TABLE IF NOT EXISTS 'article_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO article_words_docsize VALUES(2,X'0003');
INSERT INTO article_words_docsize VALUES(3,X'030f');
INSERT INTO article_words_docsize VALUES(4,X'040c');
CREATE TABLE IF NOT EXISTS 'article_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO article_words_config VALUES('version',4);
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
  live INTEGER NOT NULL CHECK (live IN (0, 1)), belief INTEGER REFERENCES beliefs (belief), believed INTEGER NOT NULL DEFAULT 0 CHECK (believed IN (0, 1)), said_low INTEGER, said_high INTEGER,
  CHECK (start_date <= end_date),
  CHECK ((span_start IS NULL) = (span_end IS NULL)),
  CHECK ((origin = 'human') <= (correction IS NOT NULL))
) STRICT;
INSERT INTO facts VALUES(1,1,0,'launch','Xiaomi','YU7','launch',NULL,NULL,NULL,NULL,'2025-06','2025-06-01','2025-06-30',NULL,'planned',NULL,0.9000000000000000222,'Xiaomi will launch the YU7 in June 2025.',30,39,0,'extracted','xiaomi','yu7',NULL,0,1,0,NULL,NULL);
INSERT INTO facts VALUES(2,3,0,'range','Xiaomi','YU7',NULL,760,NULL,'exact','km',NULL,NULL,NULL,NULL,'actual',NULL,0.75,'小米YU7续航760公里。',NULL,NULL,0,'imported','xiaomi','yu7',NULL,1,2,1,755000,764999);
INSERT INTO facts VALUES(3,3,1,'price','Xiaomi','YU7','start',235500,NULL,'at_least','CNY',NULL,NULL,NULL,NULL,'actual',NULL,NULL,'售价25.35万元起。',35,45,1,'imported','xiaomi','yu7',1,0,3,0,NULL,NULL);
INSERT INTO facts VALUES(4,4,0,'launch','Xiaomi','YU7','launch',NULL,NULL,NULL,NULL,'2025-07','2025-07-01','2025-07-31',NULL,'planned',NULL,0.9000000000000000222,'Xiaomi will launch the YU7 in July 2025.',30,39,0,'extracted','xiaomi','yu7',NULL,1,1,1,20270,20300);
INSERT INTO facts VALUES(5,4,1,'range','Xiaomi','YU7',NULL,835,NULL,'exact','km',NULL,NULL,NULL,NULL,'actual',NULL,0.75,'It goes 835 km.',NULL,NULL,0,'extracted','xiaomi','yu7',NULL,1,2,0,834500,835499);
INSERT INTO facts VALUES(6,3,1,'price','Xiaomi','YU7','start',253500,NULL,'at_least','CNY',NULL,NULL,NULL,NULL,'actual',NULL,NULL,'售价25.35万元起。',35,45,0,'human','xiaomi','yu7',1,1,3,1,253450000,253599999);
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
INSERT INTO corrections VALUES(1,'zh-1','price','xiaomi','yu7','start',235500,'售价25.35万元起。','change','price','Xiaomi','YU7','start',253500,NULL,'at_least','CNY',NULL,NULL,'actual',NULL,'two digits swapped','2026-01-01T00:00:00Z');
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
INSERT INTO beliefs VALUES(1,'launch|xiaomi|yu7|launch|-',4,'2025-03-02',1,0,20270,20300);
INSERT INTO beliefs VALUES(2,'range|xiaomi|yu7|-|km|-|-|reported',3,'2025-06-26',0,0,834500,764999);
INSERT INTO beliefs VALUES(3,'price|xiaomi|yu7|start|CNY|-|-|reported',3,'2025-06-26',0,1,253450000,253599999);
CREATE TABLE catalogue_rows (
  catalogue_row INTEGER PRIMARY KEY,
  -- maker and model: a new one. alias: more names of one that is there. market: names of a market.
  sort TEXT NOT NULL CHECK (sort IN ('maker', 'model', 'alias', 'market')),
  manufacturer TEXT,
  model TEXT,
  -- ISO 3166-1 country, UN M49 region, EU, or overseas: the market that is named, or the home market of a maker.
  market TEXT,
  -- How the names stand for the market: Germany, German, Munich.
  form TEXT CHECK (form IN ('name', 'adjective', 'city')),
  -- The group that a maker belongs to.
  owner TEXT,
  body TEXT,
  is_group INTEGER NOT NULL CHECK (is_group IN (0, 1)),
  is_combustion INTEGER NOT NULL CHECK (is_combustion IN (0, 1)),
  -- 1 where the bare name of a model means it only beside its maker.
  needs_maker INTEGER NOT NULL CHECK (needs_maker IN (0, 1)),
  -- Further names, parted by |; a ! behind one says that its case counts.
  names TEXT NOT NULL,
  -- UTC, as in 2026-01-31T12:00:00Z.
  added_at TEXT NOT NULL,
  CHECK ((sort = 'market') = (manufacturer IS NULL)),
  CHECK (sort <> 'market' OR market IS NOT NULL),
  CHECK (sort <> 'model' OR model IS NOT NULL),
  CHECK (sort IN ('model', 'alias') OR model IS NULL)
) STRICT;
INSERT INTO catalogue_rows VALUES(1,'maker','Lumingo',NULL,'CN',NULL,NULL,NULL,0,0,0,'流明','2026-01-01T00:00:00Z');
INSERT INTO catalogue_rows VALUES(2,'model','Lumingo','Vela 7',NULL,NULL,NULL,'suv',0,0,0,'','2026-01-01T00:00:00Z');
INSERT INTO catalogue_rows VALUES(3,'market',NULL,NULL,'CH','name',NULL,NULL,0,0,0,'Eidgenossenschaft','2026-01-01T00:00:00Z');
CREATE TABLE story_marks (
  mark INTEGER NOT NULL,
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  PRIMARY KEY (mark, article_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_sketches (
  article_number INTEGER PRIMARY KEY REFERENCES article_texts (article_number) ON DELETE CASCADE,
  -- How many different runs of words the text has.
  runs INTEGER NOT NULL CHECK (runs > 0),
  -- The smallest hashes of them, ascending, four bytes each, little-endian.
  sketch BLOB NOT NULL CHECK (length(sketch) % 4 = 0),
  -- Its figures: four bytes of a hash of the words around, two of the leading digits; ascending, little-endian.
  figures BLOB NOT NULL CHECK (length(figures) % 6 = 0)
) STRICT;
CREATE TABLE ingested_inputs (
  input INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  reader TEXT NOT NULL,
  article_number INTEGER NOT NULL REFERENCES article_texts (article_number) ON DELETE CASCADE,
  PRIMARY KEY (input, place)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE feeds (
  feed INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE CHECK (address <> ''),
  -- What it calls itself; NULL until it was read.
  title TEXT,
  added_at TEXT NOT NULL,
  -- When it was last read, changed or not.
  updated_at TEXT
) STRICT;
INSERT INTO feeds VALUES(1,'https://example.org/rss.xml',NULL,'2026-11-28T10:54:22Z',NULL);
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
CREATE UNIQUE INDEX article_texts_by_id ON article_texts (id) WHERE superseded_by IS NULL;
CREATE INDEX article_texts_by_url ON article_texts (url) WHERE superseded_by IS NULL AND url IS NOT NULL;
CREATE INDEX article_texts_by_content ON article_texts (content_hash);
CREATE INDEX article_texts_by_story ON article_texts (story);
CREATE INDEX article_texts_by_publication ON article_texts (published);
CREATE INDEX article_texts_by_successor ON article_texts (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX article_models_by_name ON article_models (manufacturer_key, model_key);
CREATE INDEX facts_by_article ON facts (article_number, place);
CREATE INDEX facts_by_subject ON facts (kind, manufacturer_key, model_key) WHERE live = 1;
CREATE INDEX facts_by_model ON facts (manufacturer_key, model_key) WHERE live = 1;
CREATE INDEX facts_by_correction ON facts (correction) WHERE correction IS NOT NULL;
CREATE INDEX corrections_by_article ON corrections (article);
CREATE INDEX beliefs_in_conflict ON beliefs (belief) WHERE highest_low > lowest_high;
CREATE INDEX beliefs_by_article ON beliefs (decided_by);
CREATE INDEX facts_by_belief ON facts (belief) WHERE live = 1;
CREATE INDEX facts_believed_by_belief ON facts (belief) WHERE believed = 1;
CREATE INDEX facts_believed_by_subject ON facts (kind, manufacturer_key, model_key) WHERE believed = 1;
CREATE INDEX facts_believed_by_date ON facts (kind, start_date) WHERE believed = 1;
CREATE INDEX facts_believed_by_value ON facts (kind, value) WHERE believed = 1;
CREATE VIEW claims AS
SELECT
  f.kind, f.manufacturer, f.model, f.attribute, f.value, f.value_max, f.qualifier, f.unit,
  f."when" AS "when", f.start_date, f.end_date, f.market, f.status, f.source, f.confidence, f.evidence,
  a.id AS article, a.title, a.publisher, a.published, a.url, a.language,
  f.fact_id, f.origin = 'human' AS corrected, f.manufacturer_key, f.model_key, f.belief, f.believed,
  f.span_start, f.span_end
FROM facts AS f JOIN article_texts AS a ON a.article_number = f.article_number
-- A live claim's article is the newest version anyway; to say so lets SQLite look articles up by their id.
WHERE f.live = 1 AND a.superseded_by IS NULL
;
CREATE VIEW launches AS SELECT * FROM claims WHERE kind = 'launch' AND believed = 1;
CREATE VIEW sales_targets AS SELECT * FROM claims WHERE kind = 'sales_target' AND believed = 1;
CREATE VIEW sales AS SELECT * FROM claims WHERE kind = 'sales' AND believed = 1;
CREATE VIEW store_counts AS SELECT * FROM claims WHERE kind = 'store_count' AND believed = 1;
CREATE VIEW prices AS SELECT * FROM claims WHERE kind = 'price' AND believed = 1;
CREATE VIEW ranges AS SELECT * FROM claims WHERE kind = 'range' AND believed = 1;
CREATE VIEW capacities AS SELECT * FROM claims WHERE kind = 'capacity' AND believed = 1;
CREATE VIEW market_entries AS SELECT * FROM claims WHERE kind = 'market_entry' AND believed = 1;
CREATE VIEW body_types AS SELECT * FROM claims WHERE kind = 'body_type' AND believed = 1;
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
CREATE VIEW articles AS
SELECT
  a.id AS article, a.title, a.publisher, a.published, a.url, a.language, a.text, a.ingested_at,
  (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1) AS facts,
  a.article_number
FROM article_texts AS a
WHERE a.superseded_by IS NULL;
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
CREATE VIEW manufacturers AS
SELECT
  m.manufacturer,
  (SELECT count(*) FROM model_names AS n WHERE n.manufacturer_key = m.manufacturer_key) AS models,
  (SELECT count(*) FROM facts AS f WHERE f.live = 1 AND f.manufacturer_key = m.manufacturer_key) AS facts,
  m.manufacturer_key
FROM maker_names AS m;
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
WHERE f.live = 1 OR (a.superseded_by IS NOT NULL AND (f.origin = 'human' OR f.correction IS NULL));
CREATE VIEW story_groups AS
SELECT
  a.story AS story, a.id AS article, a.title, a.publisher, a.published, a.url, a.language,
  (SELECT count(*) FROM facts AS f WHERE f.article_number = a.article_number AND f.live = 1) AS facts,
  a.article_number
FROM article_texts AS a
WHERE a.superseded_by IS NULL AND EXISTS (
  SELECT 1 FROM article_texts AS b
  WHERE b.story = a.story AND b.superseded_by IS NULL AND b.article_number <> a.article_number);
CREATE INDEX kept_claims_by_article ON kept_claims (article);
CREATE INDEX article_texts_by_ingestion ON article_texts (ingested_at);
CREATE INDEX article_texts_by_extractor ON article_texts (extractor) WHERE superseded_by IS NULL;
CREATE INDEX facts_by_confidence ON facts (confidence) WHERE live = 1;
PRAGMA writable_schema=OFF;
COMMIT;
