-- The store of maillon (graph.db): what was read from each article. The merged graph is built from it, so that
-- articles can be added, replaced and taken away in any order. Open it with any SQLite tool, e.g.
--   SELECT s.label, x.lemma, o.label FROM statements x
--   JOIN entities s ON s.document = x.document AND s.number = x.subject
--   JOIN entities o ON o.document = x.document AND o.number = x.object;
-- Version 1 (PRAGMA user_version).

-- An article. Everything else belongs to one and goes with it.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,            -- article id
  title TEXT NOT NULL,
  date TEXT NOT NULL,                 -- publication, YYYY-MM-DD or empty
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  content_hash TEXT NOT NULL,         -- hex XXH3-128 of body and metadata
  sentences INTEGER NOT NULL,
  words INTEGER NOT NULL
);

-- Entities of an article, after its own coreference.
CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,            -- 0-based in the article
  id TEXT NOT NULL,                   -- content-derived: "person:anna-berg"
  type TEXT NOT NULL,                 -- State Person Event Place Organization Group Agreement Artifact Concept Literal
  label TEXT NOT NULL,
  named INTEGER NOT NULL,             -- 1: a proper name
  iso3166 TEXT NOT NULL,              -- alpha-2 of a state, or empty
  iri TEXT NOT NULL,                  -- of a gazetteer, or empty
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE INDEX entities_by_label ON entities (label);

-- Other names of an entity in the article.
CREATE TABLE aliases (
  document INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  rank INTEGER NOT NULL,              -- order
  name TEXT NOT NULL,
  PRIMARY KEY (document, entity, rank),
  FOREIGN KEY (document, entity) REFERENCES entities (document, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- Events: what a verb or its noun tells.
CREATE TABLE events (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,                   -- content-derived
  label TEXT NOT NULL,
  lemma TEXT NOT NULL,
  type TEXT NOT NULL,                 -- PLOVER, or empty
  relation TEXT NOT NULL,
  time TEXT,                          -- ISO 8601
  time_text TEXT,                     -- as the sentence has it
  place INTEGER,                      -- entity
  place_mention TEXT,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE event_participants (
  document INTEGER NOT NULL,
  event INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (document, event, entity),
  FOREIGN KEY (document, event) REFERENCES events (document, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- Sentences that statements are read from.
CREATE TABLE sentences (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,            -- in the order of their first statement
  text TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

-- Subject - relation - object, with qualifiers and evidence.
CREATE TABLE statements (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,            -- text order
  id TEXT NOT NULL,                   -- content-derived
  subject INTEGER,                    -- entity
  subject_mention TEXT NOT NULL,      -- as the sentence has it
  relation TEXT NOT NULL,
  lemma TEXT NOT NULL,
  predicate TEXT NOT NULL,            -- as the sentence has it
  preposition TEXT NOT NULL,
  object INTEGER,
  object_mention TEXT NOT NULL,
  time TEXT,
  time_text TEXT,
  place INTEGER,
  place_mention TEXT,
  polarity TEXT NOT NULL,             -- affirmative, negative
  modality TEXT NOT NULL,             -- asserted alleged possible future conditional desired requested purpose
  quantity REAL,
  comparator TEXT,                    -- = ~ > >= < <=
  unit TEXT,
  event INTEGER,                      -- event that it belongs to
  sentence INTEGER NOT NULL,          -- 0-based in the article
  sentence_text INTEGER NOT NULL,     -- sentences.number
  begin INTEGER NOT NULL,             -- characters of the text (of the title where in_title)
  "end" INTEGER NOT NULL,
  in_title INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE INDEX statements_by_id ON statements (id);

-- Who says so, innermost source first.
CREATE TABLE attributions (
  document INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  entity INTEGER,
  mention TEXT NOT NULL,
  PRIMARY KEY (document, statement, rank),
  FOREIGN KEY (document, statement) REFERENCES statements (document, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- Rules that fired on the way to a statement.
CREATE TABLE traces (
  document INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (document, statement, rank),
  FOREIGN KEY (document, statement) REFERENCES statements (document, number) ON DELETE CASCADE
) WITHOUT ROWID;
