#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policycalc/facts/profile.h"
#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// What is known of one fact, given and derived together.
struct Known {
  /// boolean, choice: the options still possible; choices: the options held. A choice of which
  /// nothing is known has all options possible; a fact that a body cannot have (the size of an
  /// association) has none, and every comparison of it is false.
  OptionSet options;
  std::int64_t number = 0;  ///< numeric types, if `known`
  bool known = false;  ///< numeric types and choices: given; choice: one option at most is left
  /// size and ownership: the body may also be none that has one, since its type is not known. A
  /// comparison that such a body would fail is open.
  bool none = false;
};

/// How a derived fact was worked out.
struct Derivation {
  FactIndex fact = 0;
  OptionSet possible;
  bool or_none = false;  ///< or none of them, see Known::none
  std::string because;   ///< for people
};

/// Something odd in a profile that does not stop it: design §6, `warnings`.
struct Warning {
  FactIndex fact = 0;
  std::string code;
  std::string message;
};

/// States of the register that change what is matched; any other answer, and none, is kOther.
enum class Registration : std::uint8_t {
  kOther,
  kNotYetRegistered,
  kRevoked,
  kInBankruptcy,
  kDeregistered
};

/// A profile with all that follows from it. Computed by derive(), then only read.
struct Knowledge {
  std::vector<Known> facts;             ///< one a fact of the vocabulary
  std::vector<Derivation> derivations;  ///< ownership, size_industry, enterprise_size
  std::vector<Warning> warnings;
  /// Facts to ask where enterprise_size is not settled, and where size_industry or ownership are
  /// not: only those whose answers can still settle it (design §6, `missing`).
  std::vector<FactIndex> ask_for_size;
  std::vector<FactIndex> ask_for_industry;
  std::vector<FactIndex> ask_for_ownership;
  Registration registration = Registration::kOther;
};

/// Derives ownership, size_industry and enterprise_size (design §4, "Possible values"; rulings R1),
/// and warns of answers that contradict each other. Pure; any thread.
Knowledge derive(const Profile& profile, const Vocabulary& vocabulary,
                 const SizeStandard& standard);

/// Of `ask_for_size`, the facts whose answer can still show whether the size is one of `accepted`:
/// two answers of each differ in that under some answers of the others. `accepted` must be
/// undecided: some company of which the same is known has one of them and another has not. Pure;
/// any thread.
std::vector<FactIndex> questionsForSize(const Knowledge& knowledge, const Vocabulary& vocabulary,
                                        const SizeStandard& standard, OptionSet accepted);

}  // namespace policycalc::facts
