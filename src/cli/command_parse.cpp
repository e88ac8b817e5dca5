#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "mentions/mention_writer.hpp"
#include "syntax/conllu_writer.hpp"

namespace maillon::cli {

namespace {

constexpr std::string_view kSources[] = {"dictionary", "closed", "guesser", "shape"};

/// A token a line, its readings behind it: form, lemma/UPOS/features/source.
void write_readings(const Analysis& a, std::string& out) {
  for (const Sentence& s : a.text.sentences) {
    out.append("# text = ").append(a.article.slice(s.span)).append("\n");
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      out += a.text.form(t);
      for (std::uint32_t i = a.lattice.first[t]; i < a.lattice.first[t + 1]; ++i) {
        const Reading& r = a.lattice.readings[i];
        out.append("\t").append(r.lemma).append("/").append(to_string(r.upos));
        out.append("/").append(to_feats(r.upos, r.morph));
        if (r.contraction) {
          out.append("+").append(r.second_lemma).append("/").append(to_string(r.second_upos));
          out.append("/").append(to_feats(r.second_upos, r.second_morph));
        }
        out.append("/").append(kSources[static_cast<std::size_t>(r.source)]);
      }
      out += '\n';
    }
    out += '\n';
  }
}

}  // namespace

int run_parse(const Options& options, Console& console) {
  return print_articles(options, console, [&](const Analyzer& analyzer, Article article) {
    std::string out;
    if (options.readings)
      write_readings(*analyzer.analyze(std::move(article), Stage::lexicon), out);
    else if (options.coref)
      write_chains(analyzer.analyze(std::move(article))->mentions, out);
    else
      write_conllu(analyzer.analyze(std::move(article), Stage::syntax)->parsed,
                   ConlluOptions{.explain = options.explain}, out);
    return out;
  });
}

}  // namespace maillon::cli
