// The size standard: figures, boundaries, and rows on which other programs agree.
#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/decimal.h"

#include "facts/real_facts.h"

namespace policycalc::test {
using facts::SizeStandard;

namespace {

/// A figure of the profile, or nothing if the row has none.
std::string member(const char* id, const std::string& value) {
  return value.empty() ? "" : ", \"" + std::string(id) + "\": " + value;
}

struct Row {
  const char* id;
  const char* industry;
  const char* employees;
  const char* revenue;  ///< yuan
  const char* assets;
  const char* sizes;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.id;
}

const Row kRows[] = {
    {"sme-01", "agriculture", "", "499900", "", "micro"},
    {"sme-04", "agriculture", "", "5000000", "", "medium"},
    {"sme-07", "agriculture", "5000", "6000000", "", "medium"},  // people do not count here
    {"sme-10", "industry", "20", "2999900", "", "micro"},
    {"sme-13", "industry", "300", "19999900", "", "small"},
    {"sme-16", "industry", "1000", "399999900", "", "medium"},
    {"sme-19", "industry", "5000", "0", "", "micro"},  // zero is a value
    {"sme-22", "construction", "", "3000000", "3000000", "small"},
    {"sme-25", "construction", "", "800000000", "799999900", "medium"},
    {"sme-28", "wholesale", "4", "90000000", "", "micro"},
    {"sme-31", "wholesale", "200", "399990000", "", "medium"},
    {"sme-34", "retail", "49", "5000000", "", "small"},
    {"sme-37", "transport", "300", "29990000", "", "small"},
    {"sme-40", "warehousing", "100", "10000000", "", "medium"},
    {"sme-43", "postal", "300", "20000000", "", "medium"},
    {"sme-46", "accommodation", "99", "99990000", "", "small"},
    {"sme-49", "information_transmission", "1999", "1000000000", "", "medium"},
    {"sme-52", "software_it", "103", "157352800", "", "medium"},
    {"sme-55", "software_it", "300", "100000000", "", "large"},
    {"sme-58", "real_estate", "", "2000000000", "100000000", "large"},
    {"sme-61", "property_management", "300", "10000000", "", "medium"},
    {"sme-64", "leasing_business_services", "300", "", "1200000000", "large"},
    {"sme-67", "other", "62", "4934300", "1345900", "small"},
    {"sme-70", "industry", "", "50000000", "", "micro small medium"},  // at most medium
    // Another standard sizes finance: nothing is known about the size.
    {"sme-73", nullptr, "50", "30000000", "90000000", "micro small medium large"},
};

struct Figures {
  const char* industry;
  const char* fact;
  std::array<std::int64_t, 3> bounds;  ///< small, medium, large: people, or 万元
};
std::ostream& operator<<(std::ostream& out, const Figures& row) {
  return out << row.industry << " " << row.fact;
}

// 工信部联企业〔2011〕300号, article 4.
const Figures kStandard[] = {
    {"agriculture", "annual_revenue", {50, 500, 20000}},
    {"industry", "employees", {20, 300, 1000}},
    {"industry", "annual_revenue", {300, 2000, 40000}},
    {"construction", "annual_revenue", {300, 6000, 80000}},
    {"construction", "total_assets", {300, 5000, 80000}},
    {"wholesale", "employees", {5, 20, 200}},
    {"wholesale", "annual_revenue", {1000, 5000, 40000}},
    {"retail", "employees", {10, 50, 300}},
    {"retail", "annual_revenue", {100, 500, 20000}},
    {"transport", "employees", {20, 300, 1000}},
    {"transport", "annual_revenue", {200, 3000, 30000}},
    {"warehousing", "employees", {20, 100, 200}},
    {"warehousing", "annual_revenue", {100, 1000, 30000}},
    {"postal", "employees", {20, 300, 1000}},
    {"postal", "annual_revenue", {100, 2000, 30000}},
    {"accommodation", "employees", {10, 100, 300}},
    {"accommodation", "annual_revenue", {100, 2000, 10000}},
    {"catering", "employees", {10, 100, 300}},
    {"catering", "annual_revenue", {100, 2000, 10000}},
    {"information_transmission", "employees", {10, 100, 2000}},
    {"information_transmission", "annual_revenue", {100, 1000, 100000}},
    {"software_it", "employees", {10, 100, 300}},
    {"software_it", "annual_revenue", {50, 1000, 10000}},
    {"real_estate", "annual_revenue", {100, 1000, 200000}},
    {"real_estate", "total_assets", {2000, 5000, 10000}},
    {"property_management", "employees", {100, 300, 1000}},
    {"property_management", "annual_revenue", {500, 1000, 5000}},
    {"leasing_business_services", "employees", {10, 100, 300}},
    {"leasing_business_services", "total_assets", {100, 8000, 120000}},
    {"other", "employees", {10, 100, 300}},
};
constexpr std::int64_t kFenPerWan = 1'000'000;

/// One bound of one indicator as policies/size-standard.json gives it.
struct Bound {
  std::string industry;
  std::vector<std::string> others;  ///< further indicators of the industry
  std::string fact;
  std::size_t band = 0;  ///< the class that begins at the bound
  std::string value;     ///< as written
};
std::ostream& operator<<(std::ostream& out, const Bound& bound) {
  return out << bound.industry << " " << bound.fact << " " << bound.value;
}

std::vector<Bound> allBounds() {
  std::vector<Bound> bounds;
  for (const json::Value& industry : realFacts().size_document.find("industries")->elements) {
    const auto& indicators = industry.find("indicators")->elements;
    for (const json::Value& indicator : indicators) {
      Bound bound{industry.find("id")->text, {}, indicator.find("fact")->text, 0, {}};
      for (const json::Value& other : indicators) {
        const std::string id = other.find("fact")->text;
        if (id != bound.fact) bound.others.push_back(id);
      }
      for (const char* key : {"small_min", "medium_min", "large_min"}) {
        ++bound.band;
        bound.value = indicator.find(key)->text;
        bounds.push_back(bound);
      }
    }
  }
  return bounds;
}

/// The class if the indicator is `steps` smallest units away from the bound and the other
/// indicators are large.
std::string sizeNear(const Bound& bound, std::int64_t steps) {
  const int scale = bound.fact == "employees" ? 0 : 2;
  const auto value =
      base::Decimal::parse(bound.value)->plus(base::Decimal(steps, scale))->toString();
  std::string profile = R"({"size_industry": ")" + bound.industry + "\"";
  for (const std::string& other : bound.others) profile += ", \"" + other + "\": 90000000000";
  return possible(knowledgeOf(profile + member(bound.fact.c_str(), value) + "}"),
                  "enterprise_size");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SizeClass)

BOOST_DATA_TEST_CASE(worked_rows, kRows, row) {
  const std::string industry = row.industry == nullptr
                                   ? R"("industry_code": "J66")"
                                   : R"("size_industry": ")" + std::string(row.industry) + "\"";
  const auto knowledge =
      knowledgeOf("{" + industry + member("employees", row.employees) +
                  member("annual_revenue", row.revenue) + member("total_assets", row.assets) + "}");
  BOOST_TEST(possible(knowledge, "enterprise_size") == row.sizes);
}

