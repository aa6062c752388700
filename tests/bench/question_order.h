#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "policycalc/engine/match.h"

#include "stories/story.h"

namespace policycalc::bench {

/// Which question comes next.
enum class Order : std::uint8_t {
  kFirstQuestions,  ///< `core`, `core_for` the company's needs, then as the answer ranks them
  kRelevant,        ///< the vocabulary's order, leaving out what can change no verdict any more
  kVocabulary       ///< everything in the vocabulary's order
};

/// One company that is asked question by question until no measure is open that an answer of it
/// could settle.
struct Interview {
  std::vector<facts::FactIndex> asked;    ///< in turn, also those that it could not answer
  std::vector<std::size_t> found;         ///< measures that serve it: before the first, after each
  std::vector<engine::Verdict> verdicts;  ///< at the end, as edition.entries()
};

/// What a company came for: the two fields in which most measures serve it, as indices into the
/// vocabulary's needs; fewer where fewer have any.
std::vector<std::size_t> needsOf(const test::Story& story, const catalogue::Catalogue& catalogue);

/// Asks the company of `story`. It answers what its story says, “not known” where that says nothing
/// and, where the story leaves out a fact but holds one that is worked out from it (the industry
/// for its code), the latter, which stands beside it on the form. Pure; any thread.
Interview interview(const engine::Edition& edition, const test::Story& story, Order order);

/// The middle of the values, the lower one of two; 0 for none.
std::size_t median(std::vector<std::size_t> values);

}  // namespace policycalc::bench
