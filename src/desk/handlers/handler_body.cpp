#include "desk/handlers/handler_body.h"

#include <algorithm>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

#include "desk/counties.h"

namespace policycalc::desk {
namespace {

class HandlerReader {
 public:
  HandlerReader(const json::Value& root, const catalogue::Catalogue& catalogue)
      : fields_(root), catalogue_(catalogue) {}

  base::Result<HandlerBody, base::Issues> read() {
    HandlerBody body;
    readPlace(body.next);
    body.next.staff_id = idOrNull("staff");
    body.before = idOrNull("before");
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return body;
  }

 private:
  void wrong(std::string_view key, const json::Value& value, const char* message) {
    fields_.report(key, value, "wrong_value", base::quoted(value.text) + message);
  }

  void readPlace(store::HandlerAssignment& place) {
    const json::Value* measure = fields_.text("measure");
    const json::Value* unit = fields_.text("unit");
    const json::Value* county = fields_.optionalText("county");
    const catalogue::Clause* clause = measure ? catalogue_.find(measure->text) : nullptr;
    if (measure != nullptr) place.measure = measure->text;
    if (measure != nullptr && (clause == nullptr || !clause->isMeasure())) {
      wrong("measure", *measure, " is not a measure");
      clause = nullptr;
    }
    if (unit != nullptr) place.unit = unit->text;
    if (unit != nullptr && clause != nullptr && !isResponsible(*clause, unit->text)) {
      wrong("unit", *unit, " is not responsible for the measure");
    }
    if (county == nullptr) return;
    place.county = county->text;
    if (!isCounty(county->text, catalogue_))
      wrong("county", *county, " is not a county of the city");
  }

  bool isResponsible(const catalogue::Clause& clause, std::string_view unit) const {
    const auto& units = catalogue_.registry().units();
    return std::any_of(clause.units.begin(), clause.units.end(),
                       [&](const auto& each) { return units[each.unit].id == unit; });
  }

  std::int64_t idOrNull(std::string_view key) {
    const json::Value* value = fields_.required(key);
    if (value == nullptr || value->isNull()) return 0;
    const auto id = web::wholeNumber(*value);
    if (!value->isNumber()) {
      fields_.report(key, *value, "wrong_type", "an id or null is expected");
    } else if (!id || *id < 1) {
      wrong(key, *value, " is not an id");
    } else {
      return *id;
    }
    return 0;
  }

  web::BodyFields fields_;
  const catalogue::Catalogue& catalogue_;
};

}  // namespace

base::Result<HandlerBody, base::Issues> readHandlerBody(std::string_view body,
                                                        const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  return HandlerReader(*document, catalogue).read();
}

}  // namespace policycalc::desk
