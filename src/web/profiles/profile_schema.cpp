#include "policycalc/web/profiles/profile_schema.h"

#include "policycalc/facts/industry_code.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/match/rendering.h"

#include "web/profiles/decimal_pattern.h"

namespace policycalc::web {
namespace {

using facts::Fact;
using facts::FactType;

/// The codes to choose from, and what each means.
void writeCodes(json::Writer& writer, const Fact& fact) {
  writer.key("enum");
  writeStrings(writer, fact.codesOf(fact.allOptions()));
  writer.key("x-enumDescriptions").beginObject();
  for (const facts::Option& option : fact.options) writer.key(option.code).string(option.label);
  writer.endObject().key("x-enumDescriptions-en").beginObject();
  for (const facts::Option& option : fact.options) writer.key(option.code).string(option.label_en);
  writer.endObject();
}

/// What a value is counted in and how exact it may be.
std::string unitOf(const Fact& fact) {
  switch (fact.type) {
    case FactType::kMoney:
      return "单位：元，最多两位小数。In yuan (CNY), at most 2 decimals.";
    case FactType::kPercent:
      return "单位：%，最多四位小数。In per cent, 0 to 100, at most 4 decimals.";
    case FactType::kInteger:
      return "单位：" + fact.unit + "，整数。A whole number of persons.";
    default:
      return {};
  }
}

std::string describe(const Fact& fact) {
  const std::string unit = unitOf(fact);
  if (fact.help.empty()) return unit.empty() ? fact.label_en : unit;
  return unit.empty() ? fact.help : fact.help + " " + unit;
}

/// The unit for programs, by the unit of the vocabulary, which is for people.
std::string_view unitForPrograms(const Fact& fact) {
  if (fact.unit == "人") return "people";
  if (fact.unit == "%") return "percent";
  return fact.unit;
}

void writeTypes(json::Writer& writer, std::initializer_list<const char*> types) {
  writer.key("type").beginArray();
  for (const char* type : types) writer.string(type);
  writer.string("null").endArray();
}

/// A text without control characters, which the service refuses.
void writeTextSchema(json::Writer& writer, const std::string& pattern) {
  writeTypes(writer, {"string"});
  writer.key("minLength").integer(1);
  writer.key("maxLength").integer(static_cast<std::int64_t>(facts::kMaxTextCharacters));
  writer.key("pattern").string(pattern);
}

// The largest values are those that 64 bits hold. Where numbers are binary fractions, they round up
// to the next number of that kind, which the service refuses: `exclusiveMaximum` refuses it too.

void writeCountSchema(json::Writer& writer) {
  writeTypes(writer, {"integer"});
  writer.key("minimum").integer(0);
  writer.key("maximum").raw("9223372036854775807");
  writer.key("exclusiveMaximum").raw("9223372036854775808");
}

void writeMoneySchema(json::Writer& writer) {
  writeTypes(writer, {"number", "string"});
  writer.key("minimum").integer(0);
  writer.key("maximum").raw("92233720368547758.07");
  writer.key("exclusiveMaximum").raw("92233720368547760");
  writer.key("multipleOf").raw("0.01");
  writer.key("pattern").string(decimalPattern({"92233720368547758", "07"}));
}

void writePercentSchema(json::Writer& writer) {
  writeTypes(writer, {"number", "string"});
  writer.key("minimum").integer(0);
  writer.key("maximum").integer(100);
  writer.key("multipleOf").raw("0.0001");
  writer.key("pattern").string(decimalPattern({"100", "0000"}));
}

/// The members of one fact's schema.
void writeFactSchema(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  switch (fact.type) {
    case FactType::kText:
      return writeTextSchema(writer, &fact == &vocabulary.fact(vocabulary.known().industry_code)
                                         ? facts::IndustryCode::pattern()
                                         : "^[^\\u0000-\\u001F\\u007F]*$");
    case FactType::kBoolean:
      return writeTypes(writer, {"boolean"});
    case FactType::kInteger:
      return writeCountSchema(writer);
    case FactType::kMoney:
      return writeMoneySchema(writer);
    case FactType::kPercent:
      return writePercentSchema(writer);
    case FactType::kChoice:
      writer.key("anyOf").beginArray().beginObject();
      writeCodes(writer, fact);
      writer.endObject().beginObject();
      writer.key("type").string("null");
      writer.endObject().endArray();
      return;
    case FactType::kChoices:
      writeTypes(writer, {"array"});
      writer.key("uniqueItems").boolean(true);
      writer.key("maxItems").integer(static_cast<std::int64_t>(fact.options.size()));
      writer.key("items").beginObject();
      writeCodes(writer, fact);
      writer.endObject();
      return;
  }
}

/// What a schema has no words for: English, and who is asked this first.
void writeAnnotations(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  writer.key("x-title-en").string(fact.label_en);
  if (!fact.help_en.empty()) writer.key("x-description-en").string(fact.help_en);
  if (!fact.unit.empty()) writer.key("x-unit").string(unitForPrograms(fact));
  writer.key("x-core").boolean(fact.core);
  writeNeedIds(writer.key("x-core-for"), fact, vocabulary);
}

}  // namespace

void writeNeedIds(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  writer.beginArray();
  for (const std::size_t need : fact.core_for) writer.string(vocabulary.needs()[need].id);
  writer.endArray();
}

std::string writeProfileSchema(const catalogue::Catalogue& catalogue) {
  json::Writer writer;
  writer.beginObject();
  writer.key("$schema").string("https://json-schema.org/draft/2020-12/schema");
  writer.key("title").string("policycalc profile");
  writer.key("description")
      .string(
          "The facts of one company. A missing key or null means unknown; an empty list is an "
          "answer. It takes what the service takes. A validator that computes in binary fractions "
          "needs a tolerance for `multipleOf` (in ajv `multipleOfPrecision: 3`), as it does not "
          "see 19.99 as a multiple of 0.01; without one, write such a figure as a text: "
          "\"19.99\".");
  writer.key("type").string("object");
  writer.key("additionalProperties").boolean(false);
  writer.key("properties").beginObject();
  for (const Fact& fact : catalogue.vocabulary().facts()) {
    writer.key(fact.id).beginObject();
    writer.key("title").string(fact.label);
    writer.key("description").string(describe(fact));
    writeFactSchema(writer, fact, catalogue.vocabulary());
    writeAnnotations(writer, fact, catalogue.vocabulary());
    writer.endObject();
  }
  writer.endObject().endObject();
  return writer.take();
}

}  // namespace policycalc::web
