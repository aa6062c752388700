#include "policycalc/web/profiles/profile_schema.h"

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
    writer.endArray();
    writer.key("urgent").stringOrNull(toString(option.urgent));
    writer.endObject();
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
  web::writeNeedIds(writer.key("core_for"), fact, vocabulary);
  writeDetailOf(writer.key("detail_of"), fact, vocabulary);
  writer.key("can_be_taken").boolean(fact.can_be_taken);
  writer.key("tells").stringOrNull(toString(fact.tells));
  writer.endObject();
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

}  // namespace policycalc::api
