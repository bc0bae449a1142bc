-- What was read and made, kept in the folder of the results.
CREATE TABLE IF NOT EXISTS article (
  folder BLOB NOT NULL,
  name BLOB NOT NULL,
  rank INTEGER NOT NULL,    -- its place among the articles of this run
  run INTEGER NOT NULL,     -- the last run that found its files
  files TEXT NOT NULL,      -- JSON list of paths
  stamp BLOB NOT NULL,      -- digest of the files' names, times and sizes
  state TEXT NOT NULL,      -- new, good, damaged, or double: another one has its id
  id TEXT NOT NULL,
  folded TEXT NOT NULL,     -- the id as file systems without case have it
  newest REAL NOT NULL,     -- seconds since 1970 of its publication
  facts TEXT NOT NULL,      -- JSON: all else that pages need to know of it
  rival TEXT NOT NULL,      -- the file of the one that has its id
  findings TEXT NOT NULL,   -- JSON list: why it is damaged, or which of its files are
  PRIMARY KEY (folder, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_rank ON article (rank);
CREATE INDEX IF NOT EXISTS by_state ON article (state, rank);
CREATE INDEX IF NOT EXISTS by_id ON article (folded, state);
CREATE INDEX IF NOT EXISTS by_date ON article (state, newest DESC, id);

CREATE TABLE IF NOT EXISTS output (
  path TEXT PRIMARY KEY,    -- from the folder of the results
  id TEXT,                  -- of the article; none for a front page
  locale TEXT NOT NULL,
  format TEXT NOT NULL,
  run INTEGER NOT NULL,     -- the last run that tried to make it
  state TEXT NOT NULL,      -- made or failed
  fingerprint BLOB NOT NULL,
  digest TEXT NOT NULL,     -- SHA-256 of the file
  size INTEGER NOT NULL,
  changed INTEGER NOT NULL, -- its time, in nanoseconds
  seconds REAL NOT NULL,    -- that making it took
  assets TEXT NOT NULL,     -- names of the files in assets/ that it refers to
  findings TEXT NOT NULL    -- JSON list: why it failed, or warnings
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_article ON output (id);

CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The files that were found, sorted on disk and gone with the connection.
CREATE TEMP TABLE found (
  path BLOB PRIMARY KEY,
  place BLOB NOT NULL,      -- what it is sorted by
  folder BLOB NOT NULL,
  name BLOB NOT NULL,
  changed INTEGER NOT NULL,
  size INTEGER NOT NULL
) WITHOUT ROWID;

-- What was made of articles that are no more; one article alone has no front page.
CREATE TEMP VIEW gone AS
SELECT path FROM main.output
WHERE iif(id IS NULL, (SELECT count(*) FROM main.article) < 2,
          id NOT IN (SELECT id FROM main.article));
