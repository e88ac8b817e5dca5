#include "cypher/operator.hpp"

#include <cmath>

namespace maillon::cypher {

namespace {

void append(std::string& out, const Pipeline& pipeline, std::size_t depth) {
  for (const auto& op : pipeline.operators()) {
    out.append(depth * 2, ' ').append(op->describe());
    if (op->rows >= 0) out += "  ~" + std::to_string(std::llround(std::min(op->rows, 1e15))) + " rows";
    out += '\n';
    for (const Pipeline* inner : op->inner()) append(out, *inner, depth + 1);
  }
}

}  // namespace

void Pipeline::run(Runtime& rt) const {
  for (const auto& op : operators_) op->start(rt);
  operators_.front()->push(rt);
  for (const auto& op : operators_)
    if (!op->finish(rt)) break;
}

std::string explain(const Pipeline& pipeline) {
  std::string out;
  append(out, pipeline, 0);
  return out;
}

}  // namespace maillon::cypher
