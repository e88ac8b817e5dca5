#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "store/article_rows.hpp"
#include "store/row_values.hpp"

namespace maillon {

namespace {

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

std::vector<Boilerplate> read_left_out(std::string_view text) {
  std::vector<Boilerplate> out;
  const auto number = [&](char end) {
    std::uint32_t value = 0;
    const char* stop = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    if (!text.empty() && text[0] == end)
      text.remove_prefix(1);
    else
      text = {};
    return value;
  };
  while (!text.empty()) {
    Boilerplate b;
    b.span.begin = number(' ');
    b.span.end = number(' ');
    b.kind = static_cast<BoilerplateKind>(
        std::min(number(';'), static_cast<std::uint32_t>(BoilerplateKind::headline)));
    out.push_back(b);
  }
  return out;
}

/// Reads all tables once, each in the order of documents, into extractions that are found by document number.
class Reader {
 public:
  Reader(sqlite3* db, std::vector<Extraction>& out) : db_(db), out_(out) {}

  int read() {
    read_articles();
    each("SELECT * FROM entities ORDER BY article, number", [](Extraction& x, const sqlite::Query& q) {
      if (read_index(q, 1) != x.entities.size()) return false;
      ExtractedEntity e;
      e.id = q.text(2);
      e.type = entity_type_from(q.text(3));
      e.label = q.text(4);
      e.named = q.integer(5) != 0;
      e.iso3166 = q.text(6);
      e.iri = q.text(7);
      x.entities.push_back(std::move(e));
      return true;
    });
    each("SELECT * FROM aliases ORDER BY article, entity, rank", [](Extraction& x, const sqlite::Query& q) {
      if (read_index(q, 1) >= x.entities.size()) return false;
      x.entities[read_index(q, 1)].aliases.push_back(q.text(3));
      return true;
    });
    each("SELECT * FROM events ORDER BY article, number", [](Extraction& x, const sqlite::Query& q) {
      if (read_index(q, 1) != x.events.size()) return false;
      Event e;
      e.id = q.text(2);
      e.label = q.text(3);
      e.lemma = q.text(4);
      e.type = q.text(5);
      e.relation = q.text(6);
      e.time = read_time(q, 7);
      e.place = read_place(q, 9);
      if (e.place && !known(x, e.place->entity)) return false;
      x.events.push_back(std::move(e));
      return true;
    });
    each("SELECT * FROM event_participants ORDER BY article, event, entity",
         [](Extraction& x, const sqlite::Query& q) {
           if (read_index(q, 1) >= x.events.size() || read_index(q, 2) >= x.entities.size()) return false;
           x.events[read_index(q, 1)].participants.push_back(read_index(q, 2));
           return true;
         });
    each(
        "SELECT x.*, t.text FROM statements x JOIN sentences t ON t.article = x.article AND t.number = "
        "x.sentence ORDER BY x.article, x.number",
        [](Extraction& x, const sqlite::Query& q) {
          if (read_index(q, 1) != x.statements.size()) return false;
          x.statements.push_back(read_statement(q));
          const Statement& s = x.statements.back();
          return s.subject.entity < x.entities.size() && s.object.entity < x.entities.size() &&
                 (!s.qualifiers.place || known(x, s.qualifiers.place->entity)) &&
                 (s.event == kNone || s.event < x.events.size());
        });
    each("SELECT * FROM attributions ORDER BY article, statement, rank",
         [](Extraction& x, const sqlite::Query& q) {
           if (read_index(q, 1) >= x.statements.size() || !known(x, read_index(q, 3))) return false;
           x.statements[read_index(q, 1)].qualifiers.attribution.push_back({read_index(q, 3), q.text(4)});
           return true;
         });
    return code_;
  }

 private:
  static bool known(const Extraction& x, std::uint32_t entity) {
    return entity == kNone || entity < x.entities.size();
  }

  void read_articles() {
    sqlite::Query q(db_, "SELECT * FROM articles ORDER BY id");
    while (q.step()) {
      by_number_[q.integer(0)] = out_.size();
      Extraction x;
      x.document = q.text(1);
      x.title = q.text(2);
      x.date = q.text(3);
      x.source = q.text(4);
      x.url = q.text(5);
      x.content_hash = q.text(6);
      x.analysis = q.text(7);
      x.sentences = read_index(q, 8);
      x.words = read_index(q, 9);
      out_.push_back(std::move(x));
    }
    code_ = q.code();
  }

  /// The first column of `sql` is the article's number. A row of a damaged store that points nowhere ends
  /// it.
  template <class Row>  // bool(Extraction&, const sqlite::Query&): false for a row that cannot be
  void each(const char* sql, Row row) {
    if (code_ != SQLITE_OK) return;
    sqlite::Query q(db_, sql);
    while (q.step()) {
      const auto article = by_number_.find(q.integer(0));
      if (article != by_number_.end() && row(out_[article->second], q)) continue;
      code_ = SQLITE_CORRUPT;
      return;
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
    s.evidence.begin = read_index(q, 22);
    s.evidence.end = read_index(q, 23);
    s.evidence.in_title = q.integer(24) != 0;
    s.rule = q.text(25);
    each_line(q.view(26), [&](std::string_view rule) { s.trace.emplace_back(rule); });
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

int read_article(sqlite3* db, std::string_view id, std::optional<Article>& out) {
  sqlite::Query q(
      db,
      "SELECT a.id, a.title, a.date, a.source, a.url, t.body, t.text_begin, t.left_out FROM articles a "
      "JOIN texts t ON t.article = a.number WHERE a.id = ?");
  if (!q.bind(id).step()) return q.code();
  Article article;
  article.id = q.text(0);
  article.title = q.text(1);
  article.date = q.text(2);
  article.source = q.text(3);
  article.url = q.text(4);
  article.body = q.text(5);
  article.text_begin = read_index(q, 6);
  article.boilerplate = read_left_out(q.view(7));
  const auto outside = [&](const Boilerplate& b) {
    return b.span.begin > b.span.end || b.span.end > article.body.size();
  };
  if (article.text_begin > article.body.size() ||
      std::any_of(article.boilerplate.begin(), article.boilerplate.end(), outside))
    return SQLITE_CORRUPT;
  out = std::move(article);
  return SQLITE_OK;
}

Status check_references(sqlite3* db, const std::string& path) {
  struct Reference {
    const char *table, *column, *target;
  };
  static constexpr std::array<Reference, 11> kReferences = {{{"statements", "subject", "entities"},
                                                             {"statements", "object", "entities"},
                                                             {"statements", "place", "entities"},
                                                             {"statements", "event", "events"},
                                                             {"statements", "sentence", "sentences"},
                                                             {"mentions", "entity", "entities"},
                                                             {"mentions", "sentence", "sentences"},
                                                             {"attributions", "entity", "entities"},
                                                             {"events", "place", "entities"},
                                                             {"event_participants", "entity", "entities"},
                                                             {"aliases", "entity", "entities"}}};
  for (const Reference& r : kReferences) {
    const std::string sql = std::string("SELECT article, ") + r.column + " FROM " + r.table + " x WHERE " +
                            r.column + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + r.target +
                            " t WHERE t.article = x.article AND t.number = x." + r.column + ") LIMIT 1";
    sqlite::Query query(db, sql);
    if (query.step()) {
      return error_in(path, std::string("the store is damaged: ") + r.table + " of article " + query.text(0) +
                                " names a missing " + r.column + ' ' + query.text(1));
    }
    if (!query.ok()) return sqlite::explain(db, query.code(), path);
  }
  return {};
}

}  // namespace maillon
