#pragma once

#include "policycalc/engine/columns.h"

namespace policycalc::engine {

/// The work on the words of a block, in one form for any processor and one with AVX2. Both give the
/// same.
struct ColumnMatcher::Kernels {
  /// Rows whose option is this one.
  void (*equal)(const ColumnBlock::Options& column, std::uint8_t option, Plane& out);
  /// Rows whose set has any of these options, or all.
  void (*hasAny)(const ColumnBlock::Sets& column, facts::OptionSet asked, Plane& out);
  void (*hasAll)(const ColumnBlock::Sets& column, facts::OptionSet asked, Plane& out);
  /// Rows whose number is at least the cut.
  void (*atLeast)(const ColumnBlock::Numbers& column, std::int64_t cut, Plane& out);
  /// `all`, `any` or `not` of the truths of `inputs`, one or more.
  void (*pass)(criteria::Criterion::Kind kind, const Truths* truths,
               std::span<const CompiledEdition::Slot> inputs, Truths& out);
  /// Verdicts by a rule, as verdictOf(). `closed` are the rows that are closed.
  void (*decide)(const CompiledEdition::Rule& rule, const Truths* truths, const Plane& closed,
                 VerdictPlanes& out);

  static const Kernels& portable();
  /// Only where hasAvx2().
  static const Kernels& avx2();
};

}  // namespace policycalc::engine
