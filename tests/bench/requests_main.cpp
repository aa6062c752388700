// Prints requests for POST /api/v1/match, one a line: the companies of the stories, the named ones
// and drawn ones up to the number in the first argument, and the profile without an answer. Each
// company is asked about on a day of its own or on one of several others.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/writer.h"

#include "bench/firms.h"

namespace policycalc::bench {
namespace {

constexpr unsigned kSeed = 16;
constexpr std::array kDays = {"2024-03-12", "2024-12-31", "2026-11-29", "2028-02-29", "1900-01-01"};

void print(const facts::Profile& profile, const std::string& day,
           const facts::Vocabulary& vocabulary) {
  json::Writer writer;
  writer.beginObject();
  facts::writeProfile(writer.key("profile"), profile, vocabulary);
  writer.key("as_of").string(day);
  writer.endObject();
  std::puts(writer.take().c_str());
}

int run(std::size_t wanted) {
  const auto files = catalogue::readPolicyFolder(POLICYCALC_SOURCE_DIR "/policies");
  if (!files.ok()) return 1;
  const auto loaded = catalogue::Catalogue::load(*files);
  if (!loaded.ok()) return 1;
  const auto& catalogue = *loaded;
  const facts::Vocabulary& vocabulary = catalogue->vocabulary();
  std::vector<Firm> firms = storyFirms(*catalogue);
  for (Firm& firm : namedFirms(*catalogue)) firms.push_back(std::move(firm));
  const std::size_t drawn = wanted > firms.size() ? wanted - firms.size() : 0;
  for (Firm& firm : seededFirms(*catalogue, drawn, kSeed)) firms.push_back(std::move(firm));
  print(facts::Profile(vocabulary.facts().size()), kDays[0], vocabulary);
  std::size_t turn = 0;
  for (const Firm& firm : firms) {
    const bool own = ++turn % 2 == 0;
    print(firm.profile, own ? firm.as_of.toString() : kDays[turn / 2 % kDays.size()], vocabulary);
  }
  return 0;
}

}  // namespace
}  // namespace policycalc::bench

int main(int argc, char** argv) {
  constexpr std::size_t kUsual = 1000;
  constexpr int kDecimal = 10;
  const std::size_t wanted = argc > 1 ? std::strtoul(argv[1], nullptr, kDecimal) : kUsual;
  return policycalc::bench::run(wanted);
}
