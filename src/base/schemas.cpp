#include "base/schemas.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace maillon {

namespace resources {
struct Resource {
  const char* path;
  const unsigned char* begin;
  const unsigned char* end;
};
extern const Resource kResources[];  // generated, sorted by path
extern const std::size_t kResourceCount;
}  // namespace resources

Schemas Schemas::embedded() {
  Schemas out;
  out.files_.resize(resources::kResourceCount);
  for (std::size_t i = 0; i < resources::kResourceCount; ++i) {
    const resources::Resource& r = resources::kResources[i];
    out.files_[i].path = r.path;
    out.files_[i].text = {reinterpret_cast<const char*>(r.begin), static_cast<std::size_t>(r.end - r.begin)};
  }
  std::sort(out.files_.begin(), out.files_.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return out;
}

Result<Schemas> Schemas::from_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code code;
  if (!fs::is_directory(folder, code))
    return error_in(folder, "not a folder", "name a folder laid out as maillon's schemas/");
  Schemas out = embedded();
  for (auto it = fs::recursive_directory_iterator(folder, code);
       !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    if (!it->is_regular_file()) continue;
    std::ifstream in(it->path(), std::ios::binary);
    if (!in) return error_in(it->path().string(), "cannot be read");
    std::string path = fs::relative(it->path(), folder).generic_string();
    std::string text{std::istreambuf_iterator<char>(in), {}};
    auto at =
        std::find_if(out.files_.begin(), out.files_.end(), [&](const File& f) { return f.path == path; });
    if (at == out.files_.end()) at = out.files_.insert(out.files_.end(), File{std::move(path), {}, {}});
    at->owned = std::move(text);
    at->text = {};
  }
  if (code) return error_in(folder, "cannot be listed: " + code.message());
  std::sort(out.files_.begin(), out.files_.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return out;
}

Schemas Schemas::with(std::string path, std::string text) && {
  auto at = std::lower_bound(files_.begin(), files_.end(), path,
                             [](const File& f, const std::string& p) { return f.path < p; });
  if (at == files_.end() || at->path != path) at = files_.insert(at, File{std::move(path), {}, {}});
  at->owned = std::move(text);
  at->text = {};
  return std::move(*this);
}

Result<std::string_view> Schemas::read(std::string_view path) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), path,
                                   [](const File& f, std::string_view p) { return f.path < p; });
  if (at == files_.end() || at->path != path)
    return error_in("schemas/" + std::string(path), "no such file among the program's schemas");
  return at->text.data() != nullptr ? at->text : std::string_view(at->owned);
}

std::vector<std::string_view> Schemas::list(std::string_view prefix) const {
  std::vector<std::string_view> out;
  for (const File& f : files_)
    if (std::string_view(f.path).starts_with(prefix)) out.push_back(f.path);
  return out;
}

}  // namespace maillon
