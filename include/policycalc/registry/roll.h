#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "policycalc/registry/batch.h"

namespace policycalc::registry {

/// Why a company is on the roll of a measure.
enum class Standing : std::uint8_t {
  kEligible,
  kConditional,
  kOneFactShort,      ///< undetermined, and one fact would settle it
  kEntityTypeUnknown  ///< not refused, but a roll needs to know what kind of body it is
};
constexpr std::size_t kStandings = 4;
/// `eligible`, `conditional`, `one_fact_short`, `entity_type_unknown`.
std::string_view toString(Standing standing);
std::optional<Standing> parseStanding(std::string_view text);

/// A former roll of the same measure, to tell what has changed since. Any thread may ask it.
class FormerRoll {
 public:
  /// Reads what runRoll() wrote, in either form, also compressed. Fails with `not_a_roll`,
  /// `other_measure`, `not_complete`, or why it cannot be read.
  static base::Result<std::unique_ptr<FormerRoll>, base::Issue> read(std::unique_ptr<Source> source,
                                                                     std::string_view measure);

  /// The standing of a company by its id, a JSON text or number, which counts from now on as asked.
  std::optional<Standing> find(const std::string& id) const;

  struct Firm {
    std::string id;
    Standing standing;
  };
  /// The companies that find() was not asked for, by id.
  std::vector<Firm> notAsked() const;

 private:
  struct Kept {
    Standing standing;
    mutable std::atomic<bool> asked{false};
    explicit Kept(Standing is) : standing(is) {}
  };
  std::unordered_map<std::string, Kept> firms_;
};

/// What a roll asks. What it refers to outlives it.
struct RollSetup {
  /// How the registry is read; `as_csv` is the form of the roll. What is told, and `explain`, are
  /// not used.
  const BatchSetup& batch;
  std::size_t measure = 0;             ///< an index into the edition's entries
  const FormerRoll* former = nullptr;  ///< null: nothing to compare with
};

/// The companies of a roll in numbers.
struct RollCounts {
  using ByStanding = std::array<std::uint64_t, kStandings>;
  ByStanding all{};
  std::map<std::string, ByStanding> by_county;   ///< code of the option of `district`; "" unknown
  std::map<std::string, ByStanding> by_size;     ///< code of `enterprise_size`; "" unknown
  std::map<std::string, std::uint64_t> by_fact;  ///< one fact short: which
  std::uint64_t added = 0;                       ///< since the former roll, likewise the next
  std::uint64_t changed = 0;
  std::uint64_t gone = 0;
  std::uint64_t without_id = 0;  ///< on the roll, but not to be compared

  std::uint64_t listed() const;
  void add(const RollCounts& more);
};

struct RollSummary {
  Summary run;
  RollCounts counts;
};

/// Writes the roll of a measure: lines that say what it is and that it is not public, a line for
/// each company on it and for each record that cannot be read, in the order of the registry; then
/// those gone since the former roll, and the last line. Threads and memory are those of runBatch(),
/// and what the former roll takes.
RollSummary runRoll(RecordReader& reader, const RollSetup& setup, Sink& sink,
                    const RunOptions& options);

}  // namespace policycalc::registry
