#pragma once

#include "policycalc/engine/match.h"
#include "policycalc/engine/next_screen.h"
#include "policycalc/facts/suggestions.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/match/rendering.h"

namespace policycalc::web {

/// One answer with what it is made from.
struct Answered {
  const MatchRequest& request;
  base::Date as_of;
  const engine::Match& match;
  const Rendering& rendering;

  const catalogue::Catalogue& catalogue() const { return rendering.edition().catalogue(); }
};

// The members that the forms of an answer share.

/// `detail`, `as_of`, `catalogue`, `program`, and `selected` if the request chooses measures.
void writeAnswerHead(json::Writer& writer, const Answered& answered);
/// The object `counts`.
void writeCounts(json::Writer& writer, const engine::Match& match);
/// `certain`, `conditional` and `uncounted` of `totals`.
void writeSums(json::Writer& writer, const engine::Totals& totals);
/// {id, decides, facts} of a screen.
void writeScreen(json::Writer& writer, const engine::NextScreen& next,
                 const facts::Vocabulary& vocabulary);
/// {fact, value, because} of a suggestion.
void writeSuggestion(json::Writer& writer, const facts::Suggestion& suggestion,
                     const facts::Vocabulary& vocabulary);
/// The options of a derived fact that are still possible.
std::vector<std::string> possibleOf(const facts::Derivation& derivation,
                                    const facts::Vocabulary& vocabulary);

}  // namespace policycalc::web
