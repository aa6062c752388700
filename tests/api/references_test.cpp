// Whatever an answer names can be looked up: clauses, figures, documents, units.
#include <functional>
#include <set>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;
using Ids = std::set<std::string>;

constexpr const char* kDay = "?as_of=2026-11-25";

json::Value read(const live::LiveService& service, const std::string& target) {
  const auto reply = service.get(target);
  BOOST_TEST_REQUIRE(reply.status == 200, target + ": " + reply.text);
  return parse(reply.body);
}

bool holds(const json::Value& list, std::string_view text) {
  for (const json::Value& element : list.elements) {
    if (element.text == text) return true;
  }
  return false;
}

Ids idsOf(const live::LiveService& service, const std::string& name) {
  const json::Value list = read(service, "/api/v1/" + name + kDay);
  Ids ids;
  for (const json::Value& one : at(list, "/" + name).elements) ids.insert(textAt(one, "/id"));
  return ids;
}

void forEachLeaf(const json::Value& rule, const std::function<void(const json::Value&)>& visit) {
  if (rule.isNull()) return;
  const json::Value* children = rule.find("children");
  if (children == nullptr) {
    visit(rule);
  } else {
    for (const json::Value& child : children->elements) forEachLeaf(child, visit);
  }
}

bool isNumeric(const std::string& op) {
  return op == "at_least" || op == "at_most" || op == "more_than" || op == "less_than";
}

/// All measures in full, and the ids that they may name.
struct Everything {
  const live::LiveService service;
  const json::Value texts = read(service, "/api/v1/measures?detail=full&as_of=2026-11-25");
  const json::Value figures = read(service, std::string("/api/v1/parameters") + kDay);
  const Ids clauses = idsOf(service, "clauses");
  const Ids units = [this] {
    Ids ids;
    const json::Value list = read(service, "/api/v1/units");
    for (const json::Value& one : at(list, "/units").elements) ids.insert(textAt(one, "/id"));
    return ids;
  }();
  const Ids documents = [this] {
    Ids ids;
    const json::Value list = read(service, "/api/v1/documents");
    for (const json::Value& one : at(list, "/documents").elements) ids.insert(textAt(one, "/id"));
    return ids;
  }();

