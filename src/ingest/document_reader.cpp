#include "ingest/document_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace maillon {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kReadChunk = 256 * 1024;
constexpr std::array<std::string_view, 3> kArchiveEndings = {".gz", ".zst", ".zstd"};

struct Ending {
  std::string_view name;
  DocumentFormat format;
};
constexpr std::array<Ending, 8> kEndings = {{{".txt", DocumentFormat::text},
                                             {".text", DocumentFormat::text},
                                             {".html", DocumentFormat::html},
                                             {".htm", DocumentFormat::html},
                                             {".xhtml", DocumentFormat::html},
                                             {".jsonl", DocumentFormat::json_line},
                                             {".ndjson", DocumentFormat::json_line},
                                             {".json", DocumentFormat::json_line}}};

/// The name without folder, archive ending and format ending, and the format that the ending says.
struct Name {
  std::string stem;
  std::optional<DocumentFormat> format;
};

Name split_name(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  for (std::string_view ending : kArchiveEndings)
    if (ascii_lower(name).ends_with(ending) && name.size() > ending.size()) {
      name.resize(name.size() - ending.size());
      break;
    }
  const std::string lower = ascii_lower(name);
  for (const Ending& e : kEndings)
    if (lower.ends_with(e.name) && lower.size() > e.name.size())
      return {name.substr(0, name.size() - e.name.size()), e.format};
  return {fs::path(name).stem().string(), std::nullopt};
}

/// For files whose name says nothing: what the first bytes look like.
DocumentFormat guess_format(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return DocumentFormat::text;
  head.remove_prefix(begin);
  if (head.front() == '{') {
    const std::size_t inside = head.find_first_not_of(" \t\r\n", 1);
    if (inside != std::string_view::npos && head[inside] == '"') return DocumentFormat::json_line;
  }
  const std::string lower = ascii_lower(head.substr(0, 512));
  if (lower.starts_with("<!doctype html") || lower.find("<html") != std::string::npos ||
      lower.starts_with("<head") || lower.starts_with("<body") || lower.starts_with("<!--"))
    return DocumentFormat::html;
  return DocumentFormat::text;
}

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

}  // namespace

DocumentReader::DocumentReader(std::vector<std::string> paths, ReaderLimits limits) : limits_(limits) {
  for (const std::string& path : paths) list(path);
  std::reverse(waiting_.begin(), waiting_.end());
}

void DocumentReader::list(const std::string& path) {
  std::error_code code;
  if (path == "-" || !fs::is_directory(path, code)) {
    return await(path);
  }
  std::vector<std::string> files;
  auto it = fs::recursive_directory_iterator(path, code);
  for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) {
      it.disable_recursion_pending();
      continue;
    }
    std::error_code unreadable;
    if (it->is_regular_file(unreadable) && split_name(name).format) files.push_back(it->path().string());
  }
  if (code) waiting_.push_back({path, error_in(path, "the folder cannot be listed: " + code.message())});
  if (files.empty() && !code)
    waiting_.push_back({path, error_in(path, "the folder holds no articles",
                                       "articles are files named .txt, .html, .jsonl or .ndjson, also with "
                                       ".gz or .zst behind")});
  std::sort(files.begin(), files.end());
  for (std::string& file : files) await(std::move(file));
}

void DocumentReader::await(std::string path) {
  std::error_code code;
  const fs::path absolute = fs::weakly_canonical(path, code);
  const std::string key = code ? path : absolute.string();
  if (path == "-" || listed_.insert(key).second) waiting_.push_back({std::move(path), std::nullopt});
}

std::optional<std::uint64_t> DocumentReader::total_bytes() const {
  std::uint64_t total = 0;
  for (const Pending& p : waiting_) {
    if (p.path == "-") return std::nullopt;
    std::error_code code;
    const std::uintmax_t size = fs::file_size(p.path, code);
    if (!code) total += size;
  }
  return total;
}

