#include "web/match/answer_parts.h"

#include "policycalc/web/match/match_answer.h"

namespace policycalc::web {

void writeAnswerHead(json::Writer& writer, const Answered& answered) {
  writer.key("detail").string(toString(answered.request.detail));
  writer.key("as_of").string(answered.as_of.toString());
  writer.key("catalogue").string(answered.catalogue().hash());
  writer.key("program").string(programVersion());
  if (!answered.request.chosen.empty()) {
    writer.key("selected").integer(static_cast<std::int64_t>(answered.match.outcomes.size()));
  }
}

void writeCounts(json::Writer& writer, const engine::Match& match) {
  writer.beginObject();
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    writer.key(toString(static_cast<engine::Verdict>(i))).integer(match.counts[i]);
  }
  writer.endObject();
}

void writeSums(json::Writer& writer, const engine::Totals& totals) {
  writer.key("certain").decimal(totals.certain);
  writer.key("conditional").decimal(totals.conditional);
  writer.key("uncounted").integer(totals.uncounted);
}

void writeScreen(json::Writer& writer, const engine::NextScreen& next,
                 const facts::Vocabulary& vocabulary) {
  writer.beginObject();
  writer.key("id").string(next.screen->id);
  writer.key("decides").beginArray();
  for (const catalogue::Clause* measure : next.decides) writer.string(measure->id);
  writer.endArray().key("facts").beginArray();
  for (const facts::FactIndex fact : next.facts) writer.string(vocabulary.fact(fact).id);
  writer.endArray().endObject();
}

void writeSuggestion(json::Writer& writer, const facts::Suggestion& suggestion,
                     const facts::Vocabulary& vocabulary) {
  const facts::Fact& fact = vocabulary.fact(suggestion.fact);
  writer.beginObject();
  writer.key("fact").string(fact.id);
  writer.key("value").string(fact.options[suggestion.option].code);
  writer.key("because").string(suggestion.because);
  writer.endObject();
}

std::vector<std::string> possibleOf(const facts::Derivation& derivation,
                                    const facts::Vocabulary& vocabulary) {
  std::vector<std::string> possible = vocabulary.fact(derivation.fact).codesOf(derivation.possible);
  if (derivation.or_none) possible.emplace_back("none");
  return possible;
}

}  // namespace policycalc::web
