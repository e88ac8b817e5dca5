#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "dictionary.hpp"
#include "dictionary_tags.hpp"
#include "supplement.hpp"

using namespace maillon;
using namespace maillon::lexc;

namespace {

namespace fs = std::filesystem;

/// A folder of small files that is removed again.
class Files {
 public:
  Files() {
    std::string name = (fs::temp_directory_path() / "maillon-lexc-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
  }
  ~Files() { fs::remove_all(root_); }
  std::string put(const std::string& path, std::string_view text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
    return (root_ / path).string();
  }
  std::string root() const { return root_.string(); }
  /// The least that add_supplement reads, `name` holding `text`.
  std::string supplement(const std::string& name, std::string_view text) const {
    for (const char* file : {"closed/a.tsv", "contractions.tsv", "corrections.tsv",
                             "adjectival_participles.txt", "auxiliaries.txt"})
      put(file, name == file ? text : "");
    return root();
  }

 private:
  fs::path root_;
};

constexpr std::string_view kAffixes =
    "PFX L' Y 1\nPFX L' 0 l' [aeiou] dp:le+\n"
    "PFX Um Y 1\nPFX Um 0 kilo/S.() .\n"
    "SFX S. Y 2\nSFX S. 0 0/L' [^sxz] is:sg\nSFX S. 0 s [^sxz] is:pl\n"
    "SFX a0 Y 3\nSFX a0 er er er po:infi\nSFX a0 er e [^y]er po:ipre po:spre po:1sg po:3sg\n"
    "SFX a0 ger geons ger po:ipre po:1pl\n"
    "SFX p+ Y 1\nSFX p+ er \u00e9 er po:ppas po:adj is:mas is:sg\n";

LexiconBuilder dictionary(const Files& files, std::string_view entries) {
  const Result<AffixTable> affixes = read_affix_file(files.put("t.aff", kAffixes));
  REQUIRE(affixes.ok());
  LexiconBuilder out;
  REQUIRE(add_dictionary(files.put("t.dic", "9\n" + std::string(entries)), *affixes, out).ok());
  return out;
}

std::vector<std::string> forms(LexiconBuilder& builder) {
  std::vector<std::string> out;
  for (const auto& [form, readings] : builder.forms()) out.push_back(form);
  return out;
}

}  // namespace

TEST_CASE("suffixes apply where their condition holds, elisions are not expanded, unit prefixes are") {
  const Files files;
  LexiconBuilder verbs = dictionary(files, "nager/a0p+() po:v1_it____a\n");
  CHECK(forms(verbs) == std::vector<std::string>{"nage", "nageons", "nager", "nag\u00e9"});
  CHECK(verbs.find("nage")->size() == 4);  // two moods, two persons
  LexiconBuilder units = dictionary(files, "watt/UmS.() po:nom is:mas\n");
  CHECK(forms(units) == std::vector<std::string>{"kilowatt", "kilowatts", "watt", "watts"});
  CHECK(units.find("kilowatts")->front().lemma == "kilowatt");
}

TEST_CASE("a participle is no adjective by itself, and frames are read") {
  const Files files;
  LexiconBuilder verbs = dictionary(files, "nager/a0p+() po:v1_itnq_ea\n");
  const auto& past = *verbs.find("nag\u00e9");
  REQUIRE(past.size() == 1);
  CHECK(past[0].analysis.upos == Upos::VERB);
  CHECK(past[0].analysis.frame == (kIntransitive | kTransitive | kIndirect | kPronominal | kEtre));
}

TEST_CASE("names have their classes, grammatical words are left out") {
  const Files files;
  LexiconBuilder all = dictionary(files, "Anna/L' po:prn is:fem is:inv\nle po:mg po:det is:mas is:sg\n");
  CHECK(forms(all) == std::vector<std::string>{"Anna"});
  CHECK(all.find("Anna")->front().analysis.name_class == kFirstName);
}

TEST_CASE("closed classes replace, participles and auxiliaries add, corrections must change something") {
  const Files files;
  const std::string_view entries = "lui/S.() po:nom is:mas\nnager/a0p+() po:v1_it____a\n";
  LexiconBuilder builder = dictionary(files, entries);
  REQUIRE(
      add_supplement(files.supplement("closed/a.tsv", "# closed\n=lui\tlui\tPRON\tNumber=Sing\n"), builder)
          .ok());
  REQUIRE(builder.find("lui")->size() == 1);
  CHECK(builder.find("lui")->front().analysis.upos == Upos::PRON);

  LexiconBuilder participles = dictionary(files, entries);
  REQUIRE(add_supplement(files.supplement("adjectival_participles.txt", "nag\u00e9\n"), participles).ok());
  CHECK(participles.find("nag\u00e9")->size() == 2);

  LexiconBuilder auxiliaries = dictionary(files, entries);
  REQUIRE(add_supplement(files.supplement("auxiliaries.txt", "nager\n"), auxiliaries).ok());
  CHECK(auxiliaries.find("nager")->back().analysis.upos == Upos::AUX);

  LexiconBuilder wrong = dictionary(files, entries);
  const Status s = add_supplement(files.supplement("corrections.tsv", "\ndrop\tlui\tVERB\n"), wrong);
  REQUIRE(!s.ok());
  CHECK(s.error().line == 2);
  CHECK(s.error().message.find("no such reading") != std::string::npos);
}

TEST_CASE("spellings: one lemma of old and new ones, ligatures also as two letters") {
  LexiconBuilder builder;
  BuiltReading reading;
  reading.analysis.upos = Upos::VERB;
  for (const char* lemma : {"na\u00eetre", "naitre"}) {
    reading.lemma = lemma;
    builder.add("n\u00e9", reading);
  }
  builder.prefer_traditional_lemmas();
  REQUIRE(builder.find("n\u00e9")->size() == 1);
  CHECK(builder.find("n\u00e9")->front().lemma == "na\u00eetre");
  reading.lemma = "s\u0153ur";
  builder.add("s\u0153urs", reading);
  builder.add_typewriter_ligatures();
  REQUIRE(builder.find("soeurs") != nullptr);
  CHECK(builder.find("soeurs")->front().lemma == "soeur");
}
