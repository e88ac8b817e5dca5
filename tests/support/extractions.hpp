// Extractions made by hand, for the rooms after relations/.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/graph_builder.hpp"
#include "relations/statement.hpp"

namespace maillon::testing {

/// Builds one article's Extraction; entities are made on first use by label.
class ArticleBuilder {
 public:
  ArticleBuilder(std::string id, std::string date);

  /// Declares an entity; named unless a phrase.
  ArticleBuilder& entity(EntityType type, const std::string& label, std::vector<std::string> aliases = {});
  ArticleBuilder& phrase(EntityType type, const std::string& label);
  /// Adds a statement between declared entities and returns it for its qualifiers; valid until the next one.
  Statement& say(const std::string& subject, const std::string& relation, const std::string& lemma,
                 const std::string& object, const std::string& preposition = {});
  /// An event of the declared participants; later say() calls may set Statement::event to its index.
  std::uint32_t event(const std::string& label, const std::string& relation, const std::string& type,
                      const std::vector<std::string>& participants, const std::string& time = {},
                      const std::string& place = {});
  Participant participant(const std::string& label) const;
  /// The article with ids and offsets filled in.
  Extraction build() const;

 private:
  Extraction x_;
};

/// Four articles, two of which tell of one meeting in other words.
std::vector<Extraction> sample_articles();
/// A builder with the embedded schemas; fails the test where they cannot be read.
const GraphBuilder& graph_builder();

}  // namespace maillon::testing
