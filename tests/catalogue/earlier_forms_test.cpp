// Earlier versions still load, because a request may name any of them.
#include <string>

#include <boost/test/unit_test.hpp>

#include "catalogue/diagnostics.h"
#include "catalogue/small_screens.h"
#include "facts/json_text.h"

namespace policycalc::test {
using catalogue::CaveatKind;

BOOST_AUTO_TEST_SUITE(EarlierForms)

BOOST_AUTO_TEST_CASE(caveats_were_plain_texts) {
  MeasureText measure{"1.1.a"};
  measure.caveats = R"(["先看 {{odd_prize}}", "再问"])";
  const auto catalogue = loaded(smallPolicies({measure}));
  const auto& caveats = catalogue->find("1.1.a")->caveats;
  BOOST_REQUIRE(caveats.size() == 2U);
  BOOST_TEST((caveats[0].kind == CaveatKind::kNote && caveats[1].kind == CaveatKind::kNote));
  BOOST_TEST(caveats[0].text == "先看 {{odd_prize}}");
  BOOST_TEST(!caveats[0].source.has_value());
}

// The two forms cannot be mixed.
BOOST_AUTO_TEST_CASE(plain_and_present_caveats_are_not_mixed) {
  MeasureText measure{"1.1.a"};
  measure.caveats = R"(["先看", { "kind": "note", "text": "再问", "source": null }])";
  BOOST_TEST(issuesAfter(smallPolicies({measure}), {}) ==
             "measures/01-one.json /clauses/0/caveats/1 wrong_type");
  measure.caveats = R"([{ "kind": "note", "text": "再问", "source": null }, "先看"])";
  BOOST_TEST(issuesAfter(smallPolicies({measure}), {}) ==
             "measures/01-one.json /clauses/0/caveats/1 wrong_type");
}

BOOST_AUTO_TEST_CASE(channels_were_names_successors_a_sentence_and_judgements_had_no_units) {
  MeasureText text{"1.1.a"};
  text.judged = R"([{ "text": "是否优秀", "by": "市局" }])";
  text.channels = R"(["12345", "窗口"])";
  text.replaced_by = R"("按 {{prize}}办")";
  const auto catalogue = loaded(smallPolicies({text}));
  const catalogue::Clause& measure = *catalogue->find("1.1.a");
  BOOST_TEST(catalogue::namesOf(measure.channels) == (std::vector<std::string>{"12345", "窗口"}),
             boost::test_tools::per_element());
  BOOST_TEST(!measure.channels.front().kind.has_value());
  BOOST_TEST(measure.replaced_text == "按 {{prize}}办");
  BOOST_TEST(measure.replaced_by.empty());
  BOOST_TEST(measure.judged.front().units.empty());
}

BOOST_AUTO_TEST_CASE(contacts_were_part_of_the_units) {
  const auto files = smallPolicies({});
  BOOST_REQUIRE(files.at("units.json").find("\"contact\"") != std::string::npos);
  BOOST_TEST(loaded(files)->contacts().all().empty());
}

BOOST_AUTO_TEST_CASE(there_was_no_answer_file_and_no_contacts) {
  const auto files = smallPolicies({});
  BOOST_TEST(files.count("answer.json") == 0U);
  BOOST_TEST(files.count("contacts.csv") == 0U);
  const auto catalogue = loaded(files);
  BOOST_TEST(catalogue->texts()[catalogue::Phrase::kDelivery].text == "");
  BOOST_TEST(catalogue->texts().severalAwards() == nullptr);
  BOOST_TEST(catalogue->texts().paidOnce() == nullptr);
  BOOST_TEST(catalogue->texts().warnings().empty());
  BOOST_TEST(catalogue->content().find("contacts.csv") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(documents_had_no_address_and_no_day_of_check) {
  const auto catalogue = loaded(smallPolicies({}));
  BOOST_TEST(!catalogue->registry().lastChecked().has_value());
  BOOST_TEST(catalogue->registry().documents().front().url == "");
}

BOOST_AUTO_TEST_CASE(measures_lacked_the_later_keys) {
  auto files = smallPolicies({{"1.1.a"}});
  files["measures/01-one.json"] =
      replaced(files["measures/01-one.json"],
               R"(, "keywords": ["补贴", "欠钱", "电费"], "universal": false)", "");
  const auto catalogue = loaded(files);
  const catalogue::Clause& measure = *catalogue->find("1.1.a");
  BOOST_TEST(measure.keywords.empty());
  BOOST_TEST(!measure.universal);
  BOOST_TEST(measure.curable);
  BOOST_TEST(measure.for_status.isEmpty());
}

BOOST_AUTO_TEST_CASE(english_was_only_in_titles) {
  auto files = smallPolicies({{"1.1.a"}});
  files["measures/01-one.json"] =
      replaced(files["measures/01-one.json"], R"( "summary_en": "About",)", "");
  files["units.json"] = replaced(files["units.json"], R"("name_en": "City bureau", )", "");
  const auto catalogue = loaded(files);
  BOOST_TEST(catalogue->find("1.1.a")->title_en == "Measure");
  BOOST_TEST(catalogue->find("1.1.a")->summary_en == "");
  BOOST_TEST(catalogue->registry().units().front().name_en == "");
}

BOOST_AUTO_TEST_CASE(groups_of_options_had_no_english) {
  auto files = smallPolicies({});
  files["screens.json"] =
      replaced(smallScreens(), R"("groups": [{ "label": "一", "label_en": "One" }],)", "");
  const auto catalogue = loaded(files);
  const catalogue::ScreenOption& option = catalogue->screens().all()[1].options.front();
  BOOST_TEST(option.group == "一");
  BOOST_TEST(option.group_en == "");
}

BOOST_AUTO_TEST_CASE(facts_did_not_say_what_they_tell) {
  const auto catalogue = loaded(smallPolicies({}));
  for (const facts::Fact& fact : catalogue->vocabulary().facts()) {
    BOOST_TEST((fact.tells == facts::Tells::kState));
    for (const facts::Option& option : fact.options) {
      BOOST_TEST((option.urgent == facts::Urgent::kNo));
    }
  }
}

// Earlier versions of size-standard.json have two lists instead of a table of types.
BOOST_AUTO_TEST_CASE(types_without_size_were_in_a_list) {
  const auto earlier = loaded(smallPolicies({}));
  const facts::EntityTypes& types = earlier->sizeStandard().entityTypes();
  const auto association = facts::OptionSet::of(1);
  BOOST_TEST((types.sized(facts::EntityType::Sizing::kNone) == association));
  BOOST_TEST(!types.mayHaveNoOwner());
  BOOST_TEST(types.mayHaveNoSize());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
