#include "support/graph_generator.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "graph/time_span.hpp"
#include "support/extractions.hpp"
#include "support/generated_names.hpp"

namespace maillon::testing {

namespace {

constexpr std::uint32_t kEdgesOfEvent = 3;  ///< two participants and a place
constexpr std::uint32_t kStatementsOfArticle = 20;
constexpr std::uint32_t kHostileEvery = 400;
constexpr std::uint32_t kLongestLabel = 100000;  ///< bytes, of one entity
constexpr std::int32_t kFirstDay = 19358;        ///< 2023-01-01, in days since 1970
constexpr std::int32_t kDays = 365;
/// ISO 3166-1 leaves AA, QM to QZ, XA to XZ and ZZ to users: no state bears them.
constexpr std::uint32_t kStates = 40;

struct Relation {
  std::string_view id, lemma, form, preposition;
  bool affiliation = false;  ///< its object is a state, always the subject's own
  bool symmetric = false;
  std::string_view event = {};  ///< PLOVER type
};
constexpr std::array<Relation, 24> kRelations = {{
    {"MEETS", "rencontrer", "a rencontré", "", false, true, "CONSULT"},
    {"ACCUSES", "accuser", "a accusé", "", false, false, "ACCUSE"},
    {"VISITS", "visiter", "a visité", "", false, false, "CONSULT"},
    {"SIGNS", "signer", "a signé", "", false, false, "AGREE"},
    {"ATTACKS", "attaquer", "a attaqué", "", false, false, "ASSAULT"},
    {"SANCTIONS", "sanctionner", "a sanctionné", "", false, false, "SANCTION"},
    {"AIDS", "aider", "a aidé", "", false, false, "AID"},
    {"THREATENS", "menacer", "a menacé", "", false, false, "THREATEN"},
    {"SENDS", "envoyer", "a envoyé", ""},
    {"SENDS_TO", "envoyer", "a envoyé des renforts", "à"},
    {"GIVES", "remettre", "a remis", ""},
    {"SUPPORTS", "soutenir", "soutient", ""},
    {"OPPOSES", "combattre", "s'oppose", "contre"},
    {"CRITICISES", "critiquer", "a critiqué", ""},
    {"APPOINTS", "nommer", "a nommé", ""},
    {"CREATES", "fonder", "a fondé", ""},
    {"MENTIONS", "évoquer", "a évoqué", ""},
    {"DEMANDS", "réclamer", "réclame", ""},
    {"LOCATED_IN", "se trouver", "se trouve", "à"},
    {"TALKS_WITH", "discuter", "a discuté", "avec", false, true},
    {"NATIONALITY", "ressortissant", "ressortissant", "de", true},
    {"SURVOLER", "survoler", "a survolé", ""},
    {"PRENDRE_PART", "prendre part", "a pris part", "à"},
    {"BAPTISER", "baptiser", "a baptisé", ""},
}};
constexpr std::uint32_t kEventRelations = 8;  ///< the first ones

/// Phrases are individuals or kinds of things without a name.
constexpr std::array<std::pair<EntityType, std::string_view>, 6> kPhrases = {{
    {EntityType::Group, "soldats du camp "},
    {EntityType::Person, "porte-parole du quai "},
    {EntityType::Concept, "projet "},
    {EntityType::Artifact, "cargaison "},
    {EntityType::Agreement, "protocole "},
    {EntityType::Literal, "opération "},
}};

EntityType type_of(std::uint32_t entity, std::uint32_t states) {
  if (entity < states) return EntityType::State;
  const std::uint64_t share = mix(entity) % 100;
  if (share < 38) return EntityType::Person;
  if (share < 60) return EntityType::Organization;
  if (share < 78) return EntityType::Place;
  if (share < 84) return EntityType::Group;
  if (share < 88) return EntityType::Agreement;
  if (share < 93) return EntityType::Artifact;
  return share < 96 ? EntityType::Event : EntityType::Concept;
}

/// User-assigned codes of ISO 3166-1, in order.
std::string state_code(std::uint32_t n) {
  if (n < 26) return {'X', static_cast<char>('A' + n)};
  return {'Q', static_cast<char>('M' + n - 26)};
}

/// `n` evenly spread bits -> [0, count), the lower the likelier: the density falls with the root of the rank.
std::uint32_t skewed(std::uint64_t n, std::uint32_t count) {
  const std::uint64_t u = n >> 32;
  return static_cast<std::uint32_t>(((u * u) >> 32) * count >> 32);
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// A day near `published`, its month, its year, or the days from one to the other.
TimeQualifier time_near(std::int32_t published, std::uint64_t bits) {
  const std::int32_t day = published - static_cast<std::int32_t>(bits % 10);
  std::string value = day_to_string(day);
  switch ((bits >> 8) % 8) {
    case 0:
      return {value.substr(0, 7), "ce mois-ci"};
    case 1:
      return {value.substr(0, 4), "cette année"};
    case 2:
      return {value + '/' + day_to_string(published), "ces derniers jours"};
    default:
      return {std::move(value), "ce jour-là"};
  }
}

}  // namespace

std::uint64_t GraphGenerator::random(std::uint64_t stream, std::uint64_t n) const {
  return mix(mix(size_.seed * 64 + stream) ^ n);
}

/// Where the article's share of `count` things begins.
std::uint32_t GraphGenerator::first_of(std::uint32_t article, std::uint64_t count) const {
  return static_cast<std::uint32_t>(count * article / articles_);
}

std::int32_t GraphGenerator::published(std::uint32_t article) const {
  return kFirstDay + static_cast<std::int32_t>(std::uint64_t{kDays} * article / articles_);
}

// ---- the plan

class GraphGenerator::Planner {
 public:
  explicit Planner(GraphGenerator& out) : out_(out) {}

