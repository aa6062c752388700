// The search over the real policies: what people type, and what they should see first.
#include "site/search/search.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "site/search/words.h"

namespace policycalc::site::test {
namespace {

struct Real {
  const engine::Edition edition{live::realCatalogue(), *base::Date::parse("2026-11-25")};
  const SearchIndex index{edition};

  std::vector<std::string> ids(std::string_view typed) const {
    std::vector<std::string> list;
    for (const auto* measure : index.find(typed).measures) list.push_back(measure->id);
    return list;
  }
};

const Real& real() {
  static const Real made;
  return made;
}

bool among(const std::vector<std::string>& ids, const std::string& id, std::size_t most) {
  const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size()));
  return std::find(ids.begin(), end, id) != end;
}

struct Row {
  const char* typed;
  const char* first;  ///< a measure among the first five
  std::size_t least;  ///< measures that are found at least
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.typed;
}

const Row kTyped[] = {
    {"技改", "24.1.3", 1},     {"欠钱", "15.1.1", 4},         {"奖金", "11.1.1a", 6},
    {"个体户", "12.1.1", 4},   {"补贴", "10.1", 10},          {"电费", "19.1.1", 2},
    {"面馆", "12.1.1", 3},     {"小店", "12.1.1", 3},         {"融资 难", "13.1.3", 8},
    {"融资难", "13.1.3", 8},   {"欠款", "15.1.1", 2},         {"拖欠", "15.1.1", 2},
    {"我想贷款", "13.1.1", 4}, {"ＬＯＡＮ", "13.1.1", 1},     {"award", "11.1.1a", 4},
    {"802号", "15.1.3", 1},    {"民营经济促进法", "2.1.b", 3}};

}  // namespace

BOOST_AUTO_TEST_SUITE(Search)

BOOST_DATA_TEST_CASE(what_people_type_leads_to_the_measure, kTyped) {
  const std::vector<std::string> ids = real().ids(sample.typed);
  std::string all;
  for (const std::string& id : ids) all += id + " ";
  BOOST_TEST(among(ids, sample.first, 5), all);
  BOOST_TEST(ids.size() >= sample.least, all);
}

BOOST_AUTO_TEST_CASE(a_unit_is_found_by_each_of_its_names) {
  const catalogue::Catalogue& catalogue = real().edition.catalogue();
  for (const char* name : {"市市场监管局", "市发展改革委", "市发改委", "发展改革委", "发改委"}) {
    std::size_t expected = 0;
    for (const auto* measure : catalogue.measures()) {
      expected += static_cast<std::size_t>(
          std::any_of(measure->units.begin(), measure->units.end(), [&](const auto& one) {
            const catalogue::Unit& unit = catalogue.registry().units()[one.unit];
            std::vector<std::string> names = unit.aliases;
            names.push_back(unit.name);
            return holdsAll(names, name);
          }));
    }
    BOOST_TEST(expected > 10U, name);
    BOOST_TEST(real().ids(name).size() >= expected, name);
  }
}

BOOST_AUTO_TEST_CASE(a_number_leads_to_its_item_or_place_only) {
  const auto of_item = [](int item) {
    std::vector<std::string> ids;
    for (const auto* measure : real().edition.catalogue().measures()) {
      if (measure->item == item) ids.push_back(measure->id);
    }
    return ids;
  };
  for (const char* typed : {"11", "第11项", "11项", "１１", "第１１项"}) {
    BOOST_TEST(real().ids(typed) == of_item(11), boost::test_tools::per_element());
  }
  for (const std::string& id : real().ids("11.1")) BOOST_TEST(id.rfind("11.1.", 0) == 0U, id);
  BOOST_TEST(real().ids("11.1.1a") == std::vector<std::string>{"11.1.1a"},
             boost::test_tools::per_element());
  BOOST_TEST(real().ids("11.1.1A") == std::vector<std::string>{"11.1.1a"},
             boost::test_tools::per_element());
  BOOST_TEST(real().ids("99").empty());
  BOOST_TEST(real().ids("11.99").empty());
}

BOOST_AUTO_TEST_CASE(what_the_notice_does_not_have_is_named_and_leads_nowhere) {
  for (const std::string word : {"社保", "减税", "贴息", "养老金", "xyzzy"}) {
    const Found found = real().index.find(word);
    BOOST_TEST(found.measures.empty(), word);
    BOOST_TEST(found.unknown == std::vector<std::string>{word}, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_word_does_not_empty_the_list) {
  const Found found = real().index.find("贷款 社保");
  BOOST_TEST(!found.measures.empty());
  BOOST_TEST(found.unknown == std::vector<std::string>{"社保"}, boost::test_tools::per_element());
  BOOST_TEST(found.measures == real().index.find("贷款").measures,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_word_is_found_by_its_known_parts_and_says_so) {
  const Found found = real().index.find("融资难");
  BOOST_TEST_REQUIRE(found.near.size() == 1U);
  BOOST_TEST(found.near.front().word == "融资难");
  BOOST_TEST(found.near.front().parts == std::vector<std::string>{"融资"},
             boost::test_tools::per_element());
  BOOST_TEST(found.unknown.empty());
}

BOOST_AUTO_TEST_CASE(a_single_character_lifts_nothing_above_a_word) {
  const std::vector<std::string> word = real().ids("融资");
  const std::vector<std::string> both = real().ids("融资 难");
  BOOST_TEST_REQUIRE(both.size() >= word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    BOOST_TEST(among(word, both[i], word.size()), both[i]);
  }
}

BOOST_AUTO_TEST_CASE(a_title_counts_more_than_a_keyword) {
  const Found found = real().index.find("贷款");
  const auto titled = [](const catalogue::Clause* measure) {
    return measure->title.find("贷款") != std::string::npos;
  };
  BOOST_TEST_REQUIRE(std::any_of(found.measures.begin(), found.measures.end(), titled));
  BOOST_TEST(std::is_partitioned(found.measures.begin(), found.measures.end(), titled));
}

BOOST_AUTO_TEST_CASE(measures_with_more_of_the_words_come_first) {
  const Found both = real().index.find("质量 奖励");
  BOOST_TEST_REQUIRE(both.measures.size() > 2U);
  BOOST_TEST(both.measures.front()->item == 11);
  BOOST_TEST(real().index.find("").measures.size() == real().edition.entries().size());
  BOOST_TEST(real().index.find(" ， ").measures.size() == real().edition.entries().size());
}

BOOST_AUTO_TEST_CASE(hostile_text_is_cut_and_finds_nothing) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "贷款" + std::to_string(i) + " ";
  BOOST_TEST(wordsOf(many).size() <= 8U);
  BOOST_TEST(wordsOf(std::string(5000, 'x')).front().size() == 60U);
  BOOST_TEST(wordsOf("a\xff").size() == 1U);
  BOOST_TEST(real().index.find(std::string(60, '\xff')).measures.size() ==
             real().edition.entries().size());
  BOOST_TEST(real().ids("<script>").empty());
  BOOST_TEST(real().ids("999999999999999999999").empty());
  BOOST_TEST(real().ids("..........").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::site::test
