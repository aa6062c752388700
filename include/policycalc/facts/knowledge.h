#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/profile.h"
#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// What is known of one fact, given or derived.
struct Known {
  /// boolean, choice: the options that are still possible; choices: the options held. An unknown
  /// choice has all options. A fact that a body cannot have (the size of an association) has none,
  /// and every comparison of it is false.
  OptionSet options;
  std::int64_t number = 0;  ///< numeric types, if `known`
  bool known = false;       ///< numeric types, choices: given; choice: at most one option is left
  /// size and ownership: the type of the body is unknown, and it may have no size or no owner. A
  /// comparison that such a body would fail is open.
  bool none = false;
};

/// How a fact was derived.
struct Derivation {
  FactIndex fact = 0;
  OptionSet possible;
  bool or_none = false;  ///< or none of them: see Known::none
  std::string because;   ///< for people
};

/// A warning about a profile; it changes no verdict. Answers list it in `warnings`.
struct Warning {
  FactIndex fact = 0;
  std::string code;
  std::string message;
  std::string message_en;  ///< empty if it rests on an earlier version's text
};

/// States of registration that change verdicts or warnings. kOther is any other answer, or none.
enum class Registration : std::uint8_t {
  kOther,
  kNotYetRegistered,
  kRevoked,
  kInBankruptcy,
  kDeregistered
};

/// The option of `registration_status` that means the state; "" for kOther.
std::string_view codeOf(Registration state);

/// A profile with everything derived from it. derive() makes it; it does not change afterwards.
struct Knowledge {
  std::vector<Known> facts;             ///< one for each fact of the vocabulary
  std::vector<Derivation> derivations;  ///< ownership, size_industry, enterprise_size
  std::vector<Warning> warnings;
  /// The facts to ask while enterprise_size, size_industry or ownership is open: those whose
  /// answers can still settle it.
  std::vector<FactIndex> ask_for_size;
  std::vector<FactIndex> ask_for_industry;
  std::vector<FactIndex> ask_for_ownership;
  Registration registration = Registration::kOther;
};

/// Derives ownership, size_industry and enterprise_size (`policies/README.md`, "What is derived"),
/// and warns of answers that contradict each other. Pure; any thread.
Knowledge derive(const Profile& profile, const Vocabulary& vocabulary,
                 const SizeStandard& standard);

class BodyRules;

/// What derive() finds, without words: no derivations and no warnings. Replaces `knowledge` and
/// reuses its memory.
void deriveFacts(const Profile& profile, const Vocabulary& vocabulary, const SizeStandard& standard,
                 const BodyRules& rules, Knowledge& knowledge);

/// The facts of `ask_for_size` that can still decide whether the size is one of `accepted`: for
/// each, some assignment of the others makes its answer decisive. `accepted` must be open: what is
/// known allows both a size in it and a size outside it. Pure; any thread.
std::vector<FactIndex> questionsForSize(const Knowledge& knowledge, const Vocabulary& vocabulary,
                                        const SizeStandard& standard, OptionSet accepted);

}  // namespace policycalc::facts