  Status run() {
    if (Status s = share_out(); !s) return s;
    name_entities();
    return draw_edges();
  }

 private:
  /// What makes a statement another edge. The ends of a symmetric relation have no order.
  using Key = std::uint64_t;
  Key key_of(const Edge& e, bool denied) const {
    auto [a, b] = std::pair(e.subject, e.object);
    if (kRelations[e.relation].symmetric && b < a) std::swap(a, b);
    const auto rest = static_cast<std::uint64_t>(e.relation) * 32 +
                      static_cast<std::uint64_t>(e.modality) * 2 + (denied ? 1 : 0);
    return mix(std::uint64_t{a} << 32 | b) ^ mix(rest + (std::uint64_t{1} << 40));
  }

  Status share_out() {
    const GeneratedSize& size = out_.size_;
    if (size.nodes < 20) return error_in({}, "a generated graph has at least 20 nodes");
    out_.events_ = std::min(size.nodes / 16, size.edges / 8);
    out_.phrases_ = std::min(size.nodes / 10, size.edges / 8);
    out_.named_ = size.nodes - out_.events_ - out_.phrases_;
    const std::uint64_t statements = size.edges - std::uint64_t{out_.events_} * kEdgesOfEvent;
    if (statements > std::uint64_t{out_.named_} * out_.named_ * 10)
      return error_in({}, "so few nodes cannot have so many edges");
    out_.edges_.reserve(statements);
    out_.edges_.resize(statements);
    out_.repeats_ = static_cast<std::uint64_t>(size.repeats * static_cast<double>(statements));
    out_.articles_ =
        std::max(1u, static_cast<std::uint32_t>((statements + out_.repeats_) / kStatementsOfArticle));
    return {};
  }

  void name_entities() {
    const std::uint32_t states = std::min(kStates, out_.named_ / 8);
    out_.entities_.resize(out_.named_ + out_.phrases_);
    for (std::uint32_t n = 0; n < out_.entities_.size(); ++n) {
      Entity& e = out_.entities_[n];
      if (n < out_.named_) {
        e.type = type_of(n, states);
        e.label = n % kHostileEvery == kHostileEvery - 1 ? hostile_name(e.type, n) : invented_name(e.type, n);
        if (n + 1 == out_.named_) e.label.append(" et").append(kLongestLabel - e.label.size(), 'x');
      } else {
        const auto& [type, words] = kPhrases[n % kPhrases.size()];
        e.type = type;
        e.label = std::string(words) + utf8::to_lower(invented_word(n));
      }
      e.id = entity_id(e.type, e.label);
    }
    states_ = states;
  }

