// The mapping that the policies bring for a usual company register, on a made one.
#include <fstream>
#include <iterator>

#include <boost/test/unit_test.hpp>

#include "policycalc/registry/batch.h"
#include "policycalc/registry/check.h"

#include "registry/made_register.h"
#include "registry/made_source.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::parse;
using policycalc::test::realCatalogue;

constexpr std::size_t kFirms = 10'000;
constexpr std::uint32_t kSeed = 17;

const MadeRegister& madeOnce() {
  static const MadeRegister made = madeRegister(kSeed, kFirms);
  return made;
}

Mapping realMapping() {
  const std::string path = POLICYCALC_SOURCE_DIR "/policies/mappings/company-register.json";
  std::ifstream stream(path);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  auto mapping = Mapping::read(text, path, realCatalogue()->vocabulary());
  if (!mapping.ok()) throw std::runtime_error(base::formatIssue(mapping.error().front()));
  return std::move(mapping).value();
}

MadeReader readRegister() {
  return readCsv(sourceOf(madeOnce().csv, 1 << 16));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Register)

BOOST_AUTO_TEST_CASE(a_mapping_of_the_policies_knows_every_value_of_a_register) {
  const Mapping mapping = realMapping();
  auto reader = readRegister();
  BOOST_REQUIRE(reader.ok());
  MappingCheck check(mapping, realCatalogue()->vocabulary(), *base::Date::parse("2026-11-25"),
                     (*reader)->columns());
  Block block;
  while (*(*reader)->next(block)) check.add(block);
  BOOST_TEST(check.isClean(), check.report());
  BOOST_TEST(parse(check.report()).find("rows")->text == std::to_string(kFirms));
}

// Cell by cell: the verdicts of each row are those of the profile that it was made from.
BOOST_AUTO_TEST_CASE(verdicts_of_rows_are_those_of_their_profiles) {
  const Mapping mapping = realMapping();
  const base::Date day = *base::Date::parse("2026-11-25");
  const engine::Edition edition(realCatalogue(), day);
  auto reader = readRegister();
  BOOST_REQUIRE(reader.ok());
  BatchSetup setup{.edition = edition, .day = day, .mapping = &mapping};
  setup.columns = (*reader)->columns();
  setup.key = mapping.key();
  EntryReader entries(setup);
  Entry entry;
  std::size_t row = 0;
  std::size_t wrong = 0;
  Block block;
  while (*(*reader)->next(block)) {
    for (const Block::Record& record : block.records()) {
      entries.read(block, record, entry);
      const auto profile =
          facts::readProfile(parse(madeOnce().profiles.at(row)), realCatalogue()->vocabulary(), "");
      BOOST_REQUIRE(profile.ok());
      const bool same =
          entry.faults.empty() && entry.line == row + 2 &&
          entry.id == "\"" + madeOnce().codes[row] + "\"" &&
          engine::verdicts(edition, entry.profile) == engine::verdicts(edition, *profile);
      bool same_facts = same;
      for (facts::FactIndex i = 0; same_facts && i < profile->size(); ++i) {
        same_facts = entry.profile[i] == (*profile)[i];
      }
      if (!same_facts && ++wrong < 10) {
        BOOST_ERROR("seed " << kSeed << ", row " << row << ": " << madeOnce().profiles[row]);
      }
      ++row;
    }
  }
  BOOST_TEST(row == kFirms);
  BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
