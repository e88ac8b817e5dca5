// Functions of nodes, relationships, paths and maps.
#include <chrono>

#include "cypher/functions.hpp"

namespace maillon::cypher {

namespace {

constexpr Type list_type(Kinds elements) { return {kinds(Kind::list), elements}; }

List ids(const std::vector<std::uint32_t>& from, Value (*make)(std::uint32_t)) {
  List out;
  out.reserve(from.size());
  for (const std::uint32_t id : from) out.push_back(make(id));
  return out;
}

Value id(Runtime&, Arguments a) {
  if (!a[0].is(Kind::node) && !a[0].is(Kind::relationship)) fail_value("id", a[0]);
  return Value(std::int64_t{a[0].id()});
}

Value element_id(Runtime& rt, Arguments a) { return Value(std::to_string(id(rt, a).integer())); }

Value labels(Runtime& rt, Arguments a) {
  if (!a[0].is(Kind::node)) fail_value("labels", a[0]);
  if (rt.label_lists.empty()) rt.label_lists.resize(rt.graph.label_set_count());
  Value& list = rt.label_lists[rt.graph.label_set_of(a[0].id())];
  if (list.is_null()) {
    List out;
    for (const std::uint32_t label : rt.graph.labels_of(a[0].id()))
      out.push_back(Value::borrowed(rt.graph.labels().name(label)));
    list = Value(std::move(out));
  }
  return list;
}

Value type(Runtime& rt, Arguments a) {
  if (!a[0].is(Kind::relationship)) fail_value("type", a[0]);
  return Value::borrowed(rt.graph.types().name(rt.graph.type(a[0].id())));
}

Value properties(Runtime& rt, Arguments a) {
  if (a[0].is(Kind::node)) return Value(rt.graph.node_properties(a[0].id()));
  if (a[0].is(Kind::relationship)) return Value(rt.graph.relationship_properties(a[0].id()));
  if (a[0].is(Kind::map)) return a[0];
  fail_value("properties", a[0]);
}

Value keys(Runtime& rt, Arguments a) {
  const Value all = properties(rt, a);
  List out;
  for (const auto& [key, value] : all.map()) out.push_back(Value(key));
  return Value(std::move(out));
}

Value start_node(Runtime& rt, Arguments a) {
  if (!a[0].is(Kind::relationship)) fail_value("startNode", a[0]);
  return Value::node(rt.graph.source(a[0].id()));
}

Value end_node(Runtime& rt, Arguments a) {
  if (!a[0].is(Kind::relationship)) fail_value("endNode", a[0]);
  return Value::node(rt.graph.target(a[0].id()));
}

Value nodes(Runtime&, Arguments a) {
  if (!a[0].is(Kind::path)) fail_value("nodes", a[0]);
  return Value(ids(a[0].path().nodes, Value::node));
}

Value relationships(Runtime&, Arguments a) {
  if (!a[0].is(Kind::path)) fail_value("relationships", a[0]);
  return Value(ids(a[0].path().relationships, Value::relationship));
}

Value length(Runtime&, Arguments a) {
  if (!a[0].is(Kind::path)) fail_value("length", a[0]);
  return Value(static_cast<std::int64_t>(a[0].path().relationships.size()));
}

Value exists(Runtime&, Arguments a) { return Value(a[0].is(Kind::boolean) ? a[0].truth() : !a[0].is_null()); }

Value timestamp(Runtime& rt, Arguments) {
  const DateTime& now = rt.now;
  return Value((now.local.seconds - now.offset) * 1000 + now.local.nanos / 1'000'000);
}

const Function kGraphFunctions[] = {
    {"id", 1, 1, {static_cast<Kinds>(kNode | kRelationship), kAnyKind}, kInteger, id},
    {"elementid", 1, 1, {static_cast<Kinds>(kNode | kRelationship), kAnyKind}, kText, element_id},
    {"labels", 1, 1, {kNode, kAnyKind}, list_type(kinds(Kind::string)), labels},
    {"type", 1, 1, {kRelationship, kAnyKind}, kText, type},
    {"properties",
     1,
     1,
     {static_cast<Kinds>(kNode | kRelationship | kinds(Kind::map)), kAnyKind},
     {kinds(Kind::map), kAnyKind},
     properties},
    {"keys",
     1,
     1,
     {static_cast<Kinds>(kNode | kRelationship | kinds(Kind::map)), kAnyKind},
     list_type(kinds(Kind::string)),
     keys},
    {"startnode", 1, 1, {kRelationship, kAnyKind}, {kNode, kAnyKind}, start_node},
    {"endnode", 1, 1, {kRelationship, kAnyKind}, {kNode, kAnyKind}, end_node},
    {"nodes", 1, 1, {kPath, kAnyKind}, list_type(kNode), nodes},
    {"relationships", 1, 1, {kPath, kAnyKind}, list_type(kRelationship), relationships},
    {"rels", 1, 1, {kPath, kAnyKind}, list_type(kRelationship), relationships},
    {"length", 1, 1, {kPath, kAnyKind}, kInteger, length},
    {"exists", 1, 1, {kAnyKind, kAnyKind}, {kinds(Kind::boolean), kAnyKind}, exists, true},
    {"timestamp", 0, 0, {kAnyKind, kAnyKind}, kInteger, timestamp},
};

}  // namespace

std::span<const Function> graph_functions() { return kGraphFunctions; }

}  // namespace maillon::cypher
