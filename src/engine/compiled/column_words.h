#pragma once

// The work on whole words. The compiler makes vector instructions of these loops, in each form for
// the instructions that the calling function may use; so they must become a part of it.

#include "engine/compiled/column_kernels.h"

namespace policycalc::engine {

[[gnu::always_inline]] inline void passWords(criteria::Criterion::Kind kind,
                                             const ColumnMatcher::Truths* truths,
                                             std::span<const CompiledEdition::Slot> inputs,
                                             ColumnMatcher::Truths& out) {
  using Kind = criteria::Criterion::Kind;
  const ColumnMatcher::Truths& first = truths[inputs.front()];
  if (kind == Kind::kNot) {
    for (std::size_t i = 0; i < kPlaneWords; ++i) {
      out.met.words[i] = ~first.open.words[i];
      out.open.words[i] = ~first.met.words[i];
    }
    return;
  }
  ColumnMatcher::Truths all = first;
  for (const CompiledEdition::Slot slot : inputs.subspan(1)) {
    const ColumnMatcher::Truths& next = truths[slot];
    if (kind == Kind::kAll) {
      for (std::size_t i = 0; i < kPlaneWords; ++i) all.met.words[i] &= next.met.words[i];
      for (std::size_t i = 0; i < kPlaneWords; ++i) all.open.words[i] &= next.open.words[i];
    } else {
      for (std::size_t i = 0; i < kPlaneWords; ++i) all.met.words[i] |= next.met.words[i];
      for (std::size_t i = 0; i < kPlaneWords; ++i) all.open.words[i] |= next.open.words[i];
    }
  }
  out = all;
}

/// The bits of the verdicts' numbers, from eligible 0 to not applicable 4.
[[gnu::always_inline]] inline void decideWords(const CompiledEdition::Rule& rule,
                                               const ColumnMatcher::Truths* truths,
                                               const Plane& closed,
                                               ColumnMatcher::VerdictPlanes& out) {
  const ColumnMatcher::Truths& concerns = truths[rule.concerns];
  const ColumnMatcher::Truths& meets = truths[rule.meets];
  const std::uint64_t judged = rule.judged ? ~std::uint64_t{0} : 0;
  for (std::size_t i = 0; i < kPlaneWords; ++i) {
    const std::uint64_t concerned = concerns.open.words[i] & ~closed.words[i];
    const std::uint64_t refused = concerned & ~meets.open.words[i];
    const std::uint64_t met = concerned & concerns.met.words[i] & meets.met.words[i];
    const std::uint64_t open = concerned & ~refused & ~met;
    out[0].words[i] = (met & judged) | refused;
    out[1].words[i] = open | refused;
    out[2].words[i] = ~concerned;
  }
}

}  // namespace policycalc::engine
