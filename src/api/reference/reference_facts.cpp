#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

using facts::Fact;
using facts::FactType;

void writeOptionList(json::Writer& writer, const Fact& fact) {
  writer.key("options").beginArray();
  for (const facts::Option& option : fact.options) {
    writer.beginObject();
    writer.key("code").string(option.code);
    writer.key("label").string(option.label);
    writer.key("label_en").string(option.label_en);
    writer.key("keywords");
    web::writeStrings(writer, option.keywords);
    writer.key("former_codes").beginArray();
    for (const facts::FormerCode& former : option.former_codes) {
      writer.beginObject();
      writer.key("code").string(former.code);
      writer.key("until").stringOrNull(former.until);
      writer.endObject();
    }
    writer.endArray().endObject();
  }
  writer.endArray();
}

/// Which answers to the parent ask for this one.
void writeDetailOf(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  if (!fact.detail_of) {
    writer.null();
    return;
  }
  const Fact& parent = vocabulary.fact(fact.detail_of->parent);
  writer.beginObject();
  writer.key("fact").string(parent.id);
  writer.key("op").string(parent.type == FactType::kChoices ? "has_any" : "in");
  writer.key("options");
  web::writeStrings(writer, parent.codesOf(fact.detail_of->options));
  writer.endObject();
}

void writeRetired(json::Writer& writer, const facts::Retired& retired) {
  writer.beginObject().key("facts").beginArray();
  for (const facts::RetiredFact& fact : retired.facts()) {
    writer.beginObject();
    writer.key("id").string(fact.id);
    writer.key("note").string(fact.note);
    writer.endObject();
  }
  writer.endArray().key("options").beginArray();
  for (const facts::RetiredOption& option : retired.options()) {
    writer.beginObject();
    writer.key("fact").string(option.fact);
    writer.key("code").string(option.code);
    writer.key("successors");
    web::writeStrings(writer, option.successors);
    writer.key("becomes");
    if (option.becomes) {
      web::writeStrings(writer, *option.becomes);
    } else {
      writer.null();
    }
    writer.key("note").string(option.note);
    writer.endObject();
  }
  writer.endArray().endObject();
}

void writeNeedIds(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  writer.beginArray();
  for (const std::size_t need : fact.core_for) writer.string(vocabulary.needs()[need].id);
  writer.endArray();
}

void writeNeeds(json::Writer& writer, const facts::Vocabulary& vocabulary) {
  writer.beginArray();
  for (const facts::Topic& need : vocabulary.needs()) {
    writer.beginObject();
    writer.key("id").string(need.id);
    writer.key("label").string(need.label);
    writer.key("label_en").string(need.label_en);
    writer.endObject();
  }
  writer.endArray();
}

void writeFact(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  const facts::Topic& topic = vocabulary.topics()[fact.topic];
  writer.beginObject();
  writer.key("id").string(fact.id);
  writer.key("type").string(facts::typeName(fact.type));
  writer.key("label").string(fact.label);
  writer.key("label_en").string(fact.label_en);
  writer.key("topic").string(topic.id);
  writer.key("topic_label").string(topic.label);
  writer.key("topic_label_en").string(topic.label_en);
  writer.key("unit").stringOrNull(fact.unit);
  writeOptionList(writer, fact);
  writer.key("derived_from").beginArray();
  for (const facts::FactIndex source : fact.derived_from) {
    writer.string(vocabulary.fact(source).id);
  }
  writer.endArray();
  writer.key("help").stringOrNull(fact.help);
  writer.key("help_en").stringOrNull(fact.help_en);
  writer.key("why").stringOrNull(fact.why);
  writer.key("why_en").stringOrNull(fact.why_en);
  writer.key("asked").boolean(fact.asked);
  writer.key("core").boolean(fact.core);
  writeNeedIds(writer.key("core_for"), fact, vocabulary);
  writeDetailOf(writer.key("detail_of"), fact, vocabulary);
  writer.key("can_be_taken").boolean(fact.can_be_taken);
  writer.endObject();
}

void writeCodes(json::Writer& writer, const Fact& fact) {
  writer.key("enum");
  web::writeStrings(writer, fact.codesOf(fact.allOptions()));
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

/// What JSON Schema lacks keywords for: English texts, and when the fact is asked first.
void writeAnnotations(json::Writer& writer, const Fact& fact, const facts::Vocabulary& vocabulary) {
  writer.key("x-title-en").string(fact.label_en);
  if (!fact.help_en.empty()) writer.key("x-description-en").string(fact.help_en);
  writer.key("x-core").boolean(fact.core);
  writeNeedIds(writer.key("x-core-for"), fact, vocabulary);
}

}  // namespace

std::string writeFacts(const catalogue::Catalogue& catalogue, std::string_view topic) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  json::Writer writer;
  writer.beginObject().key("facts").beginArray();
  for (const Fact& fact : vocabulary.facts()) {
    if (!topic.empty() && vocabulary.topics()[fact.topic].id != topic) continue;
    writeFact(writer, fact, vocabulary);
  }
  writer.endArray();
  writeNeeds(writer.key("needs"), vocabulary);
  writeRetired(writer.key("retired"), vocabulary.retired());
  writer.endObject();
  return writer.take();
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
    if (!fact.help.empty()) writer.key("description").string(fact.help);
    writeFactSchema(writer, fact);
    writeAnnotations(writer, fact, catalogue.vocabulary());
    writer.endObject();
  }
  writer.endObject().endObject();
  return writer.take();
}

}  // namespace policycalc::api
