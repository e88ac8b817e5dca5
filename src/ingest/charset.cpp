#include "ingest/charset.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>

#include "base/text_position.hpp"
#include "base/utf8.hpp"

namespace maillon {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};
const ByteOrderMark kMarks[] = {{{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
                                {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"},
                                {"\xFF\xFE", "UTF-16LE"},
                                {"\xFE\xFF", "UTF-16BE"}};

/// Text has no zero bytes and hardly a control character.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 64 * 1024);
  if (head.find('\0') != std::string_view::npos) return true;
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v') || u == 0x7F;
  });
  return controls > 0 && static_cast<std::size_t>(controls) * 100 > head.size();
}

/// Well-formed and malformed sequences beyond ASCII: broken UTF-8 has many of the first, legacy text hardly
/// one.
struct Utf8Census {
  std::size_t well_formed = 0, malformed = 0;
};
Utf8Census census(std::string_view bytes) {
  Utf8Census out;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
    const std::size_t begin = at;
    const char32_t c = utf8::next(bytes, at);
    if (!ascii) ++(c == 0xFFFD && at - begin == 1 ? out.malformed : out.well_formed);
  }
  return out;
}

Result<std::string> convert(std::string_view bytes, const char* charset, const std::string& file) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset, &code), &ucnv_close);
  if (U_FAILURE(code)) return error_in(file, std::string("unknown charset ") + charset);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), code);
  if (U_FAILURE(code)) return error_in(file, std::string("not valid ") + charset);
  std::string out;
  wide.toUTF8String(out);
  if (std::string_view(out).starts_with(kUtf8Mark)) out.erase(0, kUtf8Mark.size());
  return out;
}

/// Whether what a guess made of the bytes looks like French.
bool reads_as_french(std::string_view text, const CharsetPolicy& policy) {
  std::set<char32_t> letters;
  for (std::size_t at = 0; at < policy.letters.size();) letters.insert(utf8::next(policy.letters, at));
  std::size_t beyond = 0, french = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c < 0x80) continue;
    ++beyond;
    if (letters.contains(c)) ++french;
  }
  return static_cast<double>(french) >= policy.least_share * static_cast<double>(beyond);
}

Diagnostic broken_utf8(std::string_view bytes, const std::string& file) {
  const std::size_t at = utf8::first_invalid(bytes);
  Diagnostic d = error_in(file, "invalid UTF-8", "convert the file, for instance with iconv");
  d.line = line_of(bytes, at);
  d.byte = at;
  d.has_byte = true;
  return d;
}

/// ISO 8859-1 and -15 as declared or detected are nearly always Windows' superset (WHATWG Encoding §4.2).
const char* superset(std::string_view charset) {
  return charset == "ISO-8859-1" || charset == "iso-8859-1" ? "windows-1252" : charset.data();
}

std::optional<std::string> detect(std::string_view bytes, const CharsetPolicy& policy,
                                  const std::string& file) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&code),
                                                                            &ucsdet_close);
  if (U_FAILURE(code)) return std::nullopt;
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &code);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &code);
  if (U_FAILURE(code)) return std::nullopt;
  for (std::int32_t i = 0; i < count; ++i) {  // best first
    UErrorCode mine = U_ZERO_ERROR;
    if (ucsdet_getConfidence(matches[i], &mine) < policy.least_confidence) continue;
    const char* name = ucsdet_getName(matches[i], &mine);
    if (U_FAILURE(mine) || std::string_view(name) == "UTF-8") continue;
    Result<std::string> text = convert(bytes, superset(name), file);
    if (text && reads_as_french(*text, policy)) return std::move(text).value();
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> decode(std::string bytes, const CharsetPolicy& policy, const std::string& file,
                           const std::optional<std::string>& declared) {
  for (const ByteOrderMark& mark : kMarks)
    if (std::string_view(bytes).starts_with(mark.bytes)) return convert(bytes, mark.charset, file);
  if (looks_binary(bytes))
    return error_in(file, "a binary file, not text", "articles are plain text, HTML or JSON Lines");
  if (std::string_view(bytes).starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
  if (utf8::first_invalid(bytes) == bytes.size()) return bytes;
  if (declared) {
    Result<std::string> text = convert(bytes, superset(*declared), file);
    if (text && reads_as_french(*text, policy)) return text;
  }
  const Utf8Census seen = census(bytes);
  if (seen.well_formed >= seen.malformed) return broken_utf8(bytes, file);
  if (auto text = detect(bytes, policy, file)) return *std::move(text);
  return broken_utf8(bytes, file);
}

std::string normalize(std::string text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    const std::string_view rest = std::string_view(text).substr(at, 3);
    if (c == '\r') {
      if (!rest.starts_with("\r\n")) out += '\n';
    } else if (rest.starts_with("\xC2\x85")) {  // NEL
      out += '\n';
      at += 1;
    } else if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {  // line and paragraph separator
      out += '\n';
      at += 2;
    } else if (rest == kUtf8Mark) {
      at += 2;
    } else {
      out += (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F ? ' ' : text[at];
    }
  }
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(code);
  if (U_FAILURE(code) || nfc->isNormalizedUTF8(out, code)) return out;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, out, sink, nullptr, code);
  return U_FAILURE(code) ? out : composed;
}

}  // namespace maillon
