#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "policycalc/engine/edition.h"
#include "policycalc/engine/explained_row.h"
#include "policycalc/impact/trial.h"

#include "impact/translation.h"

namespace policycalc::impact {

/// A firm in the words of both catalogues.
struct TriedFirm {
  const Firm& firm;
  facts::Profile before;
};

/// One day of a trial: both editions, and the firms whose answers differ. One thread at a time.
class Trial::OnDay {
 public:
  /// `translation` and the catalogues outlive this object.
  OnDay(const std::shared_ptr<const catalogue::Catalogue>& before,
        const std::shared_ptr<const catalogue::Catalogue>& after, const Translation& translation,
        base::Date day);

  void take(const TriedFirm& firm);

  /// What turned, without what `told` holds, to which it is added.
  Day result(std::set<std::string>& told) const;

 private:
  /// A measure that either catalogue has; the entries' places in their editions.
  struct Pair {
    std::string id;
    std::string title;
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
    std::vector<std::string> conditions_before;
    std::vector<std::string> conditions_after;
  };
  struct Turned {
    Turn turn;
    std::size_t measure = 0;  ///< index of pairs_
    std::optional<facts::Profile> example;
  };
  struct AmountTurned {
    AmountTurn turn;
    std::size_t measure = 0;
    std::size_t benefit = 0;  ///< in the order of the later catalogue
    std::optional<facts::Profile> example;
  };
  /// The two answers on a measure.
  struct Answers {
    const engine::Outcome* before = nullptr;  ///< null: the measure is new
    const engine::Outcome* after = nullptr;
  };

  Answers answersOn(const Pair& pair) const;
  void compare(std::size_t measure, const Firm& firm);
  void compareAmounts(std::size_t measure, const Answers& answers, const Firm& firm);
  std::vector<Deciding> decidingBetween(const Pair& pair, const Answers& answers) const;
  void count(FirmCounts& counts, const Firm& firm) const;

  /// The firm's answers without those that may be left out while `stays`.
  template <typename Stays>
  std::string shortened(facts::Profile profile, const Stays& stays) const;
  void match(const facts::Profile& profile) const;

  const Translation& translation_;
  const base::Date day_;
  const engine::Edition before_;
  const engine::Edition after_;
  std::vector<Pair> pairs_;
  mutable engine::ExplainedRow row_before_;
  mutable engine::ExplainedRow row_after_;
  std::map<std::string, Turned> turned_;         ///< by what is the same of all its firms
  std::map<std::string, AmountTurned> amounts_;  ///< by measure and benefit
};

}  // namespace policycalc::impact
