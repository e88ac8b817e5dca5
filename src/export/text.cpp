#include "export/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace maillon {

namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Length in bytes of the well-formed sequence (Unicode 15, table 3-7) at `at`, which is no ASCII, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned lead = byte(0), next = byte(1);
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && next < 0xA0, surrogate = lead == 0xED && next > 0x9F;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && next < 0x90, beyond = lead == 0xF4 && next > 0x8F;
    return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

/// U+FFFE or U+FFFF, which Char of XML 1.0 (2.2) lacks.
bool is_noncharacter(std::string_view sequence) {
  return sequence.size() == 3 && sequence[0] == '\xEF' && sequence[1] == '\xBF' &&
         static_cast<unsigned char>(sequence[2]) >= 0xBE;
}

/// Which bytes end a run of text that is copied as it is. ASCII is as the function says, the rest is looked
/// at.
class StopBytes {
 public:
  template <class IsSpecial>
  constexpr explicit StopBytes(IsSpecial is_special) {
    for (std::size_t c = 0; c < stops_.size(); ++c) stops_[c] = c >= 0x80 || is_special(c);
  }
  bool operator[](char c) const { return stops_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> stops_{};
};

constexpr bool is_control(std::size_t c) { return c < 0x20; }
constexpr StopBytes kXmlStops([](std::size_t c) {
  return is_control(c) || c == '&' || c == '<' || c == '>' || c == '"';
});
constexpr StopBytes kIllegalStops([](std::size_t c) {
  return is_control(c) && c != '\t' && c != '\n' && c != '\r';
});
constexpr StopBytes kJsonStops([](std::size_t c) {
  return is_control(c) || c == '"' || c == '\\' || c == 0x7F;
});

/// Copies `text` in runs. `legal` says of the well-formed bytes of a code point beyond ASCII (of nothing,
/// where a byte is malformed) whether they are copied; `escape` appends what stands for a byte that stops or
/// the first one of what is not legal. What is malformed becomes U+FFFD, byte by byte.
template <class Legal, class Escape>
void copy_runs(std::string& out, std::string_view text, const StopBytes& stops, Legal legal, Escape escape) {
  std::size_t run = 0, at = 0;
  while (at < text.size()) {
    if (!stops[text[at]]) {
      ++at;
      continue;
    }
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    const std::size_t length = ascii ? 1 : sequence_length(text, at);
    if (!ascii && legal(text.substr(at, length))) {
      at += length;
      continue;
    }
    out.append(text, run, at - run);
    if (length == 0) {
      out += kReplacement;
    } else {
      escape(text[at]);
    }
    at += std::max<std::size_t>(length, 1);
    run = at;
  }
  out.append(text, run, at - run);
}

bool is_legal(std::string_view sequence) { return !sequence.empty() && !is_noncharacter(sequence); }

/// Byte at which the first code point begins that XML forbids, or the size.
std::size_t first_illegal(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!kIllegalStops[text[at]]) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(text[at]) < 0x80) return at;
    const std::size_t length = sequence_length(text, at);
    if (!is_legal(text.substr(at, length))) return at;
    at += length;
  }
  return at;
}

}  // namespace

std::string_view legal_xml(std::string_view text, std::string& buffer) {
  const std::size_t legal = first_illegal(text);
  if (legal == text.size()) return text;
  buffer.assign(text, 0, legal);
  copy_runs(buffer, text.substr(legal), kIllegalStops, is_legal, [](char) {});
  return buffer;
}

void append_xml(std::string& out, std::string_view text) {
  const auto escape = [&](char c) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:  // what XML forbids
        break;
    }
  };
  copy_runs(out, text, kXmlStops, is_legal, escape);
}

void append_json(std::string& out, std::string_view text) {
  const auto escape = [&](char c) {
    switch (c) {
      case '"':
      case '\\':
        out += '\\';
        out += c;
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += "\\u00";
        out += kHex[static_cast<unsigned char>(c) >> 4];
        out += kHex[static_cast<unsigned char>(c) & 15];
    }
  };
  const auto well_formed = [](std::string_view bytes) { return !bytes.empty(); };
  out += '"';
  copy_runs(out, text, kJsonStops, well_formed, escape);
  out += '"';
}

void append_json(std::string& out, std::span<const std::string_view> items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) out += ',';
    append_json(out, items[i]);
  }
  out += ']';
}

void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) value = 0;
  char buffer[32];
  const auto [end, code] = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end);
}

void append_number(std::string& out, std::uint64_t value) {
  char buffer[24];
  const auto [end, code] = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end);
}

void append_percent(std::string& out, std::string_view text) {
  constexpr StopBytes kReserved([](std::size_t c) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            c == '-' || c == '.' || c == '_' || c == '~';
    return !unreserved;
  });
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kReserved[text[at]]) continue;
    const auto byte = static_cast<unsigned char>(text[at]);
    out.append(text, run, at - run);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
    run = at + 1;
  }
  out.append(text, run);
}

}  // namespace maillon
