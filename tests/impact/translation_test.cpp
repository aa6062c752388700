#include "impact/translation.h"

#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "impact/changed_policies.h"
#include "support/json_path.h"

namespace policycalc::impact::test {
namespace {

using policycalc::test::realCatalogue;
using policycalc::test::realPolicies;

/// The real questions with one id or code changed.
facts::Vocabulary renamed(const std::string& from, const std::string& to) {
  std::string text = realPolicies().at("facts.json");
  const std::string quoted = "\"" + from + "\"";
  for (std::size_t at = text.find(quoted); at != std::string::npos; at = text.find(quoted, at)) {
    text.replace(at, quoted.size(), "\"" + to + "\"");
  }
  const json::Value document = policycalc::test::parse(text);
  base::Issues issues;
  const json::IssueSink sink{"facts.json", issues};
  json::Decoder root(document, "", sink);
  return facts::Vocabulary::load(root);
}

std::string said(const std::string& profile, const facts::Vocabulary& to) {
  const facts::Vocabulary& from = realCatalogue()->vocabulary();
  const auto read = facts::readProfile(policycalc::test::parse(profile), from, "");
  BOOST_TEST_REQUIRE(read.ok());
  json::Writer writer;
  facts::writeProfile(writer, Translation(from, to).of(*read), to);
  return writer.take();
}

const std::string kProfile =
    R"({"district":"360702","employees":4,"quality_awards":["china_quality_award"],"exporter":true})";

}  // namespace

BOOST_AUTO_TEST_SUITE(SameWords)

BOOST_AUTO_TEST_CASE(the_same_vocabulary_says_the_same) {
  const facts::Vocabulary same = renamed("nothing_has_this_id", "x");
  BOOST_TEST(said(kProfile, same) == said(kProfile, realCatalogue()->vocabulary()));
  BOOST_TEST(said(kProfile, same).find("360702") != std::string::npos);
  BOOST_TEST(said(kProfile, same).find("\"employees\":4") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_fact_that_the_other_lacks_is_left_out) {
  const std::string text = said(kProfile, renamed("exporter", "exports"));
  BOOST_TEST(text.find("export") == std::string::npos, text);
  BOOST_TEST(text.find("\"employees\":4") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(an_answer_whose_options_the_other_lacks_is_left_out) {
  const std::string text = said(kProfile, renamed("china_quality_award", "quality_award_of_china"));
  BOOST_TEST(text.find("quality_awards") == std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(an_empty_list_stays_an_answer) {
  const std::string text = said(R"({"quality_awards":[]})", renamed("exporter", "exports"));
  BOOST_TEST(text == R"({"quality_awards":[]})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::impact::test
