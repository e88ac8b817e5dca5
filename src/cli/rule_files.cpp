#include "cli/rule_files.hpp"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "mentions/user_names.hpp"

namespace maillon::cli {

namespace fs = std::filesystem;

namespace {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code code;
    std::string name = (fs::temp_directory_path(code) / "maillon-rules-XXXXXX").string();
    if (!code && ::mkdtemp(name.data()) != nullptr) path_ = std::move(name);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Schemas read one folder: the user's file joins a copy of the user's folder.
Result<Schemas> with_rules(const std::string& folder, const std::string& rules) {
  std::error_code code;
  if (!fs::is_regular_file(rules, code)) return error_in(rules, "no such file");
  const ScratchFolder scratch;
  if (scratch.path().empty()) return error_in({}, "there is no room for temporary files");
  if (!folder.empty()) {
    if (!fs::is_directory(folder, code)) return Schemas::from_folder(folder);  // which says what is wrong
    fs::copy(folder, scratch.path(), fs::copy_options::recursive, code);
    if (code) return error_in(folder, "cannot be read: " + code.message());
  }
  const fs::path target = fs::path(scratch.path()) / kUserRules;
  fs::create_directories(target.parent_path(), code);
  fs::copy_file(rules, target, code);
  if (code) return error_in(rules, "cannot be read: " + code.message());
  return Schemas::from_folder(scratch.path());
}

}  // namespace

namespace {

Result<Schemas> without_names(const Options& options) {
  if (!options.rules.empty()) return with_rules(options.schemas, options.rules);
  if (!options.schemas.empty()) return Schemas::from_folder(options.schemas);
  return Schemas::embedded();
}

Result<std::string> text_of(const std::string& path) {
  std::error_code code;
  if (!fs::is_regular_file(path, code)) return error_in(path, "no such file");
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return error_in(path, "cannot be read");
  return text;
}

}  // namespace

Result<Schemas> load_schemas(const Options& options) {
  Result<Schemas> schemas = without_names(options);
  for (const auto& [file, path] :
       {std::pair(&options.gazetteer, kUserGazetteer), std::pair(&options.same_as, kUserSameAs)}) {
    if (file->empty() || !schemas) continue;
    Result<std::string> text = text_of(*file);
    if (!text) return text.error();
    schemas = std::move(schemas).value().with(std::string(path), std::move(text).value());
  }
  return schemas;
}

Diagnostic in_user_file(Diagnostic d, const Options& options) {
  if (!options.rules.empty() && d.file.ends_with(kUserRules)) d.file = options.rules;
  if (d.file.ends_with(kUserGazetteer)) d.file = options.gazetteer;
  if (d.file.ends_with(kUserSameAs)) d.file = options.same_as;
  return d;
}

}  // namespace maillon::cli
