#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "policycalc/engine/match.h"

#include "stories/story.h"

namespace policycalc::bench {

/// The order of the questions.
enum class Order : std::uint8_t {
  kFirstQuestions,  ///< `core`, `core_for` the company's needs, then as the answer ranks them
  kRelevant,        ///< the vocabulary's order, without what can no longer change a verdict
  kVocabulary       ///< everything in the vocabulary's order
};

/// One company, asked until none of its answers could settle an open measure.
struct Interview {
  std::vector<facts::FactIndex> asked;    ///< in order, including those without an answer
  std::vector<std::size_t> found;         ///< measures that serve it: before the first, after each
  std::vector<engine::Verdict> verdicts;  ///< at the end, as edition.entries()
};

/// The needs of a company: at most two, those in which most measures serve it, as indices into the
/// vocabulary's needs.
std::vector<std::size_t> needsOf(const test::Story& story, const catalogue::Catalogue& catalogue);

/// Asks the company of `story`. It gives the answers of its story, else “not known”. If the story
/// has only a fact that is derived from the one asked for (the industry instead of its code), it
/// gives that one, which is beside it on the form. Pure; any thread.
Interview interview(const engine::Edition& edition, const test::Story& story, Order order);

/// The lower median of the values; 0 if there are none.
std::size_t median(std::vector<std::size_t> values);

}  // namespace policycalc::bench
