#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "policycalc/facts/name_index.h"
#include "policycalc/facts/profile.h"
#include "policycalc/json/scanner.h"

namespace policycalc::facts {

/// Reads a profile from its text without a tree between them. What it takes, readProfile() reads to
/// the same profile; at anything that readProfile() might refuse it lets the scanner give up, and
/// readProfile() then names the fault. Its arguments must outlive it. Not thread-safe.
class ProfileScanner {
 public:
  /// `names` is an index of the vocabulary, for those who read many profiles. Profiles whose
  /// members come in the order of the profile before are read fastest.
  explicit ProfileScanner(const Vocabulary& vocabulary, const NameIndex* names = nullptr);

  /// Begins a profile: forgets the answers in `profile`, which keeps its memory, and the members
  /// that were read.
  void begin(Profile& profile);

  /// Reads the value of the fact `key` into the profile that was begun, which must still exist.
  /// False if the scanner gave up: also at a key that is not a fact or was read before.
  bool readMember(std::string_view key, json::Scanner& scanner);
  bool readFact(FactIndex fact, json::Scanner& scanner);

  /// Reads an object of facts into `profile`.
  bool readObject(json::Scanner& scanner, Profile& profile);

 private:
  bool readOptions(FactIndex fact, json::Scanner& scanner, Given& given) const;
  bool readText(FactIndex fact, json::Scanner& scanner, Given& given) const;
  static bool readNumber(const Fact& fact, json::Scanner& scanner, Given& given);

  std::optional<FactIndex> findFact(std::string_view id);
  std::optional<std::size_t> findOption(FactIndex fact, std::string_view code) const;

  const Vocabulary& vocabulary_;
  const NameIndex* names_;
  Profile* profile_ = nullptr;
  std::vector<bool> read_;  ///< by fact
  /// By fact, the one that came after it last; the first of a profile is last in the list. Empty
  /// without `names_`.
  std::vector<FactIndex> after_;
  std::size_t before_ = 0;  ///< the place in after_ of the member that was read before
};

}  // namespace policycalc::facts
