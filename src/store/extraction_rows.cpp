#include "store/extraction_rows.hpp"

#include <array>
#include <unordered_map>

namespace maillon {

namespace {

std::int64_t index(std::uint32_t i) { return static_cast<std::int64_t>(i); }

sqlite::Query& bind_index(sqlite::Query& q, std::uint32_t i) {
  return i == kNone ? q.bind_null() : q.bind(index(i));
}

void bind_time(sqlite::Query& q, const std::optional<TimeQualifier>& time) {
  if (time) {
    q.bind(time->value).bind(time->text);
  } else {
    q.bind_null().bind_null();
  }
}

void bind_place(sqlite::Query& q, const std::optional<Participant>& place) {
  if (place) {
    bind_index(q, place->entity).bind(place->mention);
  } else {
    q.bind_null().bind_null();
  }
}

std::uint32_t read_index(const sqlite::Query& q, int column) {
  return q.is_null(column) ? kNone : static_cast<std::uint32_t>(q.integer(column));
}

std::optional<TimeQualifier> read_time(const sqlite::Query& q, int column) {
  if (q.is_null(column)) return std::nullopt;
  return TimeQualifier{q.text(column), q.text(column + 1)};
}

std::optional<Participant> read_place(const sqlite::Query& q, int column) {
  if (q.is_null(column + 1)) return std::nullopt;
  return Participant{read_index(q, column), q.text(column + 1)};
}

Comparator comparator_from(std::string_view name) {
  for (const Comparator c : {Comparator::equal, Comparator::about, Comparator::greater, Comparator::at_least,
                             Comparator::less, Comparator::at_most})
    if (to_string(c) == name) return c;
  return Comparator::equal;
}

}  // namespace

ExtractionWriter::ExtractionWriter(sqlite3* db)
    : db_(db),
      remove_(db, "DELETE FROM documents WHERE id = ?"),
      document_(db, "INSERT INTO documents VALUES (NULL,?,?,?,?,?,?,?,?)"),
      entity_(db, "INSERT INTO entities VALUES (?,?,?,?,?,?,?,?)"),
      alias_(db, "INSERT INTO aliases VALUES (?,?,?,?)"),
      event_(db, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?)"),
      participant_(db, "INSERT INTO event_participants VALUES (?,?,?)"),
      sentence_(db, "INSERT INTO sentences VALUES (?,?,?)"),
      statement_(db,
                 "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      attribution_(db, "INSERT INTO attributions VALUES (?,?,?,?,?)"),
      trace_(db, "INSERT INTO traces VALUES (?,?,?,?)") {}

bool ExtractionWriter::run(sqlite::Query& query) {
  if (query.run()) return true;
  code_ = query.code();
  return false;
}

bool ExtractionWriter::write(const Extraction& x) {
  if (!run(remove_.bind(x.document))) return false;
  document_.bind(x.document).bind(x.title).bind(x.date).bind(x.source).bind(x.url).bind(x.content_hash);
  if (!run(document_.bind(index(x.sentences)).bind(index(x.words)))) return false;
  const std::int64_t document = sqlite3_last_insert_rowid(db_);
  return write_entities(document, x) && write_events(document, x) && write_statements(document, x);
}

bool ExtractionWriter::write_entities(std::int64_t document, const Extraction& x) {
  for (std::uint32_t i = 0; i < x.entities.size(); ++i) {
    const ExtractedEntity& e = x.entities[i];
    entity_.bind(document).bind(index(i)).bind(e.id).bind(to_string(e.type)).bind(e.label);
    if (!run(entity_.bind(std::int64_t{e.named}).bind(e.iso3166).bind(e.iri))) return false;
    for (std::uint32_t rank = 0; rank < e.aliases.size(); ++rank)
      if (!run(alias_.bind(document).bind(index(i)).bind(index(rank)).bind(e.aliases[rank]))) return false;
  }
  return true;
}

bool ExtractionWriter::write_events(std::int64_t document, const Extraction& x) {
  for (std::uint32_t i = 0; i < x.events.size(); ++i) {
    const Event& e = x.events[i];
    event_.bind(document).bind(index(i)).bind(e.id).bind(e.label).bind(e.lemma).bind(e.type).bind(e.relation);
    bind_time(event_, e.time);
    bind_place(event_, e.place);
    if (!run(event_)) return false;
    for (const std::uint32_t p : e.participants)
      if (!run(participant_.bind(document).bind(index(i)).bind(index(p)))) return false;
  }
  return true;
}

bool ExtractionWriter::write_statements(std::int64_t document, const Extraction& x) {
  std::unordered_map<std::string_view, std::uint32_t> sentences;
  for (std::uint32_t i = 0; i < x.statements.size(); ++i) {
    const Statement& s = x.statements[i];
    const auto [text, fresh] =
        sentences.try_emplace(s.evidence.text, static_cast<std::uint32_t>(sentences.size()));
    if (fresh && !run(sentence_.bind(document).bind(index(text->second)).bind(s.evidence.text))) return false;

    statement_.bind(document).bind(index(i)).bind(s.id);
    bind_index(statement_, s.subject.entity).bind(s.subject.mention).bind(s.relation);
    statement_.bind(s.predicate.lemma).bind(s.predicate.text).bind(s.predicate.preposition);
    bind_index(statement_, s.object.entity).bind(s.object.mention);
    bind_time(statement_, s.qualifiers.time);
    bind_place(statement_, s.qualifiers.place);
    statement_.bind(to_string(s.qualifiers.polarity)).bind(to_string(s.qualifiers.modality));
    if (const auto& q = s.qualifiers.quantity) {
      statement_.bind(q->value).bind(to_string(q->comparator)).bind(q->unit);
    } else {
      statement_.bind_null().bind_null().bind_null();
    }
    bind_index(statement_, s.event).bind(index(s.evidence.sentence)).bind(index(text->second));
    statement_.bind(index(s.evidence.begin))
        .bind(index(s.evidence.end))
        .bind(std::int64_t{s.evidence.in_title});
    if (!run(statement_.bind(s.rule).bind(s.confidence))) return false;

    const std::vector<Participant>& sources = s.qualifiers.attribution;
    for (std::uint32_t rank = 0; rank < sources.size(); ++rank) {
      attribution_.bind(document).bind(index(i)).bind(index(rank));
      if (!run(bind_index(attribution_, sources[rank].entity).bind(sources[rank].mention))) return false;
    }
    for (std::uint32_t rank = 0; rank < s.trace.size(); ++rank)
      if (!run(trace_.bind(document).bind(index(i)).bind(index(rank)).bind(s.trace[rank]))) return false;
  }
  return true;
}

namespace {

/// Reads all tables once, each in the order of documents, into extractions that are found by document number.
class Reader {
 public:
  Reader(sqlite3* db, std::vector<Extraction>& out) : db_(db), out_(out) {}

  int read() {
    read_documents();
    each("SELECT * FROM entities ORDER BY document, number", [](Extraction& x, const sqlite::Query& q) {
      ExtractedEntity e;
      e.id = q.text(2);
      e.type = entity_type_from(q.text(3));
      e.label = q.text(4);
      e.named = q.integer(5) != 0;
      e.iso3166 = q.text(6);
      e.iri = q.text(7);
      x.entities.push_back(std::move(e));
    });
    each("SELECT * FROM aliases ORDER BY document, entity, rank", [](Extraction& x, const sqlite::Query& q) {
      x.entities.at(read_index(q, 1)).aliases.push_back(q.text(3));
    });
    each("SELECT * FROM events ORDER BY document, number", [](Extraction& x, const sqlite::Query& q) {
      Event e;
      e.id = q.text(2);
      e.label = q.text(3);
      e.lemma = q.text(4);
      e.type = q.text(5);
      e.relation = q.text(6);
      e.time = read_time(q, 7);
      e.place = read_place(q, 9);
      x.events.push_back(std::move(e));
    });
    each("SELECT * FROM event_participants ORDER BY document, event, entity",
         [](Extraction& x, const sqlite::Query& q) {
           x.events.at(read_index(q, 1)).participants.push_back(read_index(q, 2));
         });
    each(
        "SELECT x.*, t.text FROM statements x JOIN sentences t ON t.document = x.document AND t.number = "
        "x.sentence_text ORDER BY x.document, x.number",
        [](Extraction& x, const sqlite::Query& q) { x.statements.push_back(read_statement(q)); });
    each("SELECT * FROM attributions ORDER BY document, statement, rank",
         [](Extraction& x, const sqlite::Query& q) {
           x.statements.at(read_index(q, 1)).qualifiers.attribution.push_back({read_index(q, 3), q.text(4)});
         });
    each("SELECT * FROM traces ORDER BY document, statement, rank",
         [](Extraction& x, const sqlite::Query& q) {
           x.statements.at(read_index(q, 1)).trace.push_back(q.text(3));
         });
    return code_;
  }

 private:
  void read_documents() {
    sqlite::Query q(db_, "SELECT * FROM documents ORDER BY id");
    while (q.step()) {
      by_number_[q.integer(0)] = out_.size();
      Extraction x;
      x.document = q.text(1);
      x.title = q.text(2);
      x.date = q.text(3);
      x.source = q.text(4);
      x.url = q.text(5);
      x.content_hash = q.text(6);
      x.sentences = read_index(q, 7);
      x.words = read_index(q, 8);
      out_.push_back(std::move(x));
    }
    code_ = q.code();
  }

  /// The first column of `sql` is the document's number. A row of a damaged store that points nowhere ends
  /// it.
  template <class Row>
  void each(const char* sql, Row row) {
    if (code_ != SQLITE_OK) return;
    sqlite::Query q(db_, sql);
    while (q.step()) {
      const auto document = by_number_.find(q.integer(0));
      if (document == by_number_.end()) {
        code_ = SQLITE_CORRUPT;
        return;
      }
      try {
        row(out_[document->second], q);
      } catch (const std::out_of_range&) {
        code_ = SQLITE_CORRUPT;
        return;
      }
    }
    code_ = q.code();
  }

  static Statement read_statement(const sqlite::Query& q) {
    Statement s;
    s.id = q.text(2);
    s.subject = {read_index(q, 3), q.text(4)};
    s.relation = q.text(5);
    s.predicate = {q.text(6), q.text(7), q.text(8)};
    s.object = {read_index(q, 9), q.text(10)};
    s.qualifiers.time = read_time(q, 11);
    s.qualifiers.place = read_place(q, 13);
    s.qualifiers.polarity =
        q.text(15) == to_string(Polarity::negative) ? Polarity::negative : Polarity::affirmative;
    s.qualifiers.modality = modality_from(q.text(16)).value_or(Modality::asserted);
    if (!q.is_null(17)) s.qualifiers.quantity = {q.number(17), comparator_from(q.text(18)), q.text(19)};
    s.event = read_index(q, 20);
    s.evidence.sentence = read_index(q, 21);
    s.evidence.begin = read_index(q, 23);
    s.evidence.end = read_index(q, 24);
    s.evidence.in_title = q.integer(25) != 0;
    s.rule = q.text(26);
    s.confidence = q.number(27);
    s.evidence.text = q.text(28);
    return s;
  }

  sqlite3* db_;
  std::vector<Extraction>& out_;
  std::unordered_map<std::int64_t, std::size_t> by_number_;
  int code_ = SQLITE_OK;
};

}  // namespace

int read_extractions(sqlite3* db, std::vector<Extraction>& out) { return Reader(db, out).read(); }

Status check_references(sqlite3* db, const std::string& path) {
  struct Reference {
    const char *table, *column, *target;
  };
  static constexpr std::array<Reference, 9> kReferences = {{{"statements", "subject", "entities"},
                                                            {"statements", "object", "entities"},
                                                            {"statements", "place", "entities"},
                                                            {"statements", "event", "events"},
                                                            {"statements", "sentence_text", "sentences"},
                                                            {"attributions", "entity", "entities"},
                                                            {"events", "place", "entities"},
                                                            {"event_participants", "entity", "entities"},
                                                            {"aliases", "entity", "entities"}}};
  for (const Reference& r : kReferences) {
    const std::string sql = std::string("SELECT document, ") + r.column + " FROM " + r.table + " x WHERE " +
                            r.column + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + r.target +
                            " t WHERE t.document = x.document AND t.number = x." + r.column + ") LIMIT 1";
    sqlite::Query query(db, sql);
    if (query.step()) {
      return error_in(path, std::string("the store is damaged: ") + r.table + " of document " +
                                query.text(0) + " names a missing " + r.column + ' ' + query.text(1));
    }
    if (!query.ok()) return sqlite::explain(db, query.code(), path);
  }
  return {};
}

}  // namespace maillon
