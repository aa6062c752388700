#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "policycalc/engine/compiled_edition.h"
#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/profile.h"

namespace policycalc::engine {

/// The rows of a block. One bit a row makes a plane.
constexpr std::size_t kBlockRows = 1024;
constexpr std::size_t kPlaneWords = kBlockRows / 64;

/// A yes or no for each row of a block: bit i % 64 of word i / 64.
struct alignas(32) Plane {
  std::array<std::uint64_t, kPlaneWords> words{};

  bool has(std::size_t row) const { return (words[row / 64] >> (row % 64) & 1U) != 0; }
  void add(std::size_t row) { words[row / 64] |= std::uint64_t{1} << (row % 64); }
};

/// Up to kBlockRows profiles, fact by fact. Holds the facts that a compiled edition, which must
/// outlive it, reads; other answers are dropped. One thread at a time.
class ColumnBlock {
 public:
  /// A fact with one option: the option, or kNoOption.
  using Options = std::array<std::uint8_t, kBlockRows>;
  static constexpr std::uint8_t kNoOption = 0xFF;
  using Numbers = std::array<std::int64_t, kBlockRows>;
  using Sets = std::array<facts::OptionSet, kBlockRows>;
  struct alignas(32) OptionColumn {
    Options options;
  };
  struct alignas(32) NumberColumn {
    Numbers numbers;
    Plane known;
  };
  struct alignas(32) ListColumn {
    Sets sets;
    Plane known;
  };

  explicit ColumnBlock(const CompiledEdition& compiled);

  std::size_t size() const { return rows_; }
  bool isFull() const { return rows_ == kBlockRows; }
  void clear() { rows_ = 0; }

  /// Adds a row without answers; returns its index. The block must not be full.
  std::size_t addRow();
  /// Adds a profile. The block must not be full.
  void add(const facts::Profile& profile);

  /// Answers of a row, each given once. A fact of another type, or one that the rules do not read,
  /// changes nothing.
  void setOption(std::size_t row, facts::FactIndex fact, std::size_t option);
  void setList(std::size_t row, facts::FactIndex fact, facts::OptionSet options);
  void setNumber(std::size_t row, facts::FactIndex fact, std::int64_t number);
  void setIndustryCode(std::size_t row, const facts::CodeReading& reading);

  /// The column of a fact; null if the rules do not read it or it has another type.
  const OptionColumn* options(facts::FactIndex fact) const;
  const ListColumn* list(facts::FactIndex fact) const;
  const NumberColumn* numbers(facts::FactIndex fact) const;
  const facts::CodeReading& industryCode(std::size_t row) const { return codes_[row]; }

 private:
  enum class Kind : std::uint8_t { kUnread, kOption, kList, kNumber };
  struct Place {
    Kind kind = Kind::kUnread;
    std::uint16_t at = 0;
  };

  void read(facts::FactIndex fact, facts::FactType type);

  const CompiledEdition& compiled_;
  std::size_t rows_ = 0;
  std::vector<Place> places_;            ///< by fact
  std::vector<facts::FactIndex> facts_;  ///< that are read
  std::vector<OptionColumn> options_;
  std::vector<ListColumn> lists_;
  std::vector<NumberColumn> numbers_;
  std::vector<facts::CodeReading> codes_;  ///< empty if the rules do not read them
};

/// Matches blocks of profiles on a compiled edition, which must outlive it: a word holds one truth
/// of 64 profiles. One thread at a time.
class ColumnMatcher {
 public:
  /// How words are worked on. kFastest: by AVX2 where the processor has it.
  enum class Form : std::uint8_t { kPortable, kAvx2, kFastest };

  explicit ColumnMatcher(const CompiledEdition& compiled, Form form = Form::kFastest);
  /// Whether this processor can do AVX2.
  static bool hasAvx2();

  /// Evaluates every slot on the rows of a block of the same compiled edition.
  void take(const ColumnBlock& block);

  criteria::Truth truth(CompiledEdition::Slot slot, std::size_t row) const;
  /// The verdict of a measure, an index into Edition::entries().
  Verdict verdict(std::size_t entry, std::size_t row) const;
  /// The rows with a verdict for a measure.
  Plane rowsWith(std::size_t entry, Verdict verdict) const;
  std::size_t count(std::size_t entry, Verdict verdict) const;
  /// The verdicts of a row in the order of Edition::entries(), of which `out` has the size.
  void writeVerdicts(std::size_t row, std::span<Verdict> out) const;

  /// The truths of a slot: those that hold, and those that are not refuted.
  struct Truths {
    Plane met;
    Plane open;
  };
  /// The verdicts by a rule: their numbers as three bits.
  using VerdictPlanes = std::array<Plane, 3>;
  /// What works on words; see column_kernels.h.
  struct Kernels;

 private:
  void deriveBody(const ColumnBlock& block);
  void testOptions(const ColumnBlock& block);
  void testSingle(const CompiledEdition::OptionTests& tests, const ColumnBlock& block);
  void testSets(const CompiledEdition::OptionTests& tests, const ColumnBlock& block);
  void testNumbers(const ColumnBlock& block);
  void testDifferences(const ColumnBlock& block);
  void testOthers(const ColumnBlock& block);
  void passGates();
  void decide();

  const CompiledEdition& compiled_;
  const Kernels& kernels_;
  bool derives_ = false;
  std::size_t rows_ = 0;
  std::vector<Truths> truths_;           ///< by slot
  std::vector<Plane> options_;           ///< of the fact that is tested, by option
  std::vector<VerdictPlanes> verdicts_;  ///< by rule
  struct alignas(32) DerivedColumn {
    ColumnBlock::Sets sets;
    Plane known;
    Plane none;
  };
  std::array<DerivedColumn, 3> derived_;  ///< owner, industry, size
  facts::Knowledge scratch_;              ///< for other tests
};

}  // namespace policycalc::engine
