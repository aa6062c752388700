#include "facts/real_facts.h"

#include <fstream>
#include <iterator>

#include "policycalc/base/text.h"

#include "facts/json_text.h"

namespace policycalc::test {
namespace {

RealFacts load() {
  RealFacts real;
  base::Issues issues;
  const json::Value facts = parse(readText(POLICYCALC_SOURCE_DIR "/policies/facts.json"));
  const json::IssueSink sink{"facts.json", issues};
  json::Decoder facts_root(facts, "", sink);
  real.vocabulary = facts::Vocabulary::load(facts_root);
  real.size_document = parse(readText(POLICYCALC_SOURCE_DIR "/policies/size-standard.json"));
  json::Decoder size_root(real.size_document, "", sink);
  real.standard = facts::SizeStandard::load(size_root, real.vocabulary);
  BOOST_REQUIRE_MESSAGE(issues.empty(), "the real policies have faults: " << listed(issues));
  return real;
}

}  // namespace

const RealFacts& realFacts() {
  static const RealFacts real = load();
  return real;
}

std::string readText(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(stream.good(), "cannot read " << path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

facts::FactIndex factIndex(std::string_view id) {
  const auto index = realFacts().vocabulary.find(id);
  BOOST_REQUIRE_MESSAGE(index.has_value(), id << " is not a fact");
  return *index;
}

const facts::Fact& fact(std::string_view id) {
  return realFacts().vocabulary.fact(factIndex(id));
}

facts::Profile profileOf(std::string_view text) {
  auto profile = facts::readProfile(parse(text), realFacts().vocabulary, "");
  BOOST_REQUIRE_MESSAGE(profile.ok(), "the test's own profile is refused: " << text);
  return std::move(profile).value();
}

facts::Knowledge knowledgeOf(std::string_view text) {
  return facts::derive(profileOf(text), realFacts().vocabulary, realFacts().standard);
}

std::string possible(const facts::Knowledge& knowledge, std::string_view fact_id) {
  const facts::OptionSet options = knowledge.facts[factIndex(fact_id)].options;
  return base::join(fact(fact_id).codesOf(options), " ");
}

std::string idsOf(const std::vector<facts::FactIndex>& facts) {
  std::vector<std::string> ids;
  ids.reserve(facts.size());
  for (const facts::FactIndex index : facts) ids.push_back(realFacts().vocabulary.fact(index).id);
  return base::join(ids, " ");
}

std::string warningsOf(const facts::Knowledge& knowledge) {
  std::vector<std::string> warnings;
  for (const facts::Warning& warning : knowledge.warnings) {
    warnings.push_back(realFacts().vocabulary.fact(warning.fact).id + ":" + warning.code);
  }
  return base::join(warnings, " ");
}

bool startsInEnglish(std::string_view text) {
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

}  // namespace policycalc::test
