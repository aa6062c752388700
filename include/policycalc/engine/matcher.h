#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "policycalc/engine/explained_row.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// match() for one profile after another on an edition, which must outlive it. Keeps its memory
/// and what it found missing, so that a usual profile takes few allocations and no search. One
/// thread at a time.
class Matcher {
 public:
  explicit Matcher(const Edition& edition);
  ~Matcher();
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  /// The answer is good until the next call.
  const Match& take(const facts::Profile& profile);
  /// The same as chosenOf() makes of it.
  const Match& take(const facts::Profile& profile, const std::vector<bool>& chosen);

  /// The last answer, to keep. The matcher must not be used again.
  Match release() { return std::move(match_); }

 private:
  struct Formula;

  void locate();
  void warn();
  void listAfterRegistration();
  void wordFormulas();
  void sort();
  void takeBackNeedless();
  bool isKeptByRegistration(const Outcome& outcome) const;

  const Edition& edition_;
  ExplainedRow explained_;
  std::vector<Formula> formulas_;           ///< of the computed amounts
  std::vector<facts::OptionSet> made_for_;  ///< states of registration, by outcome
  std::vector<std::uint8_t> places_;        ///< by outcome, in the order of verdicts
  Match match_;
};

/// Lends matchers of one edition, which must outlive it: if it can, one that was last used on the
/// same processor, whose cache may still hold it. Thread-safe; what it lends is for one thread at a
/// time.
class MatcherPool {
 public:
  explicit MatcherPool(const Edition& edition) : edition_(edition) {}

  /// Gives its matcher back when it goes.
  class Lease {
   public:
    explicit Lease(MatcherPool& pool) : pool_(pool), matcher_(pool.lend()) {}
    ~Lease() { pool_.takeBack(std::move(matcher_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Matcher& operator*() const { return *matcher_; }
    Matcher* operator->() const { return matcher_.get(); }

   private:
    MatcherPool& pool_;
    std::unique_ptr<Matcher> matcher_;
  };

 private:
  struct Free {
    std::unique_ptr<Matcher> matcher;
    int processor = 0;  ///< on which it was last used
  };

  std::unique_ptr<Matcher> lend();
  void takeBack(std::unique_ptr<Matcher> matcher);

  const Edition& edition_;
  std::mutex mutex_;
  std::vector<Free> free_;  ///< guarded by mutex_
};

}  // namespace policycalc::engine
