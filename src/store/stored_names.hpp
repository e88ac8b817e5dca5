// Names and words in the stored graph, looked up where they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/node_name.hpp"
#include "store/store.hpp"

namespace maillon {

/// The node of that id.
Result<std::optional<std::uint32_t>> node_with_id(const Store& store, const std::string& id);

/// Its id.
Result<std::string> id_of_node(const Store& store, std::uint32_t node);

enum class KeyMatch : std::uint8_t {
  whole,  ///< the key itself
  words,  ///< the key as whole words of a name
  any,    ///< every name there is
};
/// Names by NameKeys::plain of them.
Result<std::vector<NodeName>> names_like(const Store& store, const std::string& key, KeyMatch match);

/// A node, or a sentence of an article.
struct WordHit {
  std::string type, label;        ///< of a node
  std::string article, sentence;  ///< of a sentence
};
/// Entities, then reported events, then sentences that hold all words of `key` at the beginning of their
/// words; the ones of most articles and the newest articles first. Nothing for no words.
Result<std::vector<WordHit>> find_words(const Store& store, const std::string& key, std::size_t limit);

}  // namespace maillon
