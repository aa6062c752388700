// What the filters of the lists take: a value that the catalogue does not know is refused by name.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::parse;
using policycalc::test::textAt;

struct Filter {
  std::string query;
  std::string pointer;
  std::string message;    ///< of the English message, the beginning
  std::string instead{};  ///< the nearest name
  std::string chinese{};  ///< a part of the Chinese message
};

std::ostream& operator<<(std::ostream& out, const Filter& filter) {
  return out << filter.query;
}

const std::vector<Filter> kUnknown = {
    {"measures?unit=gz-finanse", "?unit", "`gz-finanse` is not a value of `unit`", "gz-finance",
     "gz-finance"},
    {"clauses?unit=nobody", "?unit", "`nobody` is not a value of `unit`"},
    {"measures?topic=awards", "?topic", "`awards` is not a value of `topic`", "award"},
    {"measures?topic=identity", "?topic", "`identity` is not a value of `topic`"},
    {"facts?topic=identty", "?topic", "`identty` is not a value of `topic`", "identity"},
    {"facts?topic=award", "?topic", "`award` is not a value of `topic`"},
    {"measures?item=0", "?item", "`0` is not a value of `item`, which goes from 1 to 36", "",
     "1 至 36"},
    {"clauses?item=37", "?item", "`37` is not a value of `item`, which goes from 1 to 36"},
    {"measures?chapter=0", "?chapter", "`0` is not a value of `chapter`, which goes from 1 to 6"},
    {"measures?chapter=7", "?chapter", "`7` is not a value of `chapter`, which goes from 1 to 6"},
    {"measures?kind=benefits", "?kind", "`benefits` is not a value of `kind`", "benefit"},
    {"measures?kind=internal", "?kind", "`internal` is not a value of `kind`"},
    {"measures?detail=ful", "?detail", "`ful` is not a value of `detail`", "full"},
    {"units?level=municipl", "?level", "`municipl` is not a value of `level`", "municipal"},
    {"units?level=town", "?level", "`town` is not a value of `level`"},
    {"measures?as_of=1899-12-31", "?as_of",
     "`1899-12-31` is not a date of the form YYYY-MM-DD between 1900 and 2999", "",
     "1900 年至 2999 年"},
    {"clauses?as_of=3000-01-01", "?as_of", "`3000-01-01` is not a date of the form YYYY-MM-DD"},
    {"contacts?as_of=2026-02-29", "?as_of", "`2026-02-29` is not a date of the form YYYY-MM-DD"},
};

const std::vector<std::string> kKnown = {"measures?unit=gz-finance",
                                         "measures?topic=award",
                                         "facts?topic=identity",
                                         "measures?item=1",
                                         "clauses?item=36",
                                         "measures?chapter=1",
                                         "clauses?chapter=6",
                                         "clauses?kind=internal",
                                         "measures?kind=service",
                                         "units?level=collective",
                                         "measures?as_of=1900-01-01",
                                         "clauses?as_of=2999-12-31",
                                         "measures?unit=",
                                         "measures?item=36&unit=gz-state-assets"};

}  // namespace

BOOST_AUTO_TEST_SUITE(ListFilters)

BOOST_DATA_TEST_CASE(an_unknown_value_is_named_with_the_nearest_known_one, kUnknown, filter) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1/" + filter.query);
  BOOST_TEST_REQUIRE(reply.status == 400, reply.text);
  const json::Value problem = parse(reply.body);
  BOOST_TEST(textAt(problem, "/issues/0/code") == "wrong_value");
  BOOST_TEST(textAt(problem, "/issues/0/pointer") == filter.pointer);
  BOOST_TEST(textAt(problem, "/issues/0/message_en").starts_with(filter.message),
             textAt(problem, "/issues/0/message_en"));
  BOOST_TEST(textAt(problem, "/issues/0/message").find(filter.chinese) != std::string::npos);
  const auto& instead = policycalc::test::at(problem, "/issues/0/instead").elements;
  BOOST_TEST((instead.empty() ? std::string() : instead.front().text) == filter.instead);
}

BOOST_DATA_TEST_CASE(a_known_value_is_taken, kKnown, query) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1/" + query);
  BOOST_TEST(reply.status == 200, reply.text);
}

BOOST_AUTO_TEST_CASE(all_unknown_values_are_told_together) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1/measures?item=99&unit=nobody&topic=awards&kind=right");
  BOOST_TEST_REQUIRE(reply.status == 400);
  BOOST_TEST(policycalc::test::at(parse(reply.body), "/issues").elements.size() == 3U);
}

BOOST_AUTO_TEST_CASE(the_catalogue_that_is_asked_decides_what_is_known) {
  const live::LiveService service;
  const std::string hash = live::realCatalogue()->hash();
  BOOST_TEST(service.get("/api/v1/measures?unit=nobody&catalogue=" + hash).status == 400);
  BOOST_TEST(service.get("/api/v1/measures?unit=gz-finance&catalogue=" + hash).status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
