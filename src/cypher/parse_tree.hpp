// PEGTL's parse tree of a query: which rules leave a node.
#pragma once

#include <tao/pegtl/contrib/parse_tree.hpp>

#include "cypher/grammar.hpp"

namespace maillon::cypher {

struct ParseNode : tao::pegtl::parse_tree::basic_node<ParseNode> {};

namespace g = grammar;

/// A node that has one child only stands for that child: a sum of one product is the product.
struct FoldOne : tao::pegtl::parse_tree::apply<FoldOne> {
  template <typename Node, typename... States>
  static void transform(std::unique_ptr<Node>& n, States&&...) {
    if (n->children.size() == 1) n = std::move(n->children.front());
  }
};

template <typename Rule>
using NodeSelector = tao::pegtl::parse_tree::selector<
    Rule,
    tao::pegtl::parse_tree::store_content::on<
        g::variable, g::label_name, g::type_name, g::property_key, g::map_key, g::hex_integer,
        g::octal_integer, g::real, g::decimal_integer, g::bad_number, g::string_literal, g::parameter,
        g::map_entry, g::map_literal, g::labels, g::node_pattern, g::dots, g::range_bound, g::bad_range,
        g::range, g::types, g::relationship_detail, g::left_arrow, g::right_arrow, g::relationship_pattern,
        g::pattern_chain, g::k_shortestpath, g::k_allshortestpaths, g::shortest_pattern, g::path_variable,
        g::pattern, g::where_part, g::yield_part, g::list_literal, g::list_comprehension,
        g::pattern_comprehension, g::pattern_predicate, g::parenthesized, g::case_subject, g::case_when,
        g::case_else, g::case_expression, g::q_all, g::q_any, g::q_none, g::q_single, g::quantifier,
        g::reduce_expression, g::exists_subquery, g::count_star, g::function_name, g::distinct,
        g::function_call, g::all_properties, g::own_property, g::projected_entry, g::map_projection,
        g::true_literal, g::false_literal, g::null_literal>,
    tao::pegtl::parse_tree::store_content::on<
        g::property_lookup, g::slice_lower, g::slice_upper, g::subscript, g::minus_sign, g::plus_sign,
        g::op_power, g::op_multiply, g::op_divide, g::op_modulo, g::op_add, g::op_subtract, g::op_starts,
        g::op_ends, g::op_contains, g::op_in, g::op_matches, g::text_or_list_test, g::not_null, g::is_null,
        g::op_not_equal, g::op_less_equal, g::op_greater_equal, g::op_equal, g::op_less, g::op_greater,
        g::op_not, g::star, g::alias, g::projection_item, g::descending, g::sort_item, g::order_part,
        g::skip_part, g::limit_part, g::projection, g::optional_mark, g::match_clause, g::unwind_clause,
        g::with_clause, g::return_clause, g::create_clause, g::delete_clause, g::writing_clause,
        g::single_query, g::union_all, g::union_mark, g::query>,
    FoldOne::on<g::postfix, g::unary, g::power, g::product, g::sum, g::tested, g::comparison, g::negation,
                g::conjunction, g::exclusive, g::expression>>;

/// The tree over `text`, whose root has the query as its child. Throws Failure. `text` must outlive the tree.
std::unique_ptr<ParseNode> parse_tree_of(std::string_view text);

}  // namespace maillon::cypher
