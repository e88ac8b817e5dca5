-- The store of maillon (graph.db), version 2 (PRAGMA user_version). Open it with any SQLite tool, e.g.
--   SELECT subject, relation, object, time, articles FROM facts WHERE subject = 'Anna Berg' ORDER BY time;
--   SELECT article, sentence FROM evidence WHERE edge = 'e0123456789abcdef';
--
-- It has two parts. What was read from each article comes first: it is the store proper, and every row of it belongs
-- to one article and goes with it. The merged graph follows: it is made of the first part alone and can be made again
-- at any time. Offsets are characters (code points) of the article's text, of its title where in_title is 1; the end
-- is exclusive. Dates are ISO 8601. Numbers of entities, events, sentences and statements count from 0 in their article.

-- ---- 1. What was read from each article

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date TEXT NOT NULL,                 -- publication, YYYY-MM-DD or empty
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  content_hash TEXT NOT NULL,         -- hex XXH3-128 of text and metadata
  analysis TEXT NOT NULL,             -- version of the program and hash of the rules that read it
  sentences INTEGER NOT NULL,
  words INTEGER NOT NULL
);

-- The text that was analysed. Questions to the graph do not read it.
CREATE TABLE texts (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  body TEXT NOT NULL,                 -- title, blank line, text where the title is given apart; else the text
  text_begin INTEGER NOT NULL,        -- byte of body where the text begins
  left_out TEXT NOT NULL              -- what is no prose: "begin end kind;" in bytes of body, kinds as in ingest
);

