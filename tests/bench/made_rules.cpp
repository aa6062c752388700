#include "bench/made_rules.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "catalogue/small_policies.h"
#include "engine/random_trees.h"
#include "properties/profiles.h"

namespace policycalc::bench {
namespace {

constexpr std::uint64_t kSeed = 20261130;
constexpr std::size_t kMeasuresOfItem = 125;

void replaceAll(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The file of one item.
std::string itemFile(std::size_t item, std::size_t measures, test::Random& random) {
  std::vector<test::MeasureText> texts;
  for (std::size_t i = 0; i < measures; ++i) {
    test::MeasureText measure{"m" + std::to_string(item) + "." + std::to_string(i)};
    measure.applies_when = test::anyTree(random, 1).toJson();
    measure.requires_ = test::anyTree(random, 2).toJson();
    measure.judged = i % 3 == 0 ? test::kJudged : "[]";
    texts.push_back(measure);
  }
  std::string file = test::smallPolicies(texts).at("measures/01-one.json");
  replaceAll(file, R"("item": 1,)", R"("item": )" + std::to_string(item) + ",");
  replaceAll(file, R"("1.9.z")", "\"" + std::to_string(item) + R"(.9.z")");
  return file;
}

}  // namespace

std::shared_ptr<const catalogue::Catalogue> madeRules(std::size_t measures) {
  test::Random random(kSeed);
  catalogue::PolicyFiles files = test::smallPolicies({});
  files.erase("measures/01-one.json");
  replaceAll(files.at("documents.json"), R"("last_item": 2)", R"("last_item": 999)");
  for (std::size_t item = 1; measures > 0; ++item) {
    const std::size_t count = std::min(measures, kMeasuresOfItem);
    const std::string name = (item < 10 ? "0" : "") + std::to_string(item);
    files["measures/" + name + "-made.json"] = itemFile(item, count, random);
    measures -= count;
  }
  auto catalogue = catalogue::Catalogue::load(files);
  if (!catalogue.ok()) throw std::runtime_error(base::formatIssue(catalogue.error().front()));
  return std::move(catalogue).value();
}

std::vector<facts::Profile> madeProfiles(const catalogue::Catalogue& catalogue, std::size_t count) {
  // The source shares the ownership of a catalogue; this one outlives it.
  test::ProfileSource source({&catalogue, [](const catalogue::Catalogue*) {}}, kSeed);
  std::vector<facts::Profile> profiles;
  for (std::size_t i = 0; i < count; ++i) profiles.push_back(source.careless());
  return profiles;
}

}  // namespace policycalc::bench
