#include "policycalc/web/profiles/profile_schema.h"

#include "policycalc/json/writer.h"
#include "policycalc/web/match/rendering.h"

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

void writeQuantitySchema(json::Writer& writer, int decimals) {
  writer.key("type").beginArray().string("number").string("string").string("null").endArray();
  writer.key("minimum").integer(0);
  writer.key("pattern").string("^[0-9]+(\\.[0-9]{1," + std::to_string(decimals) + "})?$");
}

/// The members of one fact's schema.
void writeFactSchema(json::Writer& writer, const Fact& fact) {
  constexpr int kMoneyDecimals = 2;
  constexpr int kPercentDecimals = 4;
  switch (fact.type) {
    case FactType::kText:
      writer.key("type").beginArray().string("string").string("null").endArray();
      writer.key("minLength").integer(1);
      writer.key("maxLength").integer(static_cast<std::int64_t>(facts::kMaxTextCharacters));
      return;
    case FactType::kBoolean:
      writer.key("type").beginArray().string("boolean").string("null").endArray();
      return;
    case FactType::kInteger:
      writer.key("type").beginArray().string("integer").string("null").endArray();
      writer.key("minimum").integer(0);
      return;
    case FactType::kMoney:
      writeQuantitySchema(writer, kMoneyDecimals);
      return;
    case FactType::kPercent:
      writeQuantitySchema(writer, kPercentDecimals);
      writer.key("maximum").integer(100);
      return;
    case FactType::kChoice:
      writer.key("anyOf").beginArray().beginObject();
      writeCodes(writer, fact);
      writer.endObject().beginObject();
      writer.key("type").string("null");
      writer.endObject().endArray();
      return;
    case FactType::kChoices:
      writer.key("type").beginArray().string("array").string("null").endArray();
      writer.key("uniqueItems").boolean(true);
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
  if (!fact.unit.empty()) writer.key("x-unit").string(fact.unit);
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
          "answer.");
  writer.key("type").string("object");
  writer.key("additionalProperties").boolean(false);
  writer.key("properties").beginObject();
  for (const Fact& fact : catalogue.vocabulary().facts()) {
    writer.key(fact.id).beginObject();
    writer.key("title").string(fact.label);
    writer.key("description").string(describe(fact));
    writeFactSchema(writer, fact);
    writeAnnotations(writer, fact, catalogue.vocabulary());
    writer.endObject();
  }
  writer.endObject().endObject();
  return writer.take();
}

}  // namespace policycalc::web
