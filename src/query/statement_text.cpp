#include "query/statement_text.hpp"

#include <charconv>

namespace maillon {

std::string predicate_text(const Edge& e) {
  std::string out(e.kind == EdgeKind::statement ? e.lemma : e.relation);
  if (e.polarity == Polarity::negative) out.insert(0, "ne pas ");
  if (!e.preposition.empty()) out += ' ' + std::string(e.preposition);
  if (e.modality != Modality::asserted) out += " (" + std::string(to_string(e.modality)) + ')';
  return out;
}

std::string time_text(const Edge& e) {
  std::string out(e.first_time);
  if (e.last_time != e.first_time) out += " … " + std::string(e.last_time);
  return out;
}

std::string quantity_text(const Edge& e) {
  if (!e.quantity) return {};
  char digits[32];
  const auto [end, code] = std::to_chars(digits, digits + sizeof digits, e.quantity->value);
  std::string out;
  if (e.quantity->comparator != Comparator::equal) out += to_string(e.quantity->comparator);
  if (out.size() > 1 || out == ">" || out == "<") out += ' ';
  out.append(digits, end);
  if (!e.quantity->unit.empty()) out += ' ' + e.quantity->unit;
  return out;
}

std::vector<std::string> labels(const KnowledgeGraph& graph, List<std::uint32_t> nodes) {
  std::vector<std::string> out;
  for (const std::uint32_t n : nodes) out.emplace_back(graph.nodes()[n].label);
  return out;
}

std::vector<std::string> document_ids(const KnowledgeGraph& graph, List<std::uint32_t> documents) {
  std::vector<std::string> out;
  for (const std::uint32_t d : documents) out.emplace_back(graph.documents()[d].id);
  return out;
}

std::string_view best_sentence(const KnowledgeGraph& graph, const Edge& e) {
  const Support* best = nullptr;
  for (const std::uint32_t s : e.supports) {
    const Support& support = graph.supports()[s];
    if (best == nullptr || support.confidence > best->confidence) best = &support;
  }
  return best == nullptr ? std::string_view() : best->text;
}

}  // namespace maillon
