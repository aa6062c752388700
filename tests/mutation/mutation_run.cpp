// Changes the policies in one place at a time, in memory, and prints each change that no worked
// case, no text assertion and no check of the loader notices. Exit code 1 if one of them is not
// listed, with its reason, in equivalent.json, or if a listed one is noticed after all.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "mutation/mutate.h"
#include "mutation/witnesses.h"

namespace policycalc::mutation {
namespace {

constexpr const char* kPolicies = POLICYCALC_SOURCE_DIR "/policies";

json::Value parse(const std::string& text, const std::string& path) {
  auto document = json::read(text, path, {text.size(), 32});
  if (!document.ok()) throw std::invalid_argument(path + " is no JSON");
  return std::move(document).value();
}

/// Runs all mutants and collects the survivors.
class Run {
 public:
  Run(catalogue::PolicyFiles policies, Witnesses witnesses)
      : policies_(std::move(policies)), witnesses_(std::move(witnesses)) {}

  /// The faults of the unchanged policies. With any, the run is useless.
  std::string objection() const { return witnesses_.objection(policies_, allItems()); }

  void mutateMeasures() {
    const json::Value facts_json = parse(policies_.at("facts.json"), "facts.json");
    base::Issues issues;
    const json::IssueSink sink{"facts.json", issues};
    json::Decoder root(facts_json, "", sink);
    const facts::Vocabulary vocabulary = facts::Vocabulary::load(root);
    const catalogue::PolicyFiles files = policies_;
    for (const auto& [path, text] : files) {
      if (!isItem(path)) continue;
      json::Value document = parse(text, path);
      for (json::Value& clause : listIn(document, "clauses")) {
        if (clause.find("kind")->text == "internal") continue;
        mutateClause(clause, vocabulary, [&, &path = path](const std::string& what) {
          tryOut(path, document, {itemOf(path)}, what);
        });
      }
    }
  }

  void mutateFigures() {
    json::Value document = parse(policies_.at("parameters.json"), "parameters.json");
    for (json::Value& parameter : listIn(document, "parameters")) {
      const std::vector<std::string> items = usersOf(parameter.find("id")->text);
      mutateParameter(parameter, [&](const std::string& what) {
        tryOut("parameters.json", document, items, what);
      });
    }
  }

  int tried() const { return tried_; }
  const std::set<std::string>& survivors() const { return survivors_; }

 private:
  static bool isItem(const std::string& path) { return path.rfind("measures/", 0) == 0; }
  static std::string itemOf(const std::string& path) {
    return path.substr(std::string("measures/").size());
  }

  std::vector<std::string> allItems() const {
    std::vector<std::string> all;
    for (const auto& [path, text] : policies_) {
      if (isItem(path)) all.push_back(itemOf(path));
    }
    return all;
  }

  static std::vector<json::Value>& listIn(json::Value& document, std::string_view key) {
    for (json::Member& member : document.members) {
      if (member.key == key) return member.value.elements;
    }
    throw std::out_of_range("there is no list " + std::string(key));
  }

  /// The items that use the parameter in a term or a text; all of them if answer.json uses it.
  std::vector<std::string> usersOf(const std::string& parameter) const {
    std::vector<std::string> items;
    for (const auto& [path, text] : policies_) {
      const bool named = text.find('"' + parameter + '"') != std::string::npos ||
                         text.find("{{" + parameter + "}}") != std::string::npos;
      if (isItem(path) && named) items.push_back(itemOf(path));
      if (path == "answer.json" && named) return allItems();
    }
    return items;
  }

  void tryOut(const std::string& path, const json::Value& document,
              const std::vector<std::string>& items, const std::string& what) {
    ++tried_;
    std::string& text = policies_.at(path);
    std::string original = json::canonical(document);
    std::swap(text, original);
    if (witnesses_.objection(policies_, items).empty()) survivors_.insert(what);
    std::swap(text, original);
  }

  catalogue::PolicyFiles policies_;
  Witnesses witnesses_;
  int tried_ = 0;
  std::set<std::string> survivors_;
};

/// A file beside this program's source.
json::Value ownFile(const std::string& name) {
  std::ifstream in(std::string(POLICYCALC_SOURCE_DIR "/tests/mutation/") + name, std::ios::binary);
  if (!in) throw std::invalid_argument(name + " cannot be read");
  return parse({std::istreambuf_iterator<char>(in), {}}, name);
}

std::vector<TextAssertion> readTexts() {
  std::vector<TextAssertion> texts;
  for (const json::Value& entry : ownFile("texts.json").elements) {
    const auto day = base::Date::parse(entry.find("as_of")->text);
    texts.push_back({entry.find("measure")->text, day.value(), entry.find("text")->text});
  }
  return texts;
}

/// Prints the survivors that are not listed as equivalent, and the listed ones that do not survive.
int judge(const Run& run) {
  std::set<std::string> equivalent;
  for (const json::Value& entry : ownFile("equivalent.json").elements) {
    equivalent.insert(entry.find("mutant")->text);
  }
  int wrong = 0;
  for (const std::string& what : run.survivors()) {
    if (equivalent.count(what) != 0) continue;
    std::printf("survivor: %s\n", what.c_str());
    ++wrong;
  }
  for (const std::string& what : equivalent) {
    if (run.survivors().count(what) != 0) continue;
    std::printf("listed as equivalent, but noticed or no longer made: %s\n", what.c_str());
    ++wrong;
  }
  std::printf("%d mutants, %zu noticed, %zu equivalent, %d to look at\n", run.tried(),
              static_cast<std::size_t>(run.tried()) - run.survivors().size(), equivalent.size(),
              wrong);
  return wrong == 0 ? 0 : 1;
}

int runAll() {
  const auto policies = catalogue::readPolicyFolder(kPolicies);
  const auto cases = catalogue::readWorkedCases(kPolicies);
  if (!policies.ok() || !cases.ok()) throw std::invalid_argument("the policies cannot be read");
  Run run(*policies, Witnesses(*cases, readTexts()));
  if (const std::string objection = run.objection(); !objection.empty()) {
    std::printf("before any change: %s\n", objection.c_str());
    return 1;
  }
  run.mutateMeasures();
  run.mutateFigures();
  return judge(run);
}

}  // namespace
}  // namespace policycalc::mutation

int main() {
  try {
    return policycalc::mutation::runAll();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
}
