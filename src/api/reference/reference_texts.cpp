// The whole catalogue of measures on a day: what an answer of `detail: core` leaves out.
#include "policycalc/web/match/match_answer.h"

#include "api/reference/reference.h"
#include "api/reference/reference_parts.h"

namespace policycalc::api {
namespace {

using catalogue::Catalogue;

void writeScopes(json::Writer& writer, const web::Rendering& rendering) {
  const Catalogue& catalogue = rendering.edition().catalogue();
  const auto rule = [&](std::string_view name, const web::Rendering::ScopeLeaf& leaf) {
    criteria::Criterion criterion;
    criterion.comparison = leaf.comparison;
    web::writeRule(writer.key(name), criterion, {leaf.node}, catalogue);
  };
  writer.beginObject();
  rule("registered", rendering.inCity());
  rule("not_yet_registered", rendering.registered());
  writer.endObject();
}

void writeFactsInShort(json::Writer& writer, const facts::Vocabulary& vocabulary) {
  writer.beginArray();
  for (const facts::Fact& fact : vocabulary.facts()) {
    writer.beginObject();
    writer.key("id").string(fact.id);
    writer.key("topic").string(vocabulary.topics()[fact.topic].id);
    writer.key("derived").boolean(!fact.derived_from.empty());
    writer.endObject();
  }
  writer.endArray();
}

void writeCounties(json::Writer& writer, const Catalogue& catalogue) {
  writer.beginArray();
  for (const catalogue::Unit& unit : catalogue.registry().units()) {
    if (unit.district) web::writeUnit(writer, unit, "local");
  }
  writer.endArray();
}

void writeCaveatsOfTotals(json::Writer& writer, const engine::Edition& edition) {
  const catalogue::AnswerTexts& texts = edition.catalogue().texts();
  writer.beginObject();
  const auto caveat = [&](std::string_view name, const catalogue::Caveat* text) {
    writer.key(name);
    if (text == nullptr) {
      writer.null();
    } else {
      web::writeCaveat(writer, *text, edition);
    }
  };
  caveat("several_awards", texts.severalAwards());
  caveat("paid_once", texts.paidOnce());
  writer.endObject();
}

}  // namespace

std::string writeMeasureTexts(const web::Rendering& rendering, const ClauseFilter& filter) {
  const engine::Edition& edition = rendering.edition();
  const Catalogue& catalogue = edition.catalogue();
  json::Writer writer;
  writer.beginObject();
  writer.key("catalogue").string(catalogue.hash());
  writer.key("measures").beginArray();
  for (const engine::Edition::Entry& entry : edition.entries()) {
    if (matches(*entry.measure, filter, catalogue)) writeWholeMeasure(writer, entry, edition);
  }
  writer.endArray();
  writeScopes(writer.key("scopes"), rendering);
  writeFactsInShort(writer.key("facts"), catalogue.vocabulary());
  writeCounties(writer.key("counties"), catalogue);
  writer.key("negation").string(catalogue.texts()[catalogue::Phrase::kNegated].text);
  writeCaveatsOfTotals(writer.key("totals_caveats"), edition);
  writer.key("notices").beginArray();
  for (const web::Notice& notice : web::noticesOf(catalogue, {})) web::writeNotice(writer, notice);
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::api