BOOST_DATA_TEST_CASE(figures_are_those_of_the_standard, kStandard, row) {
  const auto option = fact("size_industry").findOption(row.industry);
  BOOST_REQUIRE(option.has_value());
  const SizeStandard::Industry* industry = realFacts().standard.find(*option);
  BOOST_REQUIRE(industry != nullptr);
  bool found = false;
  for (const SizeStandard::Indicator& indicator : industry->indicators) {
    if (indicator.fact != factIndex(row.fact)) continue;
    found = true;
    const std::int64_t unit = std::string_view(row.fact) == "employees" ? 1 : kFenPerWan;
    for (std::size_t i = 0; i < row.bounds.size(); ++i) {
      BOOST_TEST(indicator.lower_bounds[i] == row.bounds[i] * unit);
    }
  }
  BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(no_industry_has_further_indicators) {
  std::size_t indicators = 0;
  const facts::Fact& industries = fact("size_industry");
  for (std::size_t i = 0; i < industries.options.size(); ++i) {
    indicators += realFacts().standard.find(i)->indicators.size();
  }
  BOOST_TEST(indicators == std::size(kStandard));
}

// Lower bounds are inclusive, upper bounds exclusive.
BOOST_AUTO_TEST_CASE(each_bound_has_three_neighbours) {
  const char* const classes[] = {"micro", "small", "medium", "large"};
  const std::vector<Bound> bounds = allBounds();
  BOOST_TEST(bounds.size() == 3 * std::size(kStandard));
  for (const Bound& bound : bounds) {
    BOOST_TEST_CONTEXT(bound) {
      BOOST_TEST(sizeNear(bound, -1) == classes[bound.band - 1]);
      BOOST_TEST(sizeNear(bound, 0) == classes[bound.band]);
      BOOST_TEST(sizeNear(bound, 1) == classes[bound.band]);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
