// Tables for people (aligned columns) and for programs (JSON, JSON Lines, CSV, TSV).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "query/table.hpp"

namespace maillon::cli {

enum class TableFormat { table, json, ndjson, csv, tsv };

/// The format that --format asks for; without it, a table on a terminal and JSON in a pipe.
TableFormat table_format(std::string_view name, const Console& console);

/// Columns of a terminal that the text takes: code points, which is right for Latin, Greek and Cyrillic.
std::size_t columns_of(std::string_view text);

/// JSON is an array
/// of objects, JSON Lines one object a line, an empty text null in both; CSV is RFC 4180 with a header, TSV the
/// same with tabs and with \t, \n, \r and \\ for what would break a line; both join lists by "; ".
void print(const Table& table, TableFormat format, Console& console);
/// JSON is an object with an array a section, or an object for a record; the other formats for programs have the section's title as
/// their first column.
void print(const std::vector<Section>& sections, TableFormat format, Console& console);

}  // namespace maillon::cli
