// A line of JSON that is read without a tree gives the entry that its tree gives.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/registry/batch.h"

#include "facts/scanner_contract.h"
#include "json/mutator.h"
#include "registry/made_register.h"
#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::realCatalogue;

constexpr std::uint32_t kSeed = 20261130;
constexpr std::uint32_t kRounds = 4000;
constexpr std::size_t kMostBytes = 4096;

const engine::Edition& edition() {
  static const engine::Edition made(realCatalogue(), *base::Date::parse("2026-11-25"));
  return made;
}

BatchSetup setupWith(std::string key, bool wrapped) {
  BatchSetup setup{.edition = edition(), .day = edition().day()};
  setup.key = std::move(key);
  setup.wrapped = wrapped;
  return setup;
}

const std::string_view kLines[] = {
    R"({"id":"A-1","district":"360702","employees":20,"quality_awards":["china_quality_award"]})",
    R"({"district":"360702","id":17,"annual_revenue":"1.50"})",
    R"({"id":1.50,"profile":{"district":"360702"}})",
    R"({"profile":{"credit_code":"91360702MA35K1234X"},"credit_code":"B"})",
    R"({"credit_code":"91360702MA35K1234X","employees":3})",
    R"({"credit_code":"a","profile":{}})",
    R"({"id":null,"credit_code":null})",
    R"({"id":"\u8d63\"\\\n州"})",
    R"({"profile":{},"district":"360702"})",
    R"({"district":"360702","profile":{}})",
    R"({"id":"a","id":"b"})",
    R"({"profile":{},"profile":{}})",
    R"({"id":["a"]})",
    R"({"id":true,"profile":{}})",
    R"({"industry_code":"c 3985","employees":null})",
    R"({})",
    R"([])",
};

bool same(const Entry& a, const Entry& b) {
  return a.line == b.line && a.id == b.id && a.faults == b.faults &&
         (!a.faults.empty() || facts::sameProfile(a.profile, b.profile));
}

/// The entry by the tree of the line; by the line itself if it is not JSON.
Entry byTree(EntryReader& reader, std::string_view line, std::uint64_t number) {
  auto value = json::read(line, {}, {.max_bytes = kMostBytes});
  if (value.ok()) return reader.read(std::move(value).value(), number);
  Entry entry;
  reader.read(line, number, kMostBytes, entry);
  BOOST_TEST(!entry.faults.empty());
  return entry;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ScannedLines)

BOOST_AUTO_TEST_CASE(are_the_entries_of_their_trees) {
  std::size_t read = 0;
  std::size_t refused = 0;
  for (const std::string key : {"id", "credit_code", "industry_code", "employees", "profile"}) {
    for (const bool wrapped : {false, true}) {
      const BatchSetup setup = setupWith(key, wrapped);
      EntryReader reader(setup);
      Entry entry;  // used again and again, as a worker does
      for (std::uint32_t round = 0; round < kRounds; ++round) {
        const std::string text = round < std::size(kLines)
                                     ? std::string(kLines[round])
                                     : json::test::Mutator(kSeed + round).changed(kLines);
        reader.read(text, round, kMostBytes, entry);
        if (!same(entry, byTree(reader, text, round))) {
          BOOST_ERROR("key " << key << ", wrapped " << wrapped << ", seed " << kSeed + round << ": "
                             << text);
        }
        ++(entry.faults.empty() ? read : refused);
      }
    }
  }
  // Without both kinds of outcome the checks above would prove nothing.
  BOOST_TEST(read > kRounds / 40);
  BOOST_TEST(refused > kRounds);
}

BOOST_AUTO_TEST_CASE(of_a_made_register_are_the_entries_of_their_trees) {
  const BatchSetup setup = setupWith("credit_code", false);
  EntryReader reader(setup);
  Entry entry;
  const MadeRegister made = madeRegister(kSeed, 500);
  for (std::size_t i = 0; i < made.profiles.size(); ++i) {
    reader.read(made.profiles[i], i, kMostBytes, entry);
    BOOST_TEST(same(entry, byTree(reader, made.profiles[i], i)), made.profiles[i]);
    BOOST_TEST(entry.faults.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
