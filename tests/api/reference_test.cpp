#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

json::Value listOf(const live::LiveService& service, const std::string& target) {
  const auto reply = service.get(target);
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ReferenceEndpoints)

BOOST_AUTO_TEST_CASE(each_list_is_an_object_with_one_array_named_after_it) {
  const live::LiveService service;
  for (const std::string name : {"facts", "measures", "clauses", "units", "documents"}) {
    const json::Value list = listOf(service, "/api/v1/" + name);
    // Facts bring the needs, and what is asked no more.
    BOOST_TEST_REQUIRE(list.members.size() == (name == "facts" ? 3U : 1U));
    BOOST_TEST(list.members.front().key == name);
    BOOST_TEST(!list.members.front().value.elements.empty());
  }
}

BOOST_AUTO_TEST_CASE(clauses_hold_internal_ones_and_measures_do_not) {
  const live::LiveService service;
  const json::Value clauses = listOf(service, "/api/v1/clauses");
  const json::Value& internal = withText(at(clauses, "/clauses"), "/id", "11.2");
  BOOST_TEST(textAt(internal, "/kind") == "internal");
  BOOST_TEST(!textAt(internal, "/why_internal").empty());
  BOOST_TEST(service.get("/api/v1/measures/11.2").status == 404);
  BOOST_TEST(at(clauses, "/clauses").elements.size() == live::realCatalogue()->clauses().size());
}

BOOST_AUTO_TEST_CASE(clause_names_item_cell_clause_and_units) {
  const live::LiveService service;
  const json::Value clauses = listOf(service, "/api/v1/clauses");
  const json::Value& clause = withText(at(clauses, "/clauses"), "/id", "8.1.a");
  BOOST_TEST(textAt(clause, "/item") == "8");
  BOOST_TEST(textAt(clause, "/item_title") == live::realCatalogue()->findItem(8)->title);
  BOOST_TEST(textAt(clause, "/cell") == "1");
  BOOST_TEST(textAt(clause, "/clause") == "a");
  BOOST_TEST(textAt(clause, "/units/0/name") == "市财政局");
  BOOST_TEST(textAt(clause, "/units/0/level") == "municipal");
  BOOST_TEST(textAt(clause, "/units/0/role") == "responsible");
}

BOOST_AUTO_TEST_CASE(filters_narrow_measures) {
  const live::LiveService service;
  const json::Value item_8 = listOf(service, "/api/v1/measures?item=8");
  BOOST_TEST(at(item_8, "/measures").elements.size() == 3U);
  for (const char* query : {"unit=gz-finance&item=8", "kind=benefit&item=8", "chapter=2&item=8",
                            "topic=procurement&item=8"}) {
    const json::Value some = listOf(service, std::string("/api/v1/measures?") + query);
    BOOST_TEST(at(some, "/measures").elements.size() == 3U, query);
  }
  const json::Value none = listOf(service, "/api/v1/measures?item=8&kind=right");
  BOOST_TEST(at(none, "/measures").elements.empty());
}

BOOST_AUTO_TEST_CASE(measure_shows_its_criteria_and_provincial_units) {
  const live::LiveService service;
  const json::Value measure = listOf(service, "/api/v1/measures/8.1.a");
  BOOST_TEST(textAt(measure, "/provincial_units/0/name") == "省财政厅");
  BOOST_TEST(textAt(measure, "/applies_when/fact") == "procurement_kind");
  BOOST_TEST(at(measure, "/requires").isObject());
}

BOOST_AUTO_TEST_CASE(unit_is_found_with_its_aliases_and_clauses) {
  const live::LiveService service;
  const json::Value unit = listOf(service, "/api/v1/units/gz-market-regulation");
  BOOST_TEST(textAt(unit, "/name") == "市市场监管局");
  BOOST_TEST(textAt(withText(at(unit, "/clauses"), "/id", "11.1.1a"), "/role") == "responsible");
}

BOOST_AUTO_TEST_CASE(clauses_and_units_are_in_english_too) {
  const live::LiveService service;
  const json::Value measure = listOf(service, "/api/v1/measures/8.1.a");
  BOOST_TEST(textAt(measure, "/summary_en").find("CNY 2,000,000") != std::string::npos);
  BOOST_TEST(textAt(measure, "/benefits/0/label_en") == "Only SMEs compete for the project");
  BOOST_TEST(!textAt(measure, "/next_step_en").empty());
  const json::Value clauses = listOf(service, "/api/v1/clauses");
  BOOST_TEST(at(withText(at(clauses, "/clauses"), "/id", "11.2"), "/summary_en").isNull());
  const json::Value unit = listOf(service, "/api/v1/units/gz-market-regulation");
  BOOST_TEST(textAt(unit, "/name_en") == "Ganzhou Market Regulation Bureau");
  BOOST_TEST(!textAt(unit, "/clauses/0/title_en").empty());
  const json::Value contacts = listOf(service, "/api/v1/contacts");
  const auto named = [&](const char* place) {
    return textAt(withText(at(contacts, "/contacts"), "/place", place), "/name_en");
  };
  BOOST_TEST(named("gz-market-regulation") == "Ganzhou Market Regulation Bureau");
  BOOST_TEST(named("hall-360702") == "Zhanggong Government Service Centre");
  const json::Value found = listOf(service, "/api/v1/measures?q=Jinggang");
  BOOST_TEST(at(found, "/measures").elements.size() == 2U);
}

