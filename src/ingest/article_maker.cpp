#include "ingest/article_maker.hpp"

#include <utility>

#include "ingest/html_page.hpp"
#include "ingest/json_article.hpp"
#include "ingest/schema_json.hpp"

namespace maillon {

namespace {

Result<CharsetPolicy> read_policy(const Schemas& schemas) {
  constexpr const char* kFile = "fr/ingest/charset.json";
  auto json = read_schema_json(schemas, kFile);
  if (!json) return json.error();
  const auto& object = *json;
  if (!object.HasMember("letters") || !object["letters"].IsString() || !object.HasMember("least_share") ||
      !object["least_share"].IsNumber() || !object.HasMember("least_confidence") ||
      !object["least_confidence"].IsInt())
    return error_in(std::string("schemas/") + kFile, "lacks letters, least_share or least_confidence");
  return CharsetPolicy{object["letters"].GetString(), object["least_share"].GetDouble(),
                       object["least_confidence"].GetInt()};
}

Diagnostic at_line(Diagnostic d, const RawDocument& raw) {
  if (raw.line != 0) d.line = raw.line;
  return d;
}

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\t') c = ' ';
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

ArticleMaker::ArticleMaker(CharsetPolicy charset, BoilerplateFinder finder, std::string date)
    : charset_(std::move(charset)), finder_(std::move(finder)), date_(std::move(date)) {}

Result<ArticleMaker> ArticleMaker::load(const Schemas& schemas, std::string date) {
  Result<CharsetPolicy> policy = read_policy(schemas);
  if (!policy) return policy.error();
  Result<BoilerplateFinder> finder = BoilerplateFinder::load(schemas);
  if (!finder) return finder.error();
  if (!date.empty()) {
    std::string day = finder->dates().parse(date);
    if (day.empty())
      return error_in({}, "'" + date + "' is no date",
                      "write the day as YYYY-MM-DD, for instance 2023-03-10");
    date = std::move(day);
  }
  return ArticleMaker(std::move(policy).value(), std::move(finder).value(), std::move(date));
}

Result<Article> ArticleMaker::make(RawDocument raw) const {
  switch (raw.format) {
    case DocumentFormat::html:
      return from_html(std::move(raw));
    case DocumentFormat::json_line:
      return from_json(std::move(raw));
    case DocumentFormat::text:
      break;
  }
  return from_text(std::move(raw));
}

Result<Article> ArticleMaker::from_text(RawDocument raw) const {
  Result<std::string> text = decode(std::move(raw.bytes), charset_, raw.file);
  if (!text) return at_line(text.error(), raw);
  Article article;
  article.id = std::move(raw.id);
  article.file = std::move(raw.file);
  return finish(std::move(article), std::move(text).value());
}

Result<Article> ArticleMaker::from_html(RawDocument raw) const {
  const auto declared = declared_charset(raw.bytes);
  Result<std::string> html = decode(std::move(raw.bytes), charset_, raw.file, declared);
  if (!html) return at_line(html.error(), raw);
  Result<HtmlPage> read = read_html(*html);
  if (!read) {
    Diagnostic d = read.error();
    d.file = raw.file;
    return d;
  }
  HtmlPage page = std::move(read).value();
  Article article;
  article.id = std::move(raw.id);
  article.file = std::move(raw.file);
  article.title = std::move(page.title);
  article.date = finder_.dates().parse(page.date);
  article.source = std::move(page.source);
  article.url = std::move(page.url);
  return finish(std::move(article), std::move(page.text));
}

Result<Article> ArticleMaker::from_json(RawDocument raw) const {
  Result<JsonArticle> json = read_json_article(raw.bytes);
  if (!json) {
    Diagnostic d = at_line(json.error(), raw);
    d.file = raw.file;
    return d;
  }
  Article article = std::move(json->article);
  if (article.id.empty()) article.id = std::move(raw.id);
  article.file = std::move(raw.file);
  article.line = raw.line;
  article.date = finder_.dates().parse(article.date);
  return finish(std::move(article), std::move(json->text));
}

Result<Article> ArticleMaker::finish(Article article, std::string text) const {
  text = normalize(std::move(text));
  if (text.find_first_not_of(" \t\n") == std::string::npos) {
    Diagnostic d = error_in(article.file, "the article is empty");
    d.line = article.line;
    return d;
  }
  article.title = one_line(normalize(std::move(article.title)));
  article.source = one_line(normalize(std::move(article.source)));
  article.url = one_line(std::move(article.url));
  BoilerplateFindings found = finder_.find(text);
  if (!date_.empty())
    article.date = date_;
  else if (article.date.empty())
    article.date = std::move(found.date);
  if (article.title.empty()) {
    article.body = std::move(text);
  } else {
    article.body = article.title + "\n\n";
    article.text_begin = static_cast<std::uint32_t>(article.body.size());
    article.body += text;
  }
  article.boilerplate.reserve(found.stretches.size());
  for (const FoundBoilerplate& f : found.stretches) {
    const ByteSpan span{f.stretch.span.begin + article.text_begin, f.stretch.span.end + article.text_begin};
    article.boilerplate.push_back({span, f.stretch.kind});
  }
  return article;
}

}  // namespace maillon
