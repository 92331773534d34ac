-- Names that a person added to those of the program.

-- Makers, models, more names of one, names of markets; in the order in which they were added.
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