BOOST_AUTO_TEST_CASE(lists_carry_etags_and_answer_304) {
  const live::LiveService service;
  for (const std::string name : {"facts", "measures", "clauses", "units", "documents", "contacts",
                                 "catalogue", "profile-schema"}) {
    const auto first = service.get("/api/v1/" + name);
    const std::string etag = first.header("ETag");
    BOOST_TEST(!etag.empty(), name);
    const auto second = service.get("/api/v1/" + name, "If-None-Match: " + etag + "\r\n");
    BOOST_TEST(second.status == 304, name);
    BOOST_TEST(second.body.empty(), name);
  }
}

BOOST_AUTO_TEST_CASE(profile_schema_has_every_fact) {
  const live::LiveService service;
  const json::Value schema = listOf(service, "/api/v1/profile-schema");
  BOOST_TEST(at(schema, "/properties").members.size() ==
             live::realCatalogue()->vocabulary().facts().size());
  BOOST_TEST(textAt(schema, "/properties/annual_revenue/minimum") == "0");
}

BOOST_AUTO_TEST_CASE(facts_say_who_is_asked_them_first_and_name_the_needs) {
  const live::LiveService service;
  const json::Value list = listOf(service, "/api/v1/facts?topic=situation");
  const facts::Vocabulary& vocabulary = live::realCatalogue()->vocabulary();
  BOOST_TEST(at(list, "/needs").elements.size() == vocabulary.needs().size());
  BOOST_TEST(textAt(list, "/needs/0/id") == vocabulary.needs().front().id);
  BOOST_TEST(textAt(list, "/needs/0/label") == vocabulary.needs().front().label);
  BOOST_TEST(textAt(list, "/needs/0/label_en") == vocabulary.needs().front().label_en);
  const json::Value& core = withText(at(list, "/facts"), "/id", "situations");
  BOOST_TEST(at(core, "/core").boolean);
  BOOST_TEST(at(core, "/core_for").elements.empty());
  const json::Value& one_need = withText(at(list, "/facts"), "/id", "arrears_debtors");
  BOOST_TEST(!at(one_need, "/core").boolean);
  BOOST_TEST(textAt(one_need, "/core_for/0") == "rights");
  for (const char* key : {"/help_en", "/why_en"}) BOOST_TEST(!textAt(one_need, key).empty(), key);
}

BOOST_AUTO_TEST_CASE(facts_say_whose_detail_they_are_and_what_can_be_taken) {
  const live::LiveService service;
  const json::Value list = listOf(service, "/api/v1/facts");
  const auto fact = [&](const char* id) { return withText(at(list, "/facts"), "/id", id); };
  const json::Value debtors = fact("arrears_debtors");
  BOOST_TEST(textAt(debtors, "/detail_of/fact") == "situations");
  BOOST_TEST(textAt(debtors, "/detail_of/op") == "has_any");
  BOOST_TEST(textAt(debtors, "/detail_of/options/0") == "arrears");
  const json::Value buyer = fact("procurement_buyer");
  BOOST_TEST(textAt(buyer, "/detail_of/fact") == "procurement_kind");
  BOOST_TEST(textAt(buyer, "/detail_of/op") == "in");
  BOOST_TEST(at(buyer, "/detail_of/options").elements.size() == 3U);
  BOOST_TEST(at(fact("situations"), "/detail_of").isNull());
  BOOST_TEST(at(fact("training_plan"), "/can_be_taken").boolean);
  BOOST_TEST(!at(fact("ownership"), "/can_be_taken").boolean);
}