  /// Events and phrases evenly over all; the first edge is an event's, if there is one.
  Status draw_edges() {
    const auto count = static_cast<std::uint32_t>(out_.edges_.size());
    used_.reserve(count * 2);
    std::uint32_t event = 0, phrase = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const bool tells_event = event < out_.events_ && first(event, out_.events_, count) <= i;
      const bool has_phrase =
          !tells_event && phrase < out_.phrases_ && first(phrase, out_.phrases_, count) <= i;
      if (tells_event) {
        out_.edges_[i].event = event++;
      } else if (has_phrase) {
        out_.edges_[i].object = out_.named_ + phrase++;
      } else if (i > 0 && make_twin(i)) {
        continue;
      }
      if (!draw(i, tells_event, has_phrase)) return error_in({}, "so few nodes cannot have so many edges");
    }
    return event == out_.events_ && phrase == out_.phrases_
               ? Status{}
               : error_in({}, "so few edges cannot hold all events and phrases");
  }

  static std::uint32_t first(std::uint32_t n, std::uint32_t of, std::uint32_t edges) {
    return static_cast<std::uint32_t>(std::uint64_t{n} * edges / of);
  }

  /// One edge in a hundred contradicts the one before.
  bool make_twin(std::uint32_t i) {
    const Edge& before = out_.edges_[i - 1];
    const std::uint64_t bits = out_.random(1, i) % 200;
    if (bits > 1 || before.event != kNone || before.twin != Twin::none || before.object >= out_.named_)
      return false;
    Edge twin = before;
    twin.twin = bits == 0 ? Twin::denial : Twin::other_number;
    if (twin.twin == Twin::denial && !used_.insert(key_of(twin, true)).second) return false;
    if (twin.twin == Twin::other_number && !before.has_quantity) return false;
    out_.edges_[i] = twin;
    return true;
  }

  bool draw(std::uint32_t i, bool tells_event, bool has_phrase) {
    Edge& e = out_.edges_[i];
    for (std::uint64_t attempt = 0; attempt < 4096; ++attempt) {
      const std::uint64_t at = std::uint64_t{i} << 12 | attempt;
      const std::uint64_t who = out_.random(2, at), whom = out_.random(3, at), what = out_.random(4, at);
      // Where hubs have said everything to each other, others speak.
      const bool crowded = attempt > 16;
      e.subject = crowded ? static_cast<std::uint32_t>(who % out_.named_) : skewed(who, out_.named_);
      if (!has_phrase)
        e.object = crowded ? static_cast<std::uint32_t>(whom % out_.named_) : skewed(whom, out_.named_);
      e.relation = static_cast<std::uint8_t>(what % (tells_event ? kEventRelations : kRelations.size()));
      if (kRelations[e.relation].affiliation) {
        if (has_phrase || e.subject < states_) continue;
        e.object = e.subject % states_;
      }
      if (e.subject == e.object) continue;
      // What others say was done is alleged; an event has happened.
      e.modality =
          tells_event || (what >> 16) % 8 > 0 ? Modality::asserted : static_cast<Modality>((what >> 24) % 8);
      e.has_quantity = !tells_event && (what >> 32) % 6 == 0;
      if (tells_event && !events_.insert(event_key(e)).second) continue;
      if (used_.insert(key_of(e, false)).second) return true;
    }
    return false;
  }

  /// Two events of one relation between the same two would be one.
  static std::uint64_t event_key(const Edge& e) {
    const auto [a, b] = std::minmax(e.subject, e.object);
    return mix(std::uint64_t{a} << 32 | b) + e.relation;
  }

  GraphGenerator& out_;
  std::uint32_t states_ = 0;
  std::unordered_set<Key> used_, events_;  // looked up only
};

Result<GraphGenerator> GraphGenerator::plan(const GeneratedSize& size) {
  GraphGenerator out;
  out.size_ = size;
  if (Status s = Planner(out).run(); !s) return std::move(s).error();
  return out;
}

// ---- an article

class GraphGenerator::ArticleWriter {
 public:
  ArticleWriter(const GraphGenerator& plan, std::uint32_t index) : plan_(plan), index_(index) {}