CREATE TABLE sentences (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  in_title INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;

-- Entities of an article, after its own coreference.
CREATE TABLE entities (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,                   -- content-derived: "person:anna-berg"
  type TEXT NOT NULL,                 -- State Person Event Place Organization Group Agreement Artifact Concept Literal
  label TEXT NOT NULL,
  named INTEGER NOT NULL,             -- 1: a proper name
  iso3166 TEXT NOT NULL,              -- alpha-2 of a state, or empty
  iri TEXT NOT NULL,                  -- of a gazetteer, or empty
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX entities_by_label ON entities (label);

-- Other names of an entity in the article.
CREATE TABLE aliases (
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  rank INTEGER NOT NULL,              -- order
  name TEXT NOT NULL,
  PRIMARY KEY (article, entity, rank),
  FOREIGN KEY (article, entity) REFERENCES entities (article, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- Where the article speaks of an entity.
CREATE TABLE mentions (
  article INTEGER NOT NULL,
  number INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  in_title INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,                 -- name nominal pronoun derived
  text TEXT NOT NULL,
  PRIMARY KEY (article, number),
  FOREIGN KEY (article, entity) REFERENCES entities (article, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- Events: what a verb or its noun tells.
CREATE TABLE events (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,                   -- content-derived
  label TEXT NOT NULL,
  lemma TEXT NOT NULL,
  type TEXT NOT NULL,                 -- PLOVER, or empty
  relation TEXT NOT NULL,
  time TEXT,
  time_text TEXT,                     -- as the sentence has it
  place INTEGER,                      -- entity
  place_mention TEXT,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;

CREATE TABLE event_participants (
  article INTEGER NOT NULL,
  event INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (article, event, entity),
  FOREIGN KEY (article, event) REFERENCES events (article, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- Subject - relation - object, with qualifiers and evidence.
CREATE TABLE statements (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,                   -- content-derived
  subject INTEGER NOT NULL,           -- entity
  subject_mention TEXT NOT NULL,      -- as the sentence has it
  relation TEXT NOT NULL,
  lemma TEXT NOT NULL,
  predicate TEXT NOT NULL,            -- as the sentence has it
  preposition TEXT NOT NULL,
  object INTEGER NOT NULL,
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
  event INTEGER,                      -- that it belongs to
  sentence INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  in_title INTEGER NOT NULL,
  rule TEXT NOT NULL,
  trace TEXT NOT NULL,                -- rules that fired on the way, in order, a line each
  confidence REAL NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX statements_by_id ON statements (id);

-- Who says so, innermost source first.
CREATE TABLE attributions (
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  entity INTEGER,
  mention TEXT NOT NULL,
  PRIMARY KEY (article, statement, rank),
  FOREIGN KEY (article, statement) REFERENCES statements (article, number) ON DELETE CASCADE
) WITHOUT ROWID;

-- ---- 2. The graph that is merged from all of it

-- "graph_rules": hash of the rules that merged it, or "imported" where maillon import has read the graph from a file (then
-- the articles hold what the file tells of them); "graph_options": what was asked of them. Both are gone as soon as an
-- article comes or goes: then the tables below are those of an earlier state until maillon build makes them again.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
  DELETE FROM settings WHERE name LIKE 'graph\_%' ESCAPE '\';
END;
CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
  DELETE FROM settings WHERE name LIKE 'graph\_%' ESCAPE '\';
END;

-- Entities and reported events, numbered from 0 in the order of their ids.
CREATE TABLE nodes (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  label TEXT NOT NULL,
  named INTEGER NOT NULL,
  reported_event INTEGER NOT NULL,    -- 1: what verbs and nouns told of, with the five columns at the end
  iso3166 TEXT NOT NULL,
  iri TEXT NOT NULL,
  articles INTEGER NOT NULL,          -- that speak of it
  event_type TEXT NOT NULL,
  relation TEXT NOT NULL,
  lemma TEXT NOT NULL,
  time TEXT NOT NULL,
  place INTEGER                       -- node
);

-- All names of a node, under their form without case, accents, hyphens and leading article.
CREATE TABLE node_names (
  key TEXT NOT NULL,
  node INTEGER NOT NULL,
  alias INTEGER NOT NULL,             -- 0: its label
  name TEXT NOT NULL,
  PRIMARY KEY (key, node, alias, name)
) WITHOUT ROWID;
CREATE INDEX node_names_by_node ON node_names (node, alias, name);

CREATE TABLE node_articles (
  node INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (node, article)
) WITHOUT ROWID;

-- How the articles that use a name came to a node.
CREATE TABLE merges (
  node INTEGER NOT NULL,
  rank INTEGER NOT NULL,              -- order
  name TEXT NOT NULL,
  articles TEXT NOT NULL,             -- that use the name: documents.number, with spaces between them
  other_name TEXT NOT NULL,           -- the name that it joined
  rule TEXT NOT NULL,
  detail TEXT NOT NULL,               -- key that the names share, and what else they do
  PRIMARY KEY (node, rank)
) WITHOUT ROWID;

-- Statements that say the same, and what took part in an event where, numbered from 0 by source, target and id.
CREATE TABLE edges (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  source INTEGER NOT NULL,            -- node
  target INTEGER NOT NULL,            -- node
  kind TEXT NOT NULL,                 -- statement participant place
  relation TEXT NOT NULL,
  lemma TEXT NOT NULL,
  preposition TEXT NOT NULL,
  first_time TEXT NOT NULL,
  last_time TEXT NOT NULL,
  place INTEGER,                      -- node
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  quantity REAL,
  comparator TEXT,
  unit TEXT,
  event INTEGER,                      -- node
  articles INTEGER NOT NULL,          -- that say so
  confidence REAL NOT NULL
);
CREATE INDEX edges_by_id ON edges (id);
CREATE INDEX edges_by_source ON edges (source);
CREATE INDEX edges_by_target ON edges (target);
CREATE INDEX nodes_by_place ON nodes (place) WHERE place IS NOT NULL;
CREATE INDEX edges_by_place ON edges (place) WHERE place IS NOT NULL;

-- Nodes that vouch for an edge.
CREATE TABLE edge_sources (
  edge INTEGER NOT NULL,
  node INTEGER NOT NULL,
  PRIMARY KEY (edge, node)
) WITHOUT ROWID;
CREATE INDEX edge_sources_by_node ON edge_sources (node);

CREATE TABLE edge_articles (
  edge INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (edge, article)
) WITHOUT ROWID;

-- Statements behind an edge, with the nodes that their place and their sources have become.
CREATE TABLE edge_statements (
  edge INTEGER NOT NULL,
  rank INTEGER NOT NULL,              -- order
  article INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  place INTEGER,                      -- node
  sources TEXT NOT NULL,              -- nodes, innermost first, separated by spaces
  PRIMARY KEY (edge, rank)
) WITHOUT ROWID;

-- Edges that cannot be true beside each other.
CREATE TABLE contradictions (
  edge INTEGER NOT NULL,
  other INTEGER NOT NULL,
  PRIMARY KEY (edge, other)
) WITHOUT ROWID;

-- Words of names and sentences, without case and accents. A row of name_words is a node, with all its names; a row of
-- sentence_words is a sentence, numbered 1048576 * article + number.
CREATE VIRTUAL TABLE name_words USING fts5 (names, content = '', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE sentence_words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- The same graph once more, packed for reading it whole: see src/graph/packed_graph.hpp.
CREATE TABLE packed_graph (
  part INTEGER NOT NULL,
  chunk INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (part, chunk)
);

-- ---- 3. For readers

CREATE VIEW facts AS
SELECT e.id AS edge, s.label AS subject, e.relation, e.lemma, o.label AS object, e.first_time AS time,
       p.label AS place, e.polarity, e.modality, e.quantity, e.unit, e.articles, e.confidence
FROM edges e JOIN nodes s ON s.number = e.source JOIN nodes o ON o.number = e.target
LEFT JOIN nodes p ON p.number = e.place
WHERE e.kind = 'statement';

CREATE VIEW evidence AS
SELECT e.id AS edge, x.id AS statement, a.id AS article, a.title, a.date, a.source, a.url, x.sentence AS sentence_number,
       x.in_title, x.begin, x."end", t.text AS sentence, x.subject_mention AS subject, x.predicate,
       x.object_mention AS object, x.rule, x.confidence
FROM edge_statements b JOIN edges e ON e.number = b.edge JOIN articles a ON a.number = b.article
JOIN statements x ON x.article = b.article AND x.number = b.statement
JOIN sentences t ON t.article = x.article AND t.number = x.sentence;
