// What the user asked for, as the flag table (flags.cpp) fills it.
#pragma once

#include <string>
#include <vector>

namespace maillon::cli {

struct Options {
  std::vector<std::string> articles;
  std::string output = "out";
  std::string date;
  std::string schemas;
  std::string rules;
  std::string gazetteer, same_as;
  std::string color = "auto";
  unsigned threads = 0;
  bool quiet = false;
  bool force = false;
  bool fresh = false;

  bool explain = false;
  bool readings = false;
  bool coref = false;
  bool mentions = false;

  std::string store = "out";
  std::vector<std::string> stores;
  std::string merged;
  std::string graph_file;
  std::vector<std::string> forgotten;  ///< article ids
  std::string entity, other;
  std::string query, query_format;
  std::vector<std::string> parameters;
  double timeout = 0;
  unsigned max_rows = 0;
  std::string statement;
  std::string joined;  ///< entity whose names explain tells of
  std::string action = "list";
  std::string relation, event, rule_class, word;
  std::string format;
  std::string by = "degree";
  std::string by_source;
  std::string type;
  std::string since, until;
  unsigned hops = 1;
  unsigned count = 1;
  unsigned limit = 10;

  std::string export_format = "graphml";
  std::vector<std::string> export_formats = {"graphml", "jsonld"};
  std::string view = "full";
  std::vector<std::string> types, relations;
  unsigned min_documents = 1;
  double min_confidence = 0;
  std::string neighbourhood;
  std::string target = "-";
  bool strict = false;
  std::string iri_base = "urn:maillon:";
  bool named_graphs = false;
};

}  // namespace maillon::cli
