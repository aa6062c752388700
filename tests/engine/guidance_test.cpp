// What accompanies a verdict on the real policies: examples, headroom, units, sources and caveats
// of the day, and the warnings of answer.json.
#include <algorithm>
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "engine/answers.h"

namespace policycalc::test {

namespace {

std::string tender(const char* buyer, const char* size = "small") {
  return R"({"entity_type": "company", "ownership": "private", "large_controlled": false,
             "procurement_kind": "goods", "procurement_budget": 3000000,
             "procurement_above_limit": true, "procurement_sme_suitable": true,
             "enterprise_size": ")" +
         std::string(size) + R"(", "procurement_buyer": ")" + buyer + "\"}";
}

const engine::AmountAnswer& amountOf(const Answer& got, const char* measure, const char* benefit) {
  const engine::Outcome& outcome = got.of(measure);
  const auto& benefits = outcome.measure().benefits;
  const auto at = std::find_if(benefits.begin(), benefits.end(),
                               [&](const auto& each) { return each.id == benefit; });
  BOOST_REQUIRE_MESSAGE(at != benefits.end(), measure << " has no benefit " << benefit);
  return outcome.amounts[static_cast<std::size_t>(at - benefits.begin())];
}

std::string valueOf(const engine::AmountAnswer& amount) {
  return amount.value ? amount.value->toString() : "";
}

std::string unitsOf(const Answer& got, const char* measure) {
  std::vector<std::string> ids;
  for (const auto* unit : namedUnits(*got.of(measure).entry, *got.edition, got.match.knowledge)) {
    ids.push_back(got.edition->catalogue().registry().units()[unit->unit].id);
  }
  return base::join(ids, " ");
}

bool warns(const Answer& got, std::string_view fact, std::string_view code) {
  const auto& warnings = got.match.knowledge.warnings;
  return std::any_of(warnings.begin(), warnings.end(), [&](const facts::Warning& warning) {
    return warning.code == code && got.idsOf({warning.fact}) == fact && !warning.message.empty() &&
           warning.message.find("{{") == std::string::npos;
  });
}

struct Ratios {
  const char* all;
  const char* smes;
  const char* ceiling;
  const char* headroom;
};
std::ostream& operator<<(std::ostream& out, const Ratios& row) {
  return out << row.all << " and " << row.smes;
}

const Ratios kRatios[] = {{"2", "4", "5", "1"},     {"2", "5", "5", "0"},
                          {"97", "99", "100", "1"}, {"97.0001", "99", "100", "1"},
                          {"98", "99", "100", "1"}, {"100", "100", "100", "0"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(Guidance)

// The shares are promised; the yuan of one project are an example, absent if the measure is
// refused.
BOOST_AUTO_TEST_CASE(an_example_is_absent_where_the_measure_is_refused) {
  const Answer open = answer(realCatalogue(), tender("ganzhou"));
  const Answer refused = answer(realCatalogue(), tender("ganzhou", "large"));
  const Answer elsewhere = answer(realCatalogue(), tender("elsewhere"));
  BOOST_TEST(refused.verdict("8.1.b") == "not_eligible");
  BOOST_TEST(elsewhere.verdict("8.1.b") == "not_applicable");
  BOOST_TEST(valueOf(amountOf(open, "8.1.b", "reserved_for_smes")) == "1200000");
  BOOST_TEST(valueOf(amountOf(open, "8.1.b", "reserved_for_small_micro")) == "840000");
  for (const Answer* got : {&refused, &elsewhere}) {
    for (const char* id : {"reserved_for_smes", "reserved_for_small_micro"}) {
      BOOST_TEST(valueOf(amountOf(*got, "8.1.b", id)) == "");
      BOOST_TEST(amountOf(*got, "8.1.b", id).formula == "");
    }
    BOOST_TEST(valueOf(amountOf(*got, "8.1.b", "sme_share")) == "40");
  }
}

BOOST_DATA_TEST_CASE(the_ceiling_of_a_bank_ends_at_all_of_its_loans, kRatios, row) {
  const Answer got = answer(realCatalogue(), R"({"entity_type": "bank", "bank_npl_ratio": )" +
                                                 std::string(row.all) +
                                                 R"(, "bank_sme_npl_ratio": )" + row.smes + "}");
  BOOST_TEST(valueOf(amountOf(got, "12.1.3", "npl_ceiling")) == row.ceiling);
  BOOST_TEST(valueOf(amountOf(got, "12.1.3", "headroom")) == row.headroom);
}

// For other buyers it is the finance department at the buyer's level.
BOOST_AUTO_TEST_CASE(the_unit_of_a_tender_is_that_of_its_buyer) {
  for (const char* id : {"8.1.a", "8.1.c"}) {
    BOOST_TEST(unitsOf(answer(realCatalogue(), tender("ganzhou")), id) == "gz-finance");
    BOOST_TEST(unitsOf(answer(realCatalogue(), tender("elsewhere")), id) == "buyer-finance");
    BOOST_TEST(unitsOf(answer(realCatalogue(), "{}"), id) == "gz-finance");
  }
}

// Answers mention a later document only from its first day on.
BOOST_AUTO_TEST_CASE(newer_law_and_later_sources_wait_until_their_document_is_in_force) {
  int waited = 0;
  for (const char* text : {"2024-03-13", "2025-05-19", "2025-05-20", "2026-11-25"}) {
    const base::Date day = dateOf(text);
    const engine::Edition edition(realCatalogue(), day);
    for (const engine::Edition::Entry& entry : edition.entries()) {
      const auto covers = [&](const criteria::Citation& citation) {
        return realCatalogue()->registry().findDocument(citation.document)->covers(day);
      };
      std::size_t sources = 0;
      for (const criteria::Citation& source : entry.measure->sources) {
        sources += sources == 0 || covers(source) ? 1 : 0;
      }
      BOOST_TEST(entry.sources.size() == sources, entry.measure->id << " on " << text);
      std::size_t caveats = 0;
      for (const catalogue::Caveat& caveat : entry.measure->caveats) {
        const bool newer = caveat.kind == catalogue::CaveatKind::kNewerLaw;
        caveats += newer && !covers(caveat.source.value()) ? 0 : 1;
      }
      BOOST_TEST(entry.caveats.size() == caveats, entry.measure->id << " on " << text);
      waited += static_cast<int>(entry.measure->caveats.size() - caveats);
    }
  }
  BOOST_TEST(waited > 0);
}

BOOST_AUTO_TEST_CASE(a_law_is_cited_from_its_first_day) {
  const auto cites = [](const char* day) {
    const Answer got = answer(realCatalogue(), "{}", day);
    const auto& sources = got.of("15.1.3").entry->sources;
    return std::any_of(sources.begin(), sources.end(), [](const criteria::Citation* source) {
      return source->document == "private-economy-law";
    });
  };
  BOOST_TEST(!cites("2025-05-19"));
  BOOST_TEST(cites("2025-05-20"));
}

BOOST_AUTO_TEST_CASE(a_tender_elsewhere_is_told_the_national_rates) {
  BOOST_TEST(warns(answer(realCatalogue(), tender("elsewhere")), "procurement_buyer",
                   "procurement_elsewhere"));
  BOOST_TEST(!warns(answer(realCatalogue(), tender("ganzhou")), "procurement_buyer",
                    "procurement_elsewhere"));
  BOOST_TEST(!warns(answer(realCatalogue(), R"({"procurement_buyer": "elsewhere"})"),
                    "procurement_buyer", "procurement_elsewhere"));
}

BOOST_AUTO_TEST_CASE(above_scale_with_hardly_any_staff_is_unlikely) {
  const auto unlikely = [](const std::string& members) {
    return warns(answer(realCatalogue(), "{" + members + "}"), "above_scale", "unlikely");
  };
  BOOST_TEST(unlikely(R"("above_scale": true, "employees": 3)"));
  BOOST_TEST(!unlikely(R"("above_scale": true, "employees": 300)"));
  BOOST_TEST(!unlikely(R"("above_scale": false, "employees": 3)"));
  BOOST_TEST(!unlikely(R"("above_scale": true)"));  // the warning needs another answer
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
