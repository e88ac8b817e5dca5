#include "export/ndjson_writer.hpp"

#include <rapidjson/writer.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace maillon {

namespace {

/// RapidJSON's output stream concept over a string that others own.
struct JsonOutput {
  using Ch = char;
  std::string& out;
  void Put(char c) { out += c; }
  void Flush() {}
};

/// Text without anything to escape, as nearly all is, goes out in one piece.
class Writer : public rapidjson::Writer<JsonOutput> {
 public:
  using rapidjson::Writer<JsonOutput>::Writer;

  void Key(std::string_view s) { text(s); }
  void text(std::string_view s) {
    Prefix(rapidjson::kStringType);
    if (is_plain(s)) {
      os_->out.append(1, '"').append(s).append(1, '"');
    } else {
      WriteString(s.data(), static_cast<rapidjson::SizeType>(s.size()));
    }
    EndValue(true);
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;

  /// Whether one of eight bytes is less than `limit` (at most 0x80): Anderson, Bit Twiddling Hacks.
  static constexpr std::uint64_t below(std::uint64_t bytes, std::uint64_t limit) {
    return (bytes - kOnes * limit) & ~bytes & kHighs;
  }

  static bool is_plain(std::string_view s) {
    std::size_t at = 0;
    for (; at + 8 <= s.size(); at += 8) {
      std::uint64_t v = 0;
      std::memcpy(&v, s.data() + at, 8);
      if ((below(v, 0x20) | below(v ^ kOnes * '"', 1) | below(v ^ kOnes * '\\', 1)) != 0) return false;
    }
    for (; at < s.size(); ++at)
      if (static_cast<unsigned char>(s[at]) < 0x20 || s[at] == '"' || s[at] == '\\') return false;
    return true;
  }
};

void string_item(Writer& w, std::string_view s) { w.text(s); }

void member(Writer& w, std::string_view key, std::string_view value) {
  w.text(key);
  w.text(value);
}

void entity(Writer& w, const Extraction& x, const Participant& p) {
  const ExtractedEntity& e = x.entities[p.entity];
  w.StartObject();
  member(w, "id", e.id);
  member(w, "type", to_string(e.type));
  member(w, "label", e.label);
  if (!e.aliases.empty()) {
    w.Key("aliases");
    w.StartArray();
    for (const std::string& a : e.aliases) string_item(w, a);
    w.EndArray();
  }
  member(w, "mention", p.mention);
  if (!e.iso3166.empty()) member(w, "iso3166", e.iso3166);
  if (!e.iri.empty()) member(w, "iri", e.iri);
  w.EndObject();
}

void number(Writer& w, double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: whole numbers are written without a fraction
  if (std::trunc(value) == value && std::abs(value) <= kExact) {
    w.Int64(static_cast<std::int64_t>(value));
  } else {
    w.Double(value);
  }
}

void qualifiers(Writer& w, const Extraction& x, const Qualifiers& q) {
  w.StartObject();
  if (q.time) {
    w.Key("time");
    w.StartObject();
    member(w, "value", q.time->value);
    member(w, "text", q.time->text);
    w.EndObject();
  }
  if (q.place) {
    w.Key("place");
    entity(w, x, *q.place);
  }
  if (!q.attribution.empty()) {
    w.Key("attribution");
    w.StartArray();
    for (const Participant& p : q.attribution) entity(w, x, p);
    w.EndArray();
  }
  member(w, "polarity", to_string(q.polarity));
  member(w, "modality", to_string(q.modality));
  if (q.quantity) {
    w.Key("quantity");
    w.StartObject();
    w.Key("value");
    number(w, q.quantity->value);
    member(w, "comparator", to_string(q.quantity->comparator));
    if (!q.quantity->unit.empty()) member(w, "unit", q.quantity->unit);
    w.EndObject();
  }
  w.EndObject();
}

}  // namespace

void write_statement(const Extraction& x, const Statement& s, std::string& out) {
  JsonOutput sink{out};
  Writer w(sink);
  w.StartObject();
  member(w, "id", s.id);
  member(w, "document", x.document);
  w.Key("subject");
  entity(w, x, s.subject);
  member(w, "relation", s.relation);
  w.Key("predicate");
  w.StartObject();
  member(w, "lemma", s.predicate.lemma);
  member(w, "text", s.predicate.text);
  member(w, "preposition", s.predicate.preposition);
  w.EndObject();
  w.Key("object");
  entity(w, x, s.object);
  w.Key("qualifiers");
  qualifiers(w, x, s.qualifiers);
  if (s.event != kNone) member(w, "event", x.events[s.event].id);
  w.Key("evidence");
  w.StartObject();
  w.Key("sentence");
  w.Uint(s.evidence.sentence);
  w.Key("begin");
  w.Uint(s.evidence.begin);
  w.Key("end");
  w.Uint(s.evidence.end);
  if (s.evidence.in_title) {
    w.Key("in_title");
    w.Bool(true);
  }
  member(w, "text", s.evidence.text);
  w.EndObject();
  member(w, "rule", s.rule);
  w.Key("trace");
  w.StartArray();
  for (const std::string& t : s.trace) string_item(w, t);
  w.EndArray();
  w.Key("confidence");
  w.Double(std::round(s.confidence * 1000) / 1000);
  w.EndObject();
  out += '\n';
}

void write_statements(const Extraction& x, std::string& out) {
  for (const Statement& s : x.statements) write_statement(x, s, out);
}

}  // namespace maillon