  Extraction write() && {
    x_.document = "g" + std::to_string(1000000 + index_);
    x_.title = "Dépêche " + std::to_string(index_ + 1);
    x_.date = day_to_string(plan_.published(index_));
    x_.source = "Agence " + invented_word(index_ % 7);
    x_.url = "https://example.org/depeches/" + x_.document;
    // Every named entity is named somewhere, also one that no statement speaks of.
    const std::uint32_t end = plan_.first_of(index_ + 1, plan_.named_);
    for (std::uint32_t n = plan_.first_of(index_, plan_.named_); n < end; ++n) entity(n);

    const std::uint32_t first = plan_.first_of(index_, plan_.edges_.size());
    const std::uint32_t last = plan_.first_of(index_ + 1, plan_.edges_.size());
    for (std::uint32_t i = first; i < last; ++i) report(i, false);
    const std::uint32_t repeats =
        plan_.first_of(index_ + 1, plan_.repeats_) - plan_.first_of(index_, plan_.repeats_);
    // What comes again: statements told before, most of them lately.
    for (std::uint32_t k = 0; k < repeats; ++k) report(known_before(last, k), true);

    x_.sentences = static_cast<std::uint32_t>(x_.statements.size());
    Hasher hash;
    for (Statement& s : x_.statements) {
      s.id = statement_id(x_, s);
      hash.add(s.id);
    }
    x_.content_hash = hash.add(x_.document).hex128();
    return std::move(x_);
  }

 private:
  /// An edge below `last` that does not hang on this article: no phrase, which means something else in
  /// another one.
  std::uint32_t known_before(std::uint32_t last, std::uint32_t k) const {
    std::uint32_t i = last - 1 - skewed(plan_.random(5, std::uint64_t{index_} << 16 | k), last);
    while (plan_.edges_[i].object >= plan_.named_)
      --i;  // the first one tells an event where there are phrases
    return i;
  }

  std::uint32_t entity(std::uint32_t n) {
    const auto at = std::find(numbers_.begin(), numbers_.end(), n);
    if (at != numbers_.end()) return static_cast<std::uint32_t>(at - numbers_.begin());
    const Entity& known = plan_.entities_[n];
    ExtractedEntity e;
    e.id = known.id;
    e.type = known.type;
    e.label = known.label;
    e.named = n < plan_.named_;
    if (!e.named && is_individual(e.type))
      e.id += '@' + Hasher().add(x_.document).add(n).hex64().substr(0, 8);
    if (e.type == EntityType::Person && e.named && n % 3 == 0) e.aliases = {invented_word(n)};
    if (e.type == EntityType::State) e.iso3166 = state_code(n);
    if (e.named && n % 10 == 0) e.iri = "https://example.org/id/" + std::to_string(n);
    x_.entities.push_back(std::move(e));
    numbers_.push_back(n);
    return static_cast<std::uint32_t>(numbers_.size() - 1);
  }

  /// What a sentence calls it: a name without what no keyboard types.
  std::string mention(std::uint32_t n) const {
    const Entity& e = plan_.entities_[n];
    return n < plan_.named_ ? invented_name(e.type, n) : e.label;
  }
  Participant participant(std::uint32_t n) { return {entity(n), mention(n)}; }

  void report(std::uint32_t i, bool again) {
    const Edge& edge = plan_.edges_[i];
    const Relation& relation = kRelations[edge.relation];
    const std::uint64_t bits = plan_.random(6, std::uint64_t{i} << 20 | (again ? index_ + 1 : 0));
    Statement s;
    auto [subject, object] = std::pair(edge.subject, edge.object);
    if (again && relation.symmetric && bits % 3 == 0) std::swap(subject, object);
    s.subject = participant(subject);
    s.relation = relation.id;
    s.predicate = {std::string(relation.lemma), std::string(relation.form),
                   std::string(relation.preposition)};
    s.object = participant(object);
    qualify(s, edge, i, bits);
    if (edge.event != kNone) s.event = event(edge, i);
    s.rule = "generated." + utf8::to_lower(relation.id);
    s.trace = {"generated.tag", "generated.arc"};
    s.confidence = 0.5 + 0.05 * static_cast<double>((bits >> 40) % 10);
    s.evidence = sentence(s);
    x_.statements.push_back(std::move(s));
  }

