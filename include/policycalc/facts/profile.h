#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/value.h"
#include "policycalc/json/writer.h"

namespace policycalc::facts {

/// A company's answer for one fact. Absent and null mean unknown; an empty list is an answer.
struct Given {
  bool known = false;
  OptionSet options;        ///< boolean, choice (one bit), choices
  std::int64_t number = 0;  ///< integer; money in fen; percent in millionths
  std::string text;         ///< text

  bool operator==(const Given&) const = default;
};

/// The facts of one company as given: one slot for each fact of the vocabulary.
class Profile {
 public:
  explicit Profile(std::size_t fact_count) : given_(fact_count) {}

  const Given& operator[](FactIndex fact) const { return given_[fact]; }
  Given& operator[](FactIndex fact) { return given_[fact]; }
  std::size_t size() const { return given_.size(); }

 private:
  std::vector<Given> given_;
};

/// Text facts have at most this many characters.
constexpr std::size_t kMaxTextCharacters = 200;

/// Reads a flat object fact id → value and collects all faults: `unknown_fact`, `retired_fact`,
/// `wrong_type`, `unknown_option`, `retired_option`, `duplicate_option`, `negative`,
/// `too_many_decimals`, `out_of_range`, `too_long`, `empty_text`, `control_character`, `malformed`.
/// Lists kMostIssues of them.
/// `pointer` is the JSON pointer of the object, e.g. `/profile`.
base::Result<Profile, base::Issues> readProfile(const json::Value& value,
                                                const Vocabulary& vocabulary,
                                                const std::string& pointer);

/// Reads the answer for one fact in the same way and adds its faults to `issues`; unknown if there
/// are any. `pointer` is the JSON pointer of the value.
Given readGiven(const json::Value& value, const Fact& fact, const Vocabulary& vocabulary,
                const std::string& pointer, base::Issues& issues);

/// Writes the known facts as an object from which readProfile() reads the same profile.
void writeProfile(json::Writer& writer, const Profile& profile, const Vocabulary& vocabulary);

/// Writes one answer; null if unknown.
void writeGiven(json::Writer& writer, const Given& given, const Fact& fact);

/// The number in the unit of JSON: whole, yuan, or per cent.
base::Decimal toDecimal(std::int64_t number, FactType type);

/// The number for people: `45人`, `300万元`, `5%`.
std::string toChinese(std::int64_t number, const Fact& fact);

}  // namespace policycalc::facts
