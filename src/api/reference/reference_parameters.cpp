#include "policycalc/catalogue/references.h"

#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

using criteria::Parameter;

std::string_view typeOf(const Parameter& parameter) {
  switch (parameter.quantity) {
    case criteria::Quantity::kMoney:
      return "money";
    case criteria::Quantity::kPercent:
      return "percent";
    case criteria::Quantity::kPersons:
    case criteria::Quantity::kYears:
    case criteria::Quantity::kDays:
      break;
  }
  return "count";
}

void writePeriod(json::Writer& writer, const Parameter& parameter, const Parameter::Period& period,
                 const catalogue::Registry& registry) {
  const bool points = parameter.percentage_points;
  writer.beginObject();
  writer.key("from").string(period.from.toString());
  writer.key("to").stringOrNull(period.to ? period.to->toString() : std::string());
  writer.key("value").decimal(period.value);
  writer.key("text").string(criteria::toChinese(period.value, parameter.quantity, points));
  writer.key("text_en").string(criteria::toEnglish(period.value, parameter.quantity, points));
  web::writeCitation(writer.key("source"), period.source, registry);
  writer.key("note").stringOrNull(period.note);
  writer.endObject();
}

void writeParameterOf(json::Writer& writer, const Parameter& parameter,
                      const catalogue::ParameterUse& use, const engine::Edition& edition) {
  writer.beginObject();
  writer.key("id").string(parameter.id);
  writer.key("label").string(parameter.label);
  writer.key("type").string(typeOf(parameter));
  writer.key("unit").string(criteria::unitOf(parameter));
  writer.key("value");
  const Parameter::Period* now = parameter.at(edition.day());
  if (now == nullptr) {
    writer.null();
  } else {
    writer.decimal(now->value);
  }
  writer.key("values").beginArray();
  for (const Parameter::Period& period : parameter.periods) {
    writePeriod(writer, parameter, period, edition.catalogue().registry());
  }
  writer.endArray();
  writer.key("last_checked")
      .stringOrNull(parameter.last_checked ? parameter.last_checked->toString() : std::string());
  writer.key("used_by").beginObject();
  web::writeStrings(writer.key("criteria"), use.criteria);
  web::writeStrings(writer.key("amounts"), use.amounts);
  web::writeStrings(writer.key("texts"), use.texts);
  writer.endObject().endObject();
}

}  // namespace

std::string writeParameters(const web::Rendering& rendering) {
  const engine::Edition& edition = rendering.edition();
  const std::vector<Parameter>& all = edition.catalogue().parameters().all();
  const auto use = catalogue::useOfParameters(edition.catalogue());
  json::Writer writer;
  writer.beginObject().key("parameters").beginArray();
  for (std::size_t i = 0; i < all.size(); ++i) writeParameterOf(writer, all[i], use[i], edition);
  writer.endArray().endObject();
  return writer.take();
}

std::optional<std::string> writeParameter(const web::Rendering& rendering, std::string_view id) {
  const engine::Edition& edition = rendering.edition();
  const criteria::Parameters& parameters = edition.catalogue().parameters();
  const auto index = parameters.find(id);
  if (!index) return {};
  const auto use = catalogue::useOfParameters(edition.catalogue());
  json::Writer writer;
  writeParameterOf(writer, parameters[*index], use[*index], edition);
  return writer.take();
}

}  // namespace policycalc::api