  void qualify(Statement& s, const Edge& edge, std::uint32_t i, std::uint64_t bits) {
    Qualifiers& q = s.qualifiers;
    if (edge.event != kNone)
      q.time = event_time(edge.event, i);
    else if ((bits >> 8) % 10 > 2)
      q.time = time_near(plan_.published(index_), bits >> 12);
    if ((bits >> 16) % 8 == 0) q.place = participant(skewed(mix(bits + 1), plan_.named_));
    if (const std::uint64_t sources = (bits >> 24) % 10; sources < 3) {
      q.attribution.push_back(participant(skewed(mix(bits + 2), plan_.named_)));
      if (sources == 0) q.attribution.push_back(participant(skewed(mix(bits + 3), plan_.named_)));
    }
    q.polarity = edge.twin == Twin::denial ? Polarity::negative : Polarity::affirmative;
    q.modality = edge.modality;
    if (!edge.has_quantity) return;
    // The twin's number is beyond what "about" allows. Both depend on the edge alone, so that reports agree.
    const std::uint32_t told = edge.twin == Twin::none ? i : i - 1;
    const auto value = static_cast<double>(plan_.random(7, told) % 5000 + 1);
    q.quantity =
        QuantityQualifier{edge.twin == Twin::other_number ? value * 2 + 0.5 : value,
                          static_cast<Comparator>(plan_.random(8, told) % 2), told % 4 == 0 ? "EUR" : ""};
  }

  TimeQualifier event_time(std::uint32_t event, std::uint32_t edge) const {
    const auto told = static_cast<std::uint32_t>(std::uint64_t{edge} * plan_.articles_ / plan_.edges_.size());
    const std::int32_t day = plan_.published(told) - static_cast<std::int32_t>(event % 5);
    return {day_to_string(day), "ce jour-là"};
  }

  std::uint32_t event(const Edge& edge, std::uint32_t i) {
    const Relation& relation = kRelations[edge.relation];
    Event e;
    e.lemma = relation.lemma;
    e.label = e.lemma + ' ' + mention(edge.subject) + " – " + mention(edge.object);
    e.type = relation.event;
    e.relation = relation.id;
    e.time = event_time(edge.event, i);
    e.place = participant(skewed(plan_.random(9, edge.event), plan_.named_));
    e.participants = {entity(edge.subject), entity(edge.object)};
    std::sort(e.participants.begin(), e.participants.end());
    e.id = "e" + Hasher().add(x_.document).add(e.label).hex64();
    for (std::uint32_t k = 0; k < x_.events.size(); ++k)
      if (x_.events[k].id == e.id) return k;
    x_.events.push_back(std::move(e));
    return static_cast<std::uint32_t>(x_.events.size() - 1);
  }

  Evidence sentence(const Statement& s) {
    Evidence out;
    out.text = s.subject.mention + ' ';
    if (s.qualifiers.polarity == Polarity::negative) out.text += "n'";
    out.text += s.predicate.text + ' ';
    if (!s.predicate.preposition.empty()) out.text += s.predicate.preposition + ' ';
    out.text += s.object.mention;
    if (s.qualifiers.time) out.text += ' ' + s.qualifiers.time->text;
    for (const Participant& p : s.qualifiers.attribution) out.text += ", selon " + p.mention;
    out.text += '.';
    out.sentence = static_cast<std::uint32_t>(x_.statements.size());
    out.begin = at_;
    out.end = at_ + code_points(out.text);
    at_ = out.end + 1;
    x_.words += static_cast<std::uint32_t>(std::count(out.text.begin(), out.text.end(), ' ') + 1);
    return out;
  }

  const GraphGenerator& plan_;
  std::uint32_t index_;
  std::uint32_t at_ = 0;                ///< code points so far
  std::vector<std::uint32_t> numbers_;  ///< of x_.entities in the plan
  Extraction x_;
};

Extraction GraphGenerator::article(std::uint32_t i) const { return ArticleWriter(*this, i).write(); }

std::vector<Extraction> generated_articles(const GeneratedSize& size) {
  const Result<GraphGenerator> plan = GraphGenerator::plan(size);
  if (!plan) {
    std::fprintf(stderr, "%s\n", plan.error().to_string().c_str());
    std::abort();
  }
  std::vector<Extraction> out;
  out.reserve(plan->articles());
  for (std::uint32_t i = 0; i < plan->articles(); ++i) out.push_back(plan->article(i));
  return out;
}

KnowledgeGraph generated_graph(const GeneratedSize& size) {
  return graph_builder().build(generated_articles(size));
}

}  // namespace maillon::testing
