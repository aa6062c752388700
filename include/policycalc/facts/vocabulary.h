#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "policycalc/facts/option_set.h"
#include "policycalc/facts/retired.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

enum class FactType : std::uint8_t {
  kText,
  kBoolean,
  kInteger,
  kMoney,
  kPercent,
  kChoice,
  kChoices
};

/// The name used in JSON: `text`, `boolean`, `integer`, `money`, `percent`, `choice`, `choices`.
std::string_view typeName(FactType type);

/// True for types whose values are compared as quantities.
bool isNumeric(FactType type);

/// A code that an option had before it was renamed; credit codes still contain it.
struct FormerCode {
  std::string code;
  std::string until;  ///< its last day or month, ISO; empty if no text gives it
};

/// What is pressing for a company with this answer.
enum class Urgent : std::uint8_t {
  kNo,
  kTerm,     ///< a term runs out in which it can act
  kDistress  ///< it cannot pay its debts: what helps it comes before all else
};
/// `term`, `distress`, or "" for kNo.
std::string_view toString(Urgent urgent);

/// What an answer tells about a company. Pages order a result by it; it decides no verdict.
enum class Tells : std::uint8_t {
  kState,    ///< what it is or has
  kPlan,     ///< what it plans, or came for
  kTrouble,  ///< what troubles it
  kCommon    ///< what most companies share
};
/// `plan`, `trouble`, `common`, or "" for kState.
std::string_view toString(Tells tells);

struct Option {
  std::string code;
  std::string label;
  std::string label_en;
  std::vector<FormerCode> former_codes;
  std::vector<std::string> keywords;  ///< everyday words that find it on pages
  Urgent urgent = Urgent::kNo;
};

/// A group of questions, or in `needs` a field of support: a group of measures.
struct Topic {
  std::string id;
  std::string label;
  std::string label_en;
};

/// The parent of a follow-up question, which is asked only if the answer to `parent` contains one
/// of `options`.
struct DetailOf {
  FactIndex parent = 0;
  OptionSet options;
};

/// Something that can be known about a company or its project.
struct Fact {
  std::string id;
  FactType type = FactType::kText;
  std::string label;
  std::string label_en;
  std::size_t topic = 0;  ///< index into Vocabulary::topics()
  std::string unit;       ///< 人, CNY, %; may be empty
  std::vector<Option> options;
  std::vector<FactIndex> derived_from;
  std::string help;  ///< what to enter; may be empty
  std::string help_en;
  std::string why;  ///< why it is asked; may be empty
  std::string why_en;
  bool asked = true;                  ///< false: derived from other facts if they suffice
  bool core = false;                  ///< asked first, of everyone
  std::vector<std::size_t> core_for;  ///< asked first for these Vocabulary::needs()
  std::optional<DetailOf> detail_of;  ///< set for a follow-up question
  bool can_be_taken = false;          ///< a company can still do it: enter a register, join, plan
  Tells tells = Tells::kState;

  /// The options that exist: all that a set may contain.
  OptionSet allOptions() const;
  std::optional<std::size_t> findOption(std::string_view code) const;
  /// The codes of the options in `set`, in the vocabulary's order; booleans give "false", "true".
  std::vector<std::string> codesOf(OptionSet set) const;
  std::vector<std::string> labelsOf(OptionSet set) const;
  std::vector<std::string> labelsEnOf(OptionSet set) const;
};

/// The facts that the program itself uses; loading requires them.
struct KnownFacts {
  FactIndex credit_code = 0;
  FactIndex entity_type = 0;
  FactIndex ownership = 0;
  FactIndex district = 0;
  FactIndex registration_status = 0;
  FactIndex industry_code = 0;
  FactIndex size_industry = 0;
  FactIndex employees = 0;
  FactIndex annual_revenue = 0;
  FactIndex total_assets = 0;
  FactIndex enterprise_size = 0;
};

/// All facts in the order in which they are asked. Immutable after loading; any thread may read.
class Vocabulary {
 public:
  /// Reads `facts.json`. Reports faults to the decoder's sink; with faults the result is unusable.
  static Vocabulary load(json::Decoder& root);

  const std::vector<Fact>& facts() const { return facts_; }
  const Fact& fact(FactIndex index) const { return facts_[index]; }
  const std::vector<Topic>& topics() const { return topics_; }
  const std::vector<Topic>& needs() const { return needs_; }
  std::optional<FactIndex> find(std::string_view id) const;
  std::optional<std::size_t> findNeed(std::string_view id) const;
  const KnownFacts& known() const { return known_; }
  /// The option of `district` for a place outside the city, if there is one.
  std::optional<std::size_t> outside() const;
  /// The options of `district` that lie in the city.
  OptionSet districtsInCity() const;
  /// The facts and options of earlier versions.
  const Retired& retired() const { return retired_; }

 private:
  /// Returns the ids in `derived_from`, which are resolved when all facts are loaded.
  std::vector<std::string> loadFact(json::Decoder& object);
  void loadFirstQuestions(json::Decoder& object, Fact& fact) const;
  void resolveDetails(std::vector<json::Decoder>& objects);
  void resolveKnownFacts(json::Decoder& root);
  void resolveDerivedFrom(const std::vector<json::Decoder>& objects,
                          const std::vector<std::vector<std::string>>& derived_from);

  std::vector<Fact> facts_;
  std::vector<Topic> topics_;
  std::vector<Topic> needs_;
  std::unordered_map<std::string, FactIndex> by_id_;
  KnownFacts known_;
  Retired retired_;
};

}  // namespace policycalc::facts
