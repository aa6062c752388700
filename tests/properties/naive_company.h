#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "policycalc/base/decimal.h"
#include "policycalc/json/value.h"

namespace policycalc::test::naive {

/// The policy files: path → document.
using Documents = std::map<std::string, json::Value, std::less<>>;

/// The member of an object; throws if there is none.
const json::Value& at(const json::Value& object, const std::string& key);

/// What is known of one fact.
struct Known {
  std::set<std::string> options;  ///< choice, boolean: still possible; choices: held
  bool none = false;              ///< or none of them: the type of the body is unknown
  bool given = false;
  base::Decimal number;
};

/// A company with its answers and what policies/README.md derives from them. A second
/// implementation, which shares with the program only the JSON reader and exact numbers.
class Company {
 public:
  Company(const Documents& documents, const json::Value& profile);

  const Known& operator[](const std::string& fact) const { return facts_.at(fact); }
  const std::string& typeOf(const std::string& fact) const { return types_.at(fact); }

 private:
  using Options = std::set<std::string>;

  void take(const json::Value& fact, const json::Value* given);
  void deriveOwnership(const json::Value& type);
  void deriveIndustry(const json::Value& standard);
  void deriveSize(const json::Value& standard, const json::Value& type);
  void sizeByFigures(const json::Value& standard);
  Options sizesIn(const json::Value& industry) const;
  bool isGiven(const std::string& fact, const std::string& option) const;

  std::map<std::string, Known> facts_;
  std::map<std::string, std::string> types_;
  std::string code_;  ///< the industry code, if given
};

}  // namespace policycalc::test::naive
