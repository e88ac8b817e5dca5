#include "mentions/numbers.hpp"

#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace maillon {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 32> kWords = {
    {{"zéro", 0},       {"deux", 2},      {"trois", 3},     {"quatre", 4},    {"cinq", 5},
     {"six", 6},        {"sept", 7},      {"huit", 8},      {"neuf", 9},      {"dix", 10},
     {"onze", 11},      {"douze", 12},    {"treize", 13},   {"quatorze", 14}, {"quinze", 15},
     {"seize", 16},     {"vingt", 20},    {"vingts", 20},   {"trente", 30},   {"quarante", 40},
     {"cinquante", 50}, {"soixante", 60}, {"septante", 70}, {"octante", 80},  {"huitante", 80},
     {"nonante", 90},   {"cent", 100},    {"cents", 100},   {"mille", 1000},  {"mil", 1000},
     {"un", 1},         {"une", 1}}};
constexpr std::array<std::pair<std::string_view, double>, 8> kScales = {{{"million", 1e6},
                                                                         {"millions", 1e6},
                                                                         {"milliard", 1e9},
                                                                         {"milliards", 1e9},
                                                                         {"billion", 1e12},
                                                                         {"billions", 1e12},
                                                                         {"mille", 1e3},
                                                                         {"millier", 1e3}}};

int part_value(std::string_view part) {
  for (const auto& [word, value] : kWords)
    if (word == part) return value;
  return -1;
}

double scale_of(std::string_view word) {
  for (const auto& [name, value] : kScales)
    if (name == word) return value;
  return 0;
}

/// Adds a simple number word to a running sum as French composes them: 4 × 20 + 10 + 7, 3 × 100 × 1000.
bool compose(double& total, double& group, int value) {
  if (value == 1000) {
    total += (group == 0 ? 1 : group) * 1000;
    group = 0;
  } else if (value == 100) {
    group = (group == 0 ? 1 : group) * 100;
  } else if (value == 20 && static_cast<long>(group) % 100 == 4) {
    group += 76;
  } else {
    group += value;
  }
  return true;
}

}  // namespace

std::optional<double> parse_figures(std::string_view text) {
  double whole = 0, scale = 0;  // of the last decimal; divided by once, at the end: 1,7 is not 1 + 0.7
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::is_digit(c)) {
      whole = whole * 10 + static_cast<double>(c - '0');
      scale *= 10;
      ++digits;
    } else if (c == ',' && scale == 0 && digits > 0) {
      scale = 1;
    } else if (c == '.' && scale == 0 && digits > 0) {
      // a thousands separator if three digits follow, else a decimal point
      std::size_t n = 0;
      while (at + n < text.size() && text[at + n] >= '0' && text[at + n] <= '9') ++n;
      if (n != 3) scale = 1;
    } else if ((utf8::is_space(c) || c == 0x202F) && digits > 0) {
      continue;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  return scale > 0 ? whole / scale : whole;
}

std::optional<double> parse_number_word(std::string_view word) {
  double total = 0, group = 0;
  bool any = false;
  while (!word.empty()) {
    const std::size_t end = word.find('-');
    const std::string_view part = word.substr(0, end);
    if (part != "et") {
      const int value = part_value(part);
      if (value < 0 || (value == 1 && !any)) return std::nullopt;
      compose(total, group, value);
      any = true;
    }
    if (end == std::string_view::npos) break;
    word.remove_prefix(end + 1);
  }
  if (!any) return std::nullopt;
  return total + group;
}

std::optional<NumberMatch> match_number(const ParsedText& parsed, std::uint32_t at, std::uint32_t end) {
  const TaggedWord& first = parsed.word(at);
  NumberMatch out;
  out.words = {at, at + 1};
  if (const auto figures = parse_figures(first.form)) {
    out.value = *figures;
    out.in_figures = true;
    // figures that the tokenizer left apart: "10 000"
    while (out.words.end < end) {
      const std::string_view next = parsed.word(out.words.end).form;
      if (next.size() != 3 || !parse_figures(next) ||
          out.value != static_cast<double>(static_cast<long long>(out.value)))
        break;
      out.value = out.value * 1000 + *parse_figures(next);
      ++out.words.end;
    }
  } else {
    double total = 0, group = 0;
    std::uint32_t i = at;
    for (; i < end; ++i) {
      const std::string form = utf8::to_lower(parsed.word(i).form);
      // "vingt et un", "soixante et onze", but not "deux et trois"
      if (form == "et" && i > at && i + 1 < end && group >= 20) {
        const int unit = part_value(utf8::to_lower(parsed.word(i + 1).form));
        if (unit == 1 || unit == 11) continue;
      }
      const int simple = part_value(form);
      const std::optional<double> value =
          simple >= 0 ? std::optional<double>(simple) : parse_number_word(form);
      if (!value) break;
      if (simple == 1 && i == at && parsed.word(i).upos != Upos::NUM) return std::nullopt;
      if (simple >= 0)
        compose(total, group, simple);
      else
        group += *value;
    }
    if (i == at) return std::nullopt;
    out.value = total + group;
    out.words.end = i;
  }
  while (out.words.end < end) {
    const double scale = scale_of(utf8::to_lower(parsed.word(out.words.end).form));
    if (scale == 0) break;
    out.value *= scale;
    ++out.words.end;
  }
  return out;
}

}  // namespace maillon
