#include "desk/overview/overview_query.h"

#include "policycalc/base/text.h"
#include "policycalc/web/query.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

constexpr int kUsualPeriod = 7 * 13;

void readPeriod(web::Query& query, OverviewQuery& asked, base::Date today) {
  asked.to = query.date("to").value_or(today);
  if (today < asked.to) query.report("to", "wrong_value", "the day has not come yet");
  const auto from = query.date("from");
  asked.from = from.value_or(base::Date(asked.to.days() - std::chrono::days(kUsualPeriod - 1)));
  if (asked.to < asked.from) {
    query.report("to", "wrong_value", "the end is before the beginning");
  } else if (asked.to.days() - asked.from.days() >= std::chrono::days(kLongestPeriod)) {
    query.report("from", "wrong_value", "the period is longer than two years");
  }
}

}  // namespace

base::Result<OverviewQuery, base::Issues> readOverviewQuery(const http::Request& request,
                                                            const catalogue::Catalogue& catalogue,
                                                            OverviewPart part, base::Date today) {
  web::Query query(request);
  OverviewQuery asked;
  const auto wrong = [&](const char* name, const std::string& value) {
    query.report(name, "wrong_value",
                 base::quoted(value) + " is not a value of " + base::quoted(name));
  };
  asked.county = query.text("county");
  if (!asked.county.empty() && !isCounty(asked.county, catalogue)) wrong("county", asked.county);
  asked.unit = query.text("unit");
  if (!asked.unit.empty() && !catalogue.registry().findUnit(asked.unit)) wrong("unit", asked.unit);
  if (part != OverviewPart::kFlow) {
    asked.by_county = query.oneOf("by", {"unit", "county"}) == "county";
  }
  if (part != OverviewPart::kPlaces) readPeriod(query, asked, today);
  if (part == OverviewPart::kTable) {
    asked.table = query.oneOf("table", {"places", "weeks", "ages", "ends"});
    if (asked.table.empty()) asked.table = "places";
  }
  base::Issues issues = query.issues();
  if (!issues.empty()) return issues;
  return asked;
}

}  // namespace policycalc::desk
