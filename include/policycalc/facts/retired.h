#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/json/decoder.h"
#include "policycalc/json/value.h"

namespace policycalc::facts {

class Vocabulary;

/// A question that is asked no more.
struct RetiredFact {
  std::string id;
  std::string note;  ///< for people: why, and what takes its place
};

/// An answer that is offered no more.
struct RetiredOption {
  std::string fact;  ///< id of a fact of today
  std::string code;
  std::vector<std::string> successors;              ///< options of today that say it more exactly
  std::optional<std::vector<std::string>> becomes;  ///< what an old answer is read as; absent: ask
  std::string note;
};

/// What earlier versions of the vocabulary asked and this one does not (`retired` in facts.json).
/// Requests that still name it are refused by name; profiles that were saved with it are read
/// through renew(). Immutable after loading.
class Retired {
 public:
  /// Reads the member `retired`, which may be absent. Names must not be those of today, and
  /// successors must be.
  static Retired load(json::Decoder& root, const Vocabulary& vocabulary);

  const std::vector<RetiredFact>& facts() const { return facts_; }
  const std::vector<RetiredOption>& options() const { return options_; }
  const RetiredFact* findFact(std::string_view id) const;
  const RetiredOption* findOption(std::string_view fact, std::string_view code) const;

 private:
  std::vector<RetiredFact> facts_;
  std::vector<RetiredOption> options_;
};

/// A fact of a saved profile that could not be read as it was.
struct Renewal {
  std::string fact;
  bool lost = false;  ///< it has to be answered again
  std::string note;   ///< for people
};

/// A saved profile in the words of today.
struct RenewedProfile {
  json::Value profile;
  std::vector<Renewal> renewals;
};

/// Reads a profile that an earlier vocabulary wrote: a retired fact is left out, a retired option
/// becomes what the vocabulary says, or its fact is left open, and a single answer to what is now
/// a list becomes a list of one. Nothing is guessed: where an old answer has no plain counterpart
/// the fact is unknown again. Pure; any thread.
RenewedProfile renew(const json::Value& profile, const Vocabulary& vocabulary);

}  // namespace policycalc::facts
