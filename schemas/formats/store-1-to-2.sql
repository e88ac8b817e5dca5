-- A store of version 1 becomes one of version 2. The tables of version 2 are made by store.sql before this script, those
-- of version 1 are called old_*. Version 1 kept no texts: its articles count as read by an unknown program, so that
-- they are analysed again when they are given again.
INSERT INTO articles SELECT number, id, title, date, source, url, content_hash, '', sentences, words FROM old_documents;
INSERT INTO sentences SELECT DISTINCT x.document, x.sentence, x.in_title, x.begin, x."end", t.text
  FROM old_statements x JOIN old_sentences t ON t.document = x.document AND t.number = x.sentence_text WHERE true
  ON CONFLICT DO NOTHING;
INSERT INTO entities SELECT * FROM old_entities;
INSERT INTO aliases SELECT * FROM old_aliases;
INSERT INTO events SELECT * FROM old_events;
INSERT INTO event_participants SELECT * FROM old_event_participants;
INSERT INTO statements
  SELECT x.document, x.number, x.id, subject, subject_mention, relation, lemma, predicate, preposition, object,
         object_mention, time, time_text, place, place_mention, polarity, modality, quantity, comparator, unit, event,
         sentence, begin, "end", in_title, rule,
         coalesce((SELECT group_concat(rule, char(10)) FROM (SELECT rule FROM old_traces t WHERE t.document = x.document
                   AND t.statement = x.number ORDER BY rank)), ''), confidence
  FROM old_statements x;
INSERT INTO attributions SELECT * FROM old_attributions;
DROP TABLE old_traces;
DROP TABLE old_attributions;
DROP TABLE old_statements;
DROP TABLE old_sentences;
DROP TABLE old_event_participants;
DROP TABLE old_events;
DROP TABLE old_aliases;
DROP TABLE old_entities;
DROP TABLE old_documents;
