#include "bench/firms.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "policycalc/json/reader.h"

#include "stories/story.h"

namespace policycalc::bench {
namespace {

using facts::Profile;

std::string textOf(const std::string& path) {
  std::ifstream in(POLICYCALC_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void sayNoElsewhere(const catalogue::Catalogue& catalogue, Profile& profile) {
  for (const catalogue::Screen& screen : catalogue.screens().all()) {
    if (!screen.none) continue;
    for (const auto& [fact, given] : screen.none->sets) {
      if (!profile[fact].known) profile[fact] = given;
    }
  }
}

std::vector<Firm> namedFirms(const catalogue::Catalogue& catalogue) {
  const auto document = json::read(textOf("tests/bench/firms.json"), "firms.json");
  if (!document.ok()) throw std::runtime_error("firms.json is broken");
  std::vector<Firm> firms;
  for (const json::Value& each : document->find("firms")->elements) {
    auto profile = facts::readProfile(*each.find("profile"), catalogue.vocabulary(), "/profile");
    if (!profile.ok()) throw std::runtime_error("firms.json has a bad profile");
    sayNoElsewhere(catalogue, profile.value());
    firms.push_back(
        {each.find("name")->text, *base::Date::parse(kFirmDay), std::move(profile).value()});
  }
  return firms;
}

std::vector<Firm> storyFirms(const catalogue::Catalogue& catalogue) {
  std::vector<Firm> firms;
  for (const std::string& file : test::storyFiles()) {
    auto story = test::readStory(textOf("policies/stories/" + file), file, catalogue.vocabulary());
    if (!story.ok()) throw std::runtime_error(file + " is broken");
    firms.push_back({file, story->as_of, story->profile});
  }
  return firms;
}

}  // namespace policycalc::bench
