// A name of a node, with what tells its bearers apart when somebody asks for it.
#pragma once

#include <cstdint>
#include <string>

namespace maillon {

struct NodeName {
  std::string key;  ///< NameKeys::plain of the name
  std::uint32_t node = 0;
  bool alias = false;  ///< not the label
  bool is_event = false;
  bool named = false;
  std::uint32_t documents = 0;  ///< that speak of the node
  std::string label;            ///< of the node
};

}  // namespace maillon
