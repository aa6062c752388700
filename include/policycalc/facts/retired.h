#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/json/decoder.h"
#include "policycalc/json/value.h"

namespace policycalc::facts {

class Vocabulary;

/// A question that is no longer asked.
struct RetiredFact {
  std::string id;
  std::string note;  ///< for people: why, and what replaces it
};

/// An answer that is no longer offered.
struct RetiredOption {
  std::string fact;  ///< id of a current fact
  std::string code;
  std::vector<std::string> successors;  ///< current options to choose instead
  std::optional<std::vector<std::string>>
      becomes;  ///< how an old answer is read; absent: ask again
  std::string note;
};

/// The facts and options that only earlier versions of the vocabulary have (`retired` in
/// facts.json). A request that names one is refused with an explanation; renew() reads saved
/// profiles that contain them. Immutable after loading.
class Retired {
 public:
  /// Reads the member `retired`, which may be absent. Retired names must not be current ones, and
  /// successors must be current.
  static Retired load(json::Decoder& root, const Vocabulary& vocabulary);

  const std::vector<RetiredFact>& facts() const { return facts_; }
  const std::vector<RetiredOption>& options() const { return options_; }
  const RetiredFact* findFact(std::string_view id) const;
  const RetiredOption* findOption(std::string_view fact, std::string_view code) const;

 private:
  std::vector<RetiredFact> facts_;
  std::vector<RetiredOption> options_;
};

/// A change that renew() made to a saved profile.
struct Renewal {
  std::string fact;
  bool lost = false;  ///< the fact has to be answered again
  std::string note;   ///< for people
};

/// A saved profile in the current vocabulary.
struct RenewedProfile {
  json::Value profile;
  std::vector<Renewal> renewals;
};

/// Converts a profile of an earlier vocabulary: drops retired facts, replaces retired options as
/// the vocabulary says, and turns a single answer into a list of one if the fact is now a list.
/// Does not guess: an old answer without a clear counterpart becomes unknown. Pure; any thread.
RenewedProfile renew(const json::Value& profile, const Vocabulary& vocabulary);

}  // namespace policycalc::facts