std::optional<Result<RawDocument>> DocumentReader::next() {
  for (;;) {
    if (source_) {
      if (format_ != DocumentFormat::json_line) {
        Result<RawDocument> out = whole_file();
        close();
        return out;
      }
      if (auto out = next_line()) return out;
      close();
    }
    if (waiting_.empty()) return std::nullopt;
    Pending pending = std::move(waiting_.back());
    waiting_.pop_back();
    if (pending.problem) return Result<RawDocument>(*std::move(pending.problem));
    if (auto problem = begin(pending.path)) return Result<RawDocument>(*std::move(problem));
  }
}

void DocumentReader::close() {
  if (source_) finished_bytes_ += source_->bytes_taken();
  source_.reset();
}

std::optional<Diagnostic> DocumentReader::begin(const std::string& path) {
  Result<ByteSource> source = ByteSource::open(path);
  if (!source) return source.error();
  source_ = std::move(source).value();
  file_ = path;
  buffer_.clear();
  at_ = 0;
  line_ = 0;
  const Name name = path == "-" ? Name{"stdin", std::nullopt} : split_name(path);
  stem_ = name.stem;
  if (name.format) {
    format_ = *name.format;
    return std::nullopt;
  }
  constexpr std::size_t kEnoughToGuess = 512;  // or a line: a slow pipe is not waited for
  while (buffer_.size() < kEnoughToGuess && buffer_.find('\n') == std::string::npos) {
    Result<bool> more = fill();
    if (!more) {
      close();
      return more.error();
    }
    if (!*more) break;
  }
  format_ = guess_format(buffer_);
  return std::nullopt;
}

Result<bool> DocumentReader::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t old = buffer_.size();
  buffer_.resize(old + kReadChunk);
  Result<std::size_t> n = source_->read(buffer_.data() + old, kReadChunk);
  if (!n) {
    buffer_.resize(old);
    return n.error();
  }
  buffer_.resize(old + *n);
  return *n > 0;
}

Result<RawDocument> DocumentReader::whole_file() {
  for (;;) {
    Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) break;
    if (buffer_.size() > limits_.article_bytes)
      return error_in(file_, "the article is larger than " + megabytes(limits_.article_bytes),
                      "one file is one article; put many articles into JSON Lines");
  }
  RawDocument out;
  out.bytes = std::move(buffer_);
  buffer_.clear();
  out.format = format_;
  out.file = file_;
  out.id = unique_id(stem_);
  return out;
}

std::optional<Result<RawDocument>> DocumentReader::next_line() {
  bool too_long = false;
  std::size_t searched = at_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    const bool whole = end != std::string::npos;
    if (!whole) {
      if (buffer_.size() - at_ > limits_.article_bytes) {  // skip the line without keeping it
        too_long = true;
        at_ = buffer_.size();
      }
      searched = buffer_.size() - at_;
      Result<bool> more = fill();
      if (!more) {
        close();
        return Result<RawDocument>(more.error());
      }
      if (*more) continue;
      if (buffer_.empty() && !too_long) return std::nullopt;
    }
    ++line_;
    std::string_view bytes(buffer_);
    bytes = bytes.substr(at_, whole ? end - at_ : std::string::npos);
    at_ = whole ? end + 1 : buffer_.size();
    if (too_long || bytes.size() > limits_.article_bytes) {
      Diagnostic d = error_in(file_, "the article is larger than " + megabytes(limits_.article_bytes));
      d.line = line_;
      return Result<RawDocument>(std::move(d));
    }
    if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) {  // an empty line says nothing
      if (!whole) return std::nullopt;
      searched = at_;
      continue;
    }
    RawDocument out;
    out.bytes = bytes;
    out.format = DocumentFormat::json_line;
    out.file = file_;
    out.line = line_;
    out.id = stem_ + "-" + std::to_string(line_);
    return Result<RawDocument>(std::move(out));
  }
}

/// Files of one name in several folders: the second is known by its path.
std::string DocumentReader::unique_id(std::string id) {
  if (!stems_.insert(id).second) {
    id = fs::path(file_).replace_extension().generic_string();
    while (!stems_.insert(id).second) id += "'";
  }
  return id;
}

}  // namespace maillon
