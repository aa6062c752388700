#include "desk/people/absence_body.h"

#include <optional>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

#include "desk/person_field.h"

namespace policycalc::desk {
namespace {

std::optional<base::Date> readDay(web::BodyFields& fields, std::string_view key) {
  const json::Value* value = fields.text(key);
  if (value == nullptr) return std::nullopt;
  const auto day = base::Date::parse(value->text);
  if (day.ok()) return *day;
  fields.report(key, *value, "wrong_value", base::quoted(value->text) + " is not a day");
  return std::nullopt;
}

}  // namespace

base::Result<AbsenceBody, base::Issues> readAbsence(std::string_view body, base::Date today) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  AbsenceBody read;
  const auto from = readDay(fields, "from");
  const auto to = readDay(fields, "to");
  const auto report_end = [&](const char* message) {
    fields.report("to", *document->find("to"), "wrong_value", message);
  };
  if (to && *to < today) {
    report_end("the absence is over already");
  } else if (from && to && *to < *from) {
    report_end("the last day is before the first one");
  } else if (from && to && to->days() - from->days() >= std::chrono::days(kLongestAbsence)) {
    report_end("the absence is longer than a year");
  }
  if (from) read.from = *from;
  if (to) read.to = *to;
  read.substitute_id = idOrNull(fields, "substitute");
  read.matters_to = optionalIdOrNull(fields, *document, "matters_to").value_or(0);
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return read;
}

}  // namespace policycalc::desk
