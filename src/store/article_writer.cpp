#include <string>

#include "mentions/mention_writer.hpp"
#include "store/article_rows.hpp"
#include "store/row_values.hpp"

namespace maillon {

namespace {

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

sqlite::Query& bind_place(sqlite::Query& q, const TextPlace& place) {
  return q.bind(std::int64_t{place.in_title}).bind(index(place.begin)).bind(index(place.end));
}

std::string lines(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += '\n';
    out += item;
  }
  return out;
}

std::string left_out(const std::vector<Boilerplate>& stretches) {
  std::string out;
  for (const Boilerplate& b : stretches)
    out += std::to_string(b.span.begin) + ' ' + std::to_string(b.span.end) + ' ' +
           std::to_string(static_cast<int>(b.kind)) + ';';
  return out;
}

}  // namespace

ArticleWriter::ArticleWriter(sqlite3* db)
    : db_(db),
      remove_(db, "DELETE FROM articles WHERE id = ?"),
      article_(db, "INSERT INTO articles VALUES (NULL,?,?,?,?,?,?,?,?,?)"),
      text_(db, "INSERT INTO texts VALUES (?,?,?,?)"),
      sentence_(db, "INSERT OR IGNORE INTO sentences VALUES (?,?,?,?,?,?)"),
      entity_(db, "INSERT INTO entities VALUES (?,?,?,?,?,?,?,?)"),
      alias_(db, "INSERT INTO aliases VALUES (?,?,?,?)"),
      mention_(db, "INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?,?)"),
      event_(db, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?)"),
      participant_(db, "INSERT INTO event_participants VALUES (?,?,?)"),
      statement_(db,
                 "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      attribution_(db, "INSERT INTO attributions VALUES (?,?,?,?,?)") {}

bool ArticleWriter::run(sqlite::Query& query) {
  if (query.run()) return true;
  code_ = query.code();
  return false;
}

bool ArticleWriter::write(const Extraction& x) {
  if (!run(remove_.bind(x.document))) return false;
  article_.bind(x.document).bind(x.title).bind(x.date).bind(x.source).bind(x.url).bind(x.content_hash);
  if (!run(article_.bind(x.analysis).bind(index(x.sentences)).bind(index(x.words)))) return false;
  const std::int64_t article = sqlite3_last_insert_rowid(db_);
  return write_entities(article, x) && write_text(article, x) && write_events(article, x) &&
         write_statements(article, x);
}

bool ArticleWriter::write_text(std::int64_t article, const Extraction& x) {
  const AnalysedText& text = x.text;
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    const ExtractedSentence& s = text.sentences[i];
    bind_place(sentence_.bind(article).bind(index(i)), s.place);
    if (!run(sentence_.bind(s.text))) return false;
  }
  for (std::uint32_t i = 0; i < text.mentions.size(); ++i) {
    const ExtractedMention& m = text.mentions[i];
    mention_.bind(article).bind(index(i)).bind(index(m.entity)).bind(index(m.sentence));
    if (!run(bind_place(mention_, m.place).bind(to_string(m.kind)).bind(m.text))) return false;
  }
  if (text.body.empty()) return true;
  const std::string stretches = left_out(text.boilerplate);
  return run(text_.bind(article).bind(text.body).bind(index(text.text_begin)).bind(stretches));
}

bool ArticleWriter::write_entities(std::int64_t article, const Extraction& x) {
  for (std::uint32_t i = 0; i < x.entities.size(); ++i) {
    const ExtractedEntity& e = x.entities[i];
    entity_.bind(article).bind(index(i)).bind(e.id).bind(to_string(e.type)).bind(e.label);
    if (!run(entity_.bind(std::int64_t{e.named}).bind(e.iso3166).bind(e.iri))) return false;
    for (std::uint32_t rank = 0; rank < e.aliases.size(); ++rank)
      if (!run(alias_.bind(article).bind(index(i)).bind(index(rank)).bind(e.aliases[rank]))) return false;
  }
  return true;
}

bool ArticleWriter::write_events(std::int64_t article, const Extraction& x) {
  for (std::uint32_t i = 0; i < x.events.size(); ++i) {
    const Event& e = x.events[i];
    event_.bind(article).bind(index(i)).bind(e.id).bind(e.label).bind(e.lemma).bind(e.type).bind(e.relation);
    bind_time(event_, e.time);
    bind_place(event_, e.place);
    if (!run(event_)) return false;
    for (const std::uint32_t p : e.participants)
      if (!run(participant_.bind(article).bind(index(i)).bind(index(p)))) return false;
  }
  return true;
}

bool ArticleWriter::write_statements(std::int64_t article, const Extraction& x) {
  for (std::uint32_t i = 0; i < x.statements.size(); ++i) {
    const Statement& s = x.statements[i];
    const TextPlace where{s.evidence.begin, s.evidence.end, s.evidence.in_title};
    // Where the article came with its text, the sentence is there already.
    if (s.evidence.sentence >= x.text.sentences.size()) {
      bind_place(sentence_.bind(article).bind(index(s.evidence.sentence)), where);
      if (!run(sentence_.bind(s.evidence.text))) return false;
    }
    const std::string trace = lines(s.trace);
    statement_.bind(article).bind(index(i)).bind(s.id);
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
    bind_index(statement_, s.event).bind(index(s.evidence.sentence));
    statement_.bind(index(where.begin)).bind(index(where.end)).bind(std::int64_t{where.in_title});
    if (!run(statement_.bind(s.rule).bind(trace).bind(s.confidence))) return false;

    const std::vector<Participant>& sources = s.qualifiers.attribution;
    for (std::uint32_t rank = 0; rank < sources.size(); ++rank) {
      attribution_.bind(article).bind(index(i)).bind(index(rank));
      if (!run(bind_index(attribution_, sources[rank].entity).bind(sources[rank].mention))) return false;
    }
  }
  return true;
}

}  // namespace maillon
