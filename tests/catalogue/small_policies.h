#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::test {

/// A measure of a test catalogue: the parts that tests vary, as JSON.
struct MeasureText {
  std::string id;
  std::string applies_when = "null";
  std::string requires_ = "null";
  std::string judged = "[]";
  std::string benefits = "[]";
  std::string scope = "registered";
  std::string valid = R"({ "from": "2024-01-01", "to": null })";
  std::string summary = "说明";
  std::string summary_en = "About";  ///< left out if empty
  std::string caveats = "[]";
  std::string keywords = R"(["补贴", "欠钱", "电费"])";
  bool universal = false;
  std::string relations = R"({ "excludes": [], "leads_to": [] })";
  std::string channels = "[]";
  std::string replaced_by = "null";  ///< with what follows it in the object
};

/// A judgement, for MeasureText::judged.
constexpr const char* kJudged = R"([{ "text": "是否优秀", "by": "市局", "units": ["bureau"] }])";

/// A benefit, for MeasureText::benefits.
std::string benefit(const std::string& id, const std::string& type, const std::string& status,
                    const std::string& unit, const std::string& bound, const std::string& value);

/// A whole policies folder around `measures`, all in item 1. Parameters: `ceiling` 2,000,000 yuan,
/// `share` 40 %, `second_share` 70 %, `tolerance` 3 percentage points, `staff` 20 persons, `prize`
/// 500,000 yuan until 2025 and 600,000 after, `odd_prize` 1,000.01 yuan, `ended` 7 % until 2024.
catalogue::PolicyFiles smallPolicies(const std::vector<MeasureText>& measures);

/// The catalogue of the files, which must be valid.
std::shared_ptr<const catalogue::Catalogue> loaded(const catalogue::PolicyFiles& files);

}  // namespace policycalc::test
