#include "desk/handlers/handler_body.h"

#include <algorithm>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

#include "desk/counties.h"
#include "desk/person_field.h"

namespace policycalc::desk {
namespace {

class HandlerReader {
 public:
  HandlerReader(const json::Value& root, const catalogue::Catalogue& catalogue)
      : fields_(root), catalogue_(catalogue) {}

  base::Result<HandlerBody, base::Issues> read() {
    HandlerBody body;
    readPlace(body.next);
    body.next.staff_id = idOrNull(fields_, "staff");
    body.before = idOrNull(fields_, "before");
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

base::Result<DutyBody, base::Issues> readDutyBody(std::string_view body,
                                                  const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  DutyBody read;
  if (const json::Value* unit = fields.text("unit")) {
    read.next.unit = unit->text;
    if (!catalogue.registry().findUnit(unit->text)) {
      fields.report("unit", *unit, "wrong_value", base::quoted(unit->text) + " is not a unit");
    }
  }
  read.next.staff_id = idOrNull(fields, "staff");
  read.before = idOrNull(fields, "before");
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return read;
}

}  // namespace policycalc::desk