  const std::vector<json::Value>& measures() const { return at(texts, "/measures").elements; }
  const json::Value& figure(const std::string& id) const {
    return withText(at(figures, "/parameters"), "/id", id);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(References)

BOOST_AUTO_TEST_CASE(each_condition_names_its_figures_and_its_place) {
  const Everything all;
  std::size_t figures = 0;
  for (const json::Value& measure : all.measures()) {
    const std::string id = textAt(measure, "/id");
    const auto check = [&](const json::Value& leaf) {
      const std::vector<json::Value>& named = at(leaf, "/parameters").elements;
      figures += named.size();
      for (const json::Value& one : named) {
        const json::Value& figure = all.figure(one.text);
        BOOST_TEST(holds(at(figure, "/used_by/criteria"), id), id + " " + one.text);
      }
      BOOST_TEST(textAt(leaf, "/parameter") == (named.empty() ? "" : named.back().text), id);
      // Nothing but “more than none” is compared without a figure of a text.
      const bool is_counted = isNumeric(textAt(leaf, "/op")) && named.empty();
      BOOST_TEST((!is_counted || textAt(leaf, "/required") == "0"), id);
      // A condition without a source is in the measure's own clause.
      const json::Value& source = at(leaf, "/source");
      const json::Value& place = source.isNull() ? at(measure, "/sources/0") : source;
      BOOST_TEST(all.documents.count(textAt(place, "/document")) == 1U, id);
      if (source.isNull()) BOOST_TEST(at(place, "/cell").isNumber(), id);
    };
    forEachLeaf(at(measure, "/applies_when"), check);
    forEachLeaf(at(measure, "/requires"), check);
  }
  BOOST_TEST(figures > 0U);
}

BOOST_AUTO_TEST_CASE(conditions_of_an_answer_name_the_same_figures) {
  const live::LiveService service;
  const auto reply = service.post(
      "/api/v1/match",
      R"({"profile":{"procurement_kind":"goods"},"detail":"full","measures":["8.1.a"]})");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  const json::Value answer = parse(reply.body);
  std::size_t found = 0;
  forEachLeaf(at(answer, "/matches/0/criteria"), [&](const json::Value& leaf) {
    if (at(leaf, "/parameters").elements.empty()) return;
    ++found;
    BOOST_TEST(textAt(leaf, "/parameters/0") == textAt(leaf, "/parameter"));
  });
  BOOST_TEST(found > 0U);
}

BOOST_AUTO_TEST_CASE(each_amount_names_its_figures) {
  const Everything all;
  std::size_t several = 0;
  for (const json::Value& measure : all.measures()) {
    const std::string id = textAt(measure, "/id");
    for (const json::Value& benefit : at(measure, "/benefits").elements) {
      const std::string status = textAt(benefit, "/amount/status");
      const auto& named = at(benefit, "/amount/parameters").elements;
      BOOST_TEST((status == "fixed" || status == "computed") == !named.empty(), id);
      if (named.size() > 1) ++several;
      for (const json::Value& one : named) {
        BOOST_TEST(holds(at(all.figure(one.text), "/used_by/amounts"), id), id + " " + one.text);
      }
    }
  }
  BOOST_TEST(several > 0U);
}

BOOST_AUTO_TEST_CASE(each_figure_has_a_source_for_each_period_and_a_use) {
  const Everything all;
  for (const json::Value& figure : at(all.figures, "/parameters").elements) {
    const std::string id = textAt(figure, "/id");
    BOOST_TEST(!at(figure, "/values").elements.empty(), id);
    for (const json::Value& value : at(figure, "/values").elements) {
      BOOST_TEST(all.documents.count(textAt(value, "/source/document")) == 1U, id);
      BOOST_TEST(!textAt(value, "/text").empty(), id);
      BOOST_TEST(!textAt(value, "/text_en").empty(), id);
    }
    for (const char* use : {"/used_by/criteria", "/used_by/amounts", "/used_by/texts"}) {
      for (const json::Value& clause : at(figure, use).elements) {
        BOOST_TEST(all.clauses.count(clause.text) == 1U, id + " " + clause.text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(figure_is_shown_with_its_value_on_the_day) {
  const live::LiveService service;
  const std::string target = "/api/v1/parameters/procurement.goods_services_ceiling";
  const json::Value figure = read(service, target + kDay);
  BOOST_TEST(textAt(figure, "/type") == "money");
  BOOST_TEST(textAt(figure, "/unit") == "CNY");
  BOOST_TEST(textAt(figure, "/value") == "2000000");
  BOOST_TEST(textAt(figure, "/values/0/text") == "200万元");
  BOOST_TEST(textAt(figure, "/values/0/text_en") == "CNY 2,000,000");
  BOOST_TEST(textAt(figure, "/values/0/source/document") == "gz-2024-2");
  BOOST_TEST(textAt(figure, "/values/0/source/item") == "8");
  BOOST_TEST(textAt(figure, "/values/0/note") == "包括本数");
  BOOST_TEST(textAt(figure, "/last_checked") == "2026-11-25");
  BOOST_TEST(holds(at(figure, "/used_by/criteria"), "8.1.a"));
  // The last day before the notice, and its first.
  BOOST_TEST(at(read(service, target + "?as_of=2024-03-12"), "/value").isNull());
  BOOST_TEST(textAt(read(service, target + "?as_of=2024-03-13"), "/value") == "2000000");
}

BOOST_AUTO_TEST_CASE(clause_leads_to_its_measure_and_to_what_it_rests_on) {
  const live::LiveService service;
  const json::Value measure = read(service, std::string("/api/v1/clauses/32.1") + kDay);
  BOOST_TEST(textAt(measure, "/measure") == "32.1");
  BOOST_TEST(textAt(measure, "/place/document") == "gz-2024-2");
  BOOST_TEST(textAt(measure, "/place/item") == "32");
  BOOST_TEST(!textAt(measure, "/summary_en").empty());
  withText(at(measure, "/basis"), "/document", "private-economy-law");  // throws without it
  const json::Value internal = read(service, "/api/v1/clauses/1.1.a");
  BOOST_TEST(at(internal, "/measure").isNull());
  BOOST_TEST(textAt(internal, "/kind") == "internal");
  BOOST_TEST(!textAt(internal, "/why_internal").empty());
  BOOST_TEST(textAt(internal, "/place/clause") == textAt(internal, "/clause"));
}

// A law that is not yet in force is no basis.
BOOST_AUTO_TEST_CASE(basis_of_a_clause_is_that_of_the_day) {
  const live::LiveService service;
  const auto cites = [&](const std::string& day) {
    const json::Value clause = read(service, "/api/v1/clauses/32.1?as_of=" + day);
    for (const json::Value& one : at(clause, "/basis").elements) {
      if (textAt(one, "/document") == "private-economy-law") return true;
    }
    return false;
  };
  BOOST_TEST(!cites("2025-05-19"));
  BOOST_TEST(cites("2025-05-20"));
}

BOOST_AUTO_TEST_CASE(every_clause_can_be_read_by_its_id) {
  const Everything all;
  for (const std::string& id : all.clauses) {
    const json::Value clause = read(all.service, "/api/v1/clauses/" + id + kDay);
    BOOST_TEST(textAt(clause, "/id") == id);
    BOOST_TEST(all.documents.count(textAt(clause, "/place/document")) == 1U, id);
    for (const json::Value& one : at(clause, "/basis").elements) {
      BOOST_TEST(all.documents.count(textAt(one, "/document")) == 1U, id);
    }
  }
}

BOOST_AUTO_TEST_CASE(document_says_where_it_is_read_and_what_rests_on_it) {
  const live::LiveService service;
  const json::Value law = read(service, "/api/v1/documents/private-economy-law");
  BOOST_TEST(textAt(law, "/title") == "中华人民共和国民营经济促进法");
  BOOST_TEST(law.find("url") != nullptr);
  BOOST_TEST(at(law, "/in_force").boolean);
  BOOST_TEST(holds(at(law, "/cited_by"), "32.1"));
  const std::string target = "/api/v1/documents/private-economy-law?as_of=";
  BOOST_TEST(!at(read(service, target + "2025-05-19"), "/in_force").boolean);
  BOOST_TEST(at(read(service, target + "2025-05-20"), "/in_force").boolean);
  BOOST_TEST(at(read(service, target + "2025-05-19"), "/cited_by").elements.empty());
  const json::Value notice = read(service, "/api/v1/documents/gz-2024-2");
  BOOST_TEST(at(notice, "/cited_by").elements.size() == live::realCatalogue()->clauses().size());
  BOOST_TEST(at(notice, "/chapters").elements.size() == 6U);
}

BOOST_AUTO_TEST_CASE(judgements_channels_and_successors_are_for_machines_too) {
  const Everything all;
  const json::Value document = parse(all.service.get("/openapi.json").body);
  const json::Value& kinds = at(document, "/components/schemas/Channel/properties/kind/enum");
  std::size_t judged = 0;
  std::size_t channels = 0;
  for (const json::Value& measure : all.measures()) {
    const std::string id = textAt(measure, "/id");
    for (const json::Value& judgement : at(measure, "/judged").elements) {
      for (const json::Value& unit : at(judgement, "/units").elements) {
        ++judged;
        BOOST_TEST(all.units.count(unit.text) == 1U, id + " " + unit.text);
      }
    }
    for (const json::Value& channel : at(measure, "/channels").elements) {
      ++channels;
      BOOST_TEST(holds(kinds, textAt(channel, "/kind")), id);
      BOOST_TEST(!textAt(channel, "/name_en").empty(), id);
    }
    for (const json::Value& successor : at(measure, "/replaced_by").elements) {
      BOOST_TEST(all.clauses.count(successor.text) + all.documents.count(successor.text) == 1U, id);
    }
  }
  BOOST_TEST(judged > 50U);
  BOOST_TEST(channels > 30U);
  const json::Value ended = read(all.service, "/api/v1/measures/16.2");
  BOOST_TEST(at(ended, "/replaced_by").isArray());
  BOOST_TEST(textAt(ended, "/replaced_text").find("{{") == std::string::npos);
  BOOST_TEST(!textAt(ended, "/replaced_text").empty());
}

const std::string kUnknown[] = {"/api/v1/clauses/99.9", "/api/v1/parameters/no.such",
                                "/api/v1/documents/no-such"};

BOOST_DATA_TEST_CASE(unknown_ids_and_queries_are_refused, kUnknown, target) {
  const live::LiveService service;
  BOOST_TEST(service.get(target).status == 404);
  BOOST_TEST(service.get(target + "?day=2026-11-25").status == 400);
  BOOST_TEST(service.get(target + "?as_of=2026-02-30").status == 400);
}

// With a day, such an answer never changes.
BOOST_AUTO_TEST_CASE(a_named_version_answers_for_ever) {
  const live::LiveService service;
  const std::string hash = live::realCatalogue()->hash();
  for (const std::string target : {"clauses/8.1.a", "parameters", "documents/gz-2024-2",
                                   "parameters/procurement.works_ceiling"}) {
    const std::string named = "/api/v1/" + target + "?catalogue=" + hash;
    const auto any_day = service.get(named);
    BOOST_TEST(any_day.status == 200, any_day.text);
    BOOST_TEST(any_day.header("Cache-Control").find("immutable") == std::string::npos, target);
    const auto one_day = service.get(named + "&as_of=2026-11-25");
    BOOST_TEST(one_day.header("Cache-Control").find("immutable") != std::string::npos, target);
  }
}

BOOST_AUTO_TEST_CASE(index_leads_to_addresses_that_answer) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  const json::Value index = parse(reply.body);
  for (const json::Member& link : index.members) {
    const std::string& target = link.value.text;
    // Pages belong to the site, which this service lacks; one address takes only POST, one a date.
    if (target.rfind("/api/", 0) != 0 && target != "/openapi.json") continue;
    const int status =
        service.get(target == "/api/v1/changes" ? target + "?since=2026-11-01" : target).status;
    BOOST_TEST(status == (link.key == "match" ? 405 : 200), target);
  }
  BOOST_TEST(reply.header("Link").find(R"(</openapi.json>; rel="service-desc")") !=
             std::string::npos);
  BOOST_TEST(service.get("/api/v1?x=1").status == 400);
  BOOST_TEST(service.get("/api/v1", "If-None-Match: " + reply.header("ETag") + "\r\n").status ==
             304);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
