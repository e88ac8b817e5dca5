#include "unit/text/segmentation.hpp"

#include <stdexcept>
#include <utility>

namespace maillon::test {

const Tokenizer& tokenizer() {
  static const Tokenizer instance = [] {
    Result<Tokenizer> loaded = Tokenizer::load(Schemas::embedded());
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return *std::move(loaded);
  }();
  return instance;
}

Segmented::Segmented(std::string_view body, std::vector<Boilerplate> boilerplate) {
  article.id = "test";
  article.body = body;
  article.boilerplate = std::move(boilerplate);
  text = tokenizer().tokenize(article);
}

std::vector<std::string> Segmented::forms(IndexRange tokens) const {
  std::vector<std::string> out;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) out.emplace_back(text.form(i));
  return out;
}

std::vector<std::string> Segmented::forms() const {
  return forms({0, static_cast<std::uint32_t>(text.tokens.size())});
}

std::vector<std::string> Segmented::sentences() const {
  std::vector<std::string> out;
  for (const Sentence& s : text.sentences) out.emplace_back(article.slice(s.span));
  return out;
}

std::vector<std::string> Segmented::quotations() const {
  std::vector<std::string> out;
  for (const Quotation& q : text.quotations) {
    std::string joined;
    for (const std::string& form : forms(q.tokens)) joined += (joined.empty() ? "" : " ") + form;
    out.push_back(joined);
  }
  return out;
}

}  // namespace maillon::test
