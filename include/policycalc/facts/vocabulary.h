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

/// A code that an option had before it was renamed; credit codes still carry it.
struct FormerCode {
  std::string code;
  std::string until;  ///< its last day or month, ISO; empty where no text gives either
};

struct Option {
  std::string code;
  std::string label;
  std::string label_en;
  std::vector<FormerCode> former_codes;
  std::vector<std::string> keywords;  ///< everyday words for it, by which pages offer it
};

/// A group of questions, or (in `needs`) a field of support that measures belong to.
struct Topic {
  std::string id;
  std::string label;
  std::string label_en;
};

/// What a follow-up question belongs to: it is asked only of those whose answer to `parent` holds
/// one of `options`.
struct DetailOf {
  FactIndex parent = 0;
  OptionSet options;
};

/// One thing that can be known about a company or its project.
struct Fact {
  std::string id;
  FactType type = FactType::kText;
  std::string label;
  std::string label_en;
  std::size_t topic = 0;  ///< index into Vocabulary::topics()
  std::string unit;       ///< 人, CNY, %; empty where there is none
  std::vector<Option> options;
  std::vector<FactIndex> derived_from;
  std::string help;  ///< what to enter; may be empty
  std::string help_en;
  std::string why;  ///< why it is asked; may be empty
  std::string why_en;
  bool asked = true;                  ///< false: worked out from other facts wherever they suffice
  bool core = false;                  ///< asked of everyone before all others
  std::vector<std::size_t> core_for;  ///< indices into Vocabulary::needs(): asked first for these
  std::optional<DetailOf> detail_of;  ///< a follow-up question of another fact
  bool can_be_taken = false;  ///< the firm can still bring it about: enter a register, join, plan

  /// The options that exist: all bits that a set may hold.
  OptionSet allOptions() const;
  std::optional<std::size_t> findOption(std::string_view code) const;
  /// Codes of the options in `set`, in the vocabulary's order; booleans give "false", "true".
  std::vector<std::string> codesOf(OptionSet set) const;
  std::vector<std::string> labelsOf(OptionSet set) const;
};

/// Facts that the program itself works with; every vocabulary must hold them (checked at load).
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

/// All facts, in the order in which they are asked. Immutable after loading; any thread may read.
class Vocabulary {
 public:
  /// Reads `facts.json`. Faults go to the decoder's sink; the result is usable only without them.
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
  /// Facts and options of earlier versions.
  const Retired& retired() const { return retired_; }

 private:
  /// Returns the ids in `derived_from`, which can be resolved only once all facts are known.
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
