#include "cypher/functions.hpp"

#include <string>
#include <unordered_map>

#include "cypher/failure.hpp"

namespace maillon::cypher {

namespace {

using Table = std::unordered_map<std::string_view, const Function*>;

const Table& table() {
  static const Table kTable = [] {
    Table out;
    for (const auto part :
         {graph_functions(), list_functions(), number_functions(), text_functions(), temporal_functions()})
      for (const Function& f : part) out.emplace(f.name, &f);
    return out;
  }();
  return kTable;
}

}  // namespace

const Function* find_function(std::string_view name) {
  const auto it = table().find(name);
  return it == table().end() ? nullptr : it->second;
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> out;
  for (const auto part :
       {graph_functions(), list_functions(), number_functions(), text_functions(), temporal_functions()})
    for (const Function& f : part) out.push_back(f.name);
  return out;
}

void fail_value(std::string_view function, const Value& value) {
  fail_type("InvalidArgumentValue",
            std::string(function) + "() does not take a " + std::string(to_string(value.kind())));
}

}  // namespace maillon::cypher
