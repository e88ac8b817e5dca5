#include "support/extractions.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/hash.hpp"

namespace maillon::testing {

ArticleBuilder::ArticleBuilder(std::string id, std::string date) {
  x_.document = std::move(id);
  x_.date = std::move(date);
  x_.title = "Article " + x_.document;
  x_.source = "Agence Nord";
  x_.url = "https://example.org/" + x_.document;
}

ArticleBuilder& ArticleBuilder::entity(EntityType type, const std::string& label,
                                       std::vector<std::string> aliases) {
  ExtractedEntity e;
  e.type = type;
  e.label = label;
  e.aliases = std::move(aliases);
  e.named = true;
  e.id = entity_id(type, label);
  x_.entities.push_back(std::move(e));
  return *this;
}

ArticleBuilder& ArticleBuilder::phrase(EntityType type, const std::string& label) {
  entity(type, label);
  x_.entities.back().named = false;
  return *this;
}

Participant ArticleBuilder::participant(const std::string& label) const {
  const auto at = std::find_if(x_.entities.begin(), x_.entities.end(),
                               [&](const ExtractedEntity& e) { return e.label == label; });
  if (at == x_.entities.end()) throw std::invalid_argument("no entity " + label);
  return {static_cast<std::uint32_t>(at - x_.entities.begin()), label};
}

Statement& ArticleBuilder::say(const std::string& subject, const std::string& relation,
                               const std::string& lemma, const std::string& object,
                               const std::string& preposition) {
  Statement s;
  s.subject = participant(subject);
  s.relation = relation;
  s.predicate = {lemma, lemma, preposition};
  s.object = participant(object);
  s.evidence.sentence = static_cast<std::uint32_t>(x_.statements.size());
  s.evidence.begin = s.evidence.sentence * 100;
  s.evidence.text = subject + ' ' + lemma + ' ' + object + '.';
  s.evidence.end = s.evidence.begin + static_cast<std::uint32_t>(s.evidence.text.size());
  s.rule = "test.rule";
  s.trace = {"test.tag", "test.arc"};
  s.confidence = 0.9;
  x_.statements.push_back(std::move(s));
  return x_.statements.back();
}

std::uint32_t ArticleBuilder::event(const std::string& label, const std::string& relation,
                                    const std::string& type, const std::vector<std::string>& participants,
                                    const std::string& time, const std::string& place) {
  Event e;
  e.id = "e" + Hasher().add(x_.document).add(label).hex64();
  e.label = label;
  e.lemma = label.substr(0, label.find(' '));
  e.relation = relation;
  e.type = type;
  if (!time.empty()) e.time = TimeQualifier{time, time};
  if (!place.empty()) e.place = participant(place);
  for (const std::string& p : participants) e.participants.push_back(participant(p).entity);
  std::sort(e.participants.begin(), e.participants.end());
  x_.events.push_back(std::move(e));
  return static_cast<std::uint32_t>(x_.events.size() - 1);
}

Extraction ArticleBuilder::build() const {
  Extraction out = x_;
  out.content_hash = "hash-of-" + out.document;
  out.sentences = static_cast<std::uint32_t>(out.statements.size());
  out.words = out.sentences * 10;
  for (Statement& s : out.statements) s.id = statement_id(out, s);
  return out;
}

std::vector<Extraction> sample_articles() {
  std::vector<Extraction> out;
  {
    ArticleBuilder a("a1", "2023-03-10");
    a.entity(EntityType::Person, "Anna Berg").entity(EntityType::Person, "Alexandre Tchernov");
    a.entity(EntityType::State, "Suède").entity(EntityType::State, "Lettonie", {"Riga"});
    a.entity(EntityType::Organization, "LETA").phrase(EntityType::Group, "soldats");
    a.entity(EntityType::Place, "Riga");
    const std::uint32_t meeting = a.event("rencontre Anna Berg – Alexandre Tchernov", "MEETS", "CONSULT",
                                          {"Anna Berg", "Alexandre Tchernov"}, "2023-03-09", "Riga");
    Statement& met = a.say("Anna Berg", "MEETS", "rencontrer", "Alexandre Tchernov");
    met.event = meeting;
    met.qualifiers.time = TimeQualifier{"2023-03-09", "jeudi"};
    met.qualifiers.place = a.participant("Riga");
    a.say("Anna Berg", "HOLDS_OFFICE", "ministre", "Suède", "de");
    Statement& sent = a.say("Suède", "SENDS", "envoyer", "soldats");
    sent.qualifiers.attribution = {a.participant("LETA")};
    sent.qualifiers.modality = Modality::alleged;
    sent.qualifiers.quantity = QuantityQualifier{600, Comparator::about, {}};
    out.push_back(a.build());
  }
  {
    ArticleBuilder a("a2", "2023-03-11");
    a.entity(EntityType::Person, "Anna Berg", {"Berg"}).entity(EntityType::Person, "Alexander Chernov");
    a.entity(EntityType::State, "Lettonie")
        .entity(EntityType::State, "Suède")
        .phrase(EntityType::Group, "soldats");
    a.entity(EntityType::Organization, "agence lettone LETA");
    const std::uint32_t meeting = a.event("réunion Anna Berg – Alexander Chernov", "MEETS", "CONSULT",
                                          {"Anna Berg", "Alexander Chernov"}, "2023-03-09", "Lettonie");
    Statement& met = a.say("Anna Berg", "MEETS", "réunion", "Alexander Chernov", "avec");
    met.event = meeting;
    met.qualifiers.time = TimeQualifier{"2023-03-09", "jeudi 9 mars"};
    met.qualifiers.attribution = {a.participant("agence lettone LETA")};
    Statement& sent = a.say("Suède", "SENDS", "envoyer", "soldats");
    sent.qualifiers.attribution = {a.participant("Lettonie")};
    sent.qualifiers.modality = Modality::alleged;
    sent.qualifiers.quantity = QuantityQualifier{600, Comparator::about, {}};
    a.say("Alexander Chernov", "HOLDS_OFFICE", "président", "Lettonie", "de");
    out.push_back(a.build());
  }
  {
    ArticleBuilder a("b1", "2023-06-01");
    a.entity(EntityType::Person, "Anna Berg").entity(EntityType::Person, "Alexandre Tchernov");
    a.entity(EntityType::State, "Lettonie").phrase(EntityType::Group, "soldats");
    const std::uint32_t meeting = a.event("rencontre Anna Berg – Alexandre Tchernov", "MEETS", "CONSULT",
                                          {"Anna Berg", "Alexandre Tchernov"}, "2023-05-30");
    Statement& met = a.say("Anna Berg", "MEETS", "rencontrer", "Alexandre Tchernov");
    met.event = meeting;
    met.qualifiers.time = TimeQualifier{"2023-05-30", "mardi"};
    a.say("Lettonie", "ARMS", "armer", "soldats");
    out.push_back(a.build());
  }
  {
    ArticleBuilder a("c1", "2023-06-02");
    a.entity(EntityType::State, "Suède").entity(EntityType::State, "Lettonie");
    a.say("Suède", "ACCUSES", "accuser", "Lettonie");
    a.say("Suède", "ACCUSES", "accuser", "Lettonie").qualifiers.polarity = Polarity::negative;
    out.push_back(a.build());
  }
  return out;
}

const GraphBuilder& graph_builder() {
  static const GraphBuilder builder = [] {
    auto loaded = GraphBuilder::load(Schemas::embedded());
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return std::move(*loaded);
  }();
  return builder;
}

}  // namespace maillon::testing