BOOST_AUTO_TEST_CASE(options_have_their_former_codes_and_everyday_words) {
  const live::LiveService service;
  const json::Value list = listOf(service, "/api/v1/facts");
  const json::Value& districts = at(withText(at(list, "/facts"), "/id", "district"), "/options");
  const json::Value& nankang = withText(districts, "/code", "360703");
  BOOST_TEST(textAt(nankang, "/former_codes/0/code") == "360782");
  BOOST_TEST(at(nankang, "/former_codes/0").find("until") != nullptr);
  BOOST_TEST(at(withText(districts, "/code", "360702"), "/former_codes").elements.empty());
  std::size_t words = 0;
  for (const json::Value& fact : at(list, "/facts").elements) {
    for (const json::Value& option : at(fact, "/options").elements) {
      words += at(option, "/keywords").elements.size();
    }
  }
  BOOST_TEST(words > 0U);
}

BOOST_AUTO_TEST_CASE(retired_facts_and_options_are_listed_with_what_became_of_them) {
  const live::LiveService service;
  const json::Value list = listOf(service, "/api/v1/facts");
  BOOST_TEST(
      !textAt(withText(at(list, "/retired/facts"), "/id", "credit_risk_class"), "/note").empty());
  const json::Value& options = at(list, "/retired/options");
  const json::Value& dispute = withText(options, "/code", "ip_dispute");
  BOOST_TEST(textAt(dispute, "/fact") == "situations");
  BOOST_TEST(textAt(dispute, "/successors/0") == "ip_infringed");
  BOOST_TEST(textAt(dispute, "/successors/1") == "ip_accused");
  BOOST_TEST(at(dispute, "/becomes").isNull());
  const json::Value& none = withText(options, "/code", "none");
  BOOST_TEST(textAt(none, "/fact") == "training_plan");
  BOOST_TEST(at(none, "/becomes").isArray());
  BOOST_TEST(at(none, "/becomes").elements.empty());
  for (const json::Value& fact : at(list, "/facts").elements) {
    BOOST_TEST(textAt(fact, "/id") != "credit_risk_class");
  }
}

BOOST_AUTO_TEST_CASE(measures_are_found_by_keywords_and_say_if_they_are_universal) {
  const live::LiveService service;
  const json::Value found = listOf(service, "/api/v1/measures?q=%E6%AC%A0%E9%92%B1");  // 欠钱
  BOOST_TEST_REQUIRE(!at(found, "/measures").elements.empty());
  const json::Value& arrears = withText(at(found, "/measures"), "/item", "15");
  bool named = false;
  for (const json::Value& word : at(arrears, "/keywords").elements) {
    named = named || word.text == "欠钱";
  }
  BOOST_TEST(named);
  const json::Value list = listOf(service, "/api/v1/measures");
  for (const json::Value& measure : at(list, "/measures").elements) {
    BOOST_TEST(at(measure, "/keywords").elements.size() >= 3U, textAt(measure, "/id"));
  }
  BOOST_TEST(at(withText(at(list, "/measures"), "/id", "2.1.a"), "/universal").boolean);
  BOOST_TEST(!at(withText(at(list, "/measures"), "/id", "11.1.1a"), "/universal").boolean);
  BOOST_TEST(at(listOf(service, "/api/v1/measures/2.1.a"), "/universal").boolean);
}

BOOST_AUTO_TEST_CASE(documents_say_where_they_are_and_when_they_were_checked) {
  const live::LiveService service;
  const json::Value list = listOf(service, "/api/v1/documents");
  std::size_t addressed = 0;
  for (const json::Value& document : at(list, "/documents").elements) {
    const std::string id = textAt(document, "/id");
    BOOST_TEST(base::Date::parse(textAt(document, "/last_checked")).ok(), id);
    if (at(document, "/url").isNull()) continue;
    ++addressed;
    BOOST_TEST(textAt(document, "/url").rfind("http", 0) == 0U, id);
  }
  BOOST_TEST(addressed > 0U);
}

BOOST_AUTO_TEST_CASE(profile_schema_says_who_is_asked_first) {
  const live::LiveService service;
  const json::Value schema = listOf(service, "/api/v1/profile-schema");
  BOOST_TEST(at(schema, "/properties/situations/x-core").boolean);
  BOOST_TEST(!at(schema, "/properties/arrears_debtors/x-core").boolean);
  BOOST_TEST(textAt(schema, "/properties/arrears_debtors/x-core-for/0") == "rights");
  BOOST_TEST(!textAt(schema, "/properties/arrears_debtors/x-description-en").empty());
}

BOOST_AUTO_TEST_CASE(health_and_metrics) {
  const live::LiveService service;
  BOOST_TEST(service.get("/health/live").status == 200);
  BOOST_TEST(service.get("/health/ready").status == 200);
  service.post("/api/v1/match", R"({"profile":{}})");
  const std::string metrics = service.get("/metrics").body;
  BOOST_TEST(metrics.find("policycalc_matches_total{result=\"answered\"} 1\n") != std::string::npos,
             metrics);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
