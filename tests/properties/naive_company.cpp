#include "properties/naive_company.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace policycalc::test::naive {
namespace {

using Options = std::set<std::string>;

base::Decimal numberIn(const json::Value& value) {
  return base::Decimal::parse(value.text).value();
}

/// The industry with the longest prefix of these digits, if there is one.
std::string industryOf(const json::Value& standard, const std::string& digits) {
  std::string found;
  std::size_t longest = 0;
  for (const json::Value& industry : at(standard, "industries").elements) {
    for (const json::Value& prefix : at(industry, "codes").elements) {
      if (digits.rfind(prefix.text, 0) == 0 && prefix.text.size() > longest) {
        longest = prefix.text.size();
        found = at(industry, "id").text;
      }
    }
  }
  return found;
}

/// Divisions of the section with this letter, as two digits; of all sections for no letter.
std::vector<std::string> divisionsOf(const json::Value& standard, const std::string& letter) {
  std::vector<std::string> divisions;
  for (const json::Value& section : at(standard, "sections").elements) {
    if (!letter.empty() && at(section, "letter").text != letter) continue;
    for (int i = std::stoi(at(section, "from").text); i <= std::stoi(at(section, "to").text); ++i) {
      divisions.push_back((i < 10 ? "0" : "") + std::to_string(i));
    }
  }
  return divisions;
}

/// Industries that a code leaves open; none where the standard does not size all of it.
Options industriesOf(const json::Value& standard, const std::string& code) {
  const bool has_letter = !code.empty() && code[0] >= 'A' && code[0] <= 'T';
  const std::string letter = has_letter ? code.substr(0, 1) : "";
  const std::string digits = has_letter ? code.substr(1) : code;
  const std::vector<std::string> divisions = divisionsOf(standard, letter);
  if (digits.size() >= 2) {
    const bool exists =
        std::find(divisions.begin(), divisions.end(), digits.substr(0, 2)) != divisions.end();
    const std::string industry = exists ? industryOf(standard, digits) : "";
    return industry.empty() ? Options{} : Options{industry};
  }
  Options industries;
  for (const std::string& division : has_letter ? divisions : std::vector<std::string>()) {
    const std::string industry = industryOf(standard, division);
    if (industry.empty()) return {};
    industries.insert(industry);
  }
  return industries;
}

Options codesOf(const json::Value& list) {
  Options codes;
  for (const json::Value& code : list.elements) codes.insert(code.text);
  return codes;
}

/// What the standard says of the type that is given; null where it says nothing, or none is.
json::Value typeIn(const json::Value& standard, const Known& given) {
  for (const json::Value& type : at(standard, "entity_types").elements) {
    if (given.given && given.options.count(at(type, "type").text) != 0) return type;
  }
  return {};
}

}  // namespace

const json::Value& at(const json::Value& object, const std::string& key) {
  const json::Value* value = object.find(key);
  if (value == nullptr) throw std::out_of_range("there is no key " + key);
  return *value;
}

Company::Company(const Documents& documents, const json::Value& profile) {
  for (const json::Value& fact : at(documents.at("facts.json"), "facts").elements) {
    const json::Value* given = profile.find(at(fact, "id").text);
    take(fact, given != nullptr && !given->isNull() ? given : nullptr);
  }
  const json::Value& standard = documents.at("size-standard.json");
  const json::Value type = typeIn(standard, facts_["entity_type"]);
  deriveOwnership(type);
  deriveIndustry(standard);
  deriveSize(standard, type);
}

void Company::take(const json::Value& fact, const json::Value* given) {
  const std::string& id = at(fact, "id").text;
  const std::string& type = at(fact, "type").text;
  types_[id] = type;
  Known& known = facts_[id];
  known.given = given != nullptr;
  if (given == nullptr) {
    if (type == "boolean") known.options = {"false", "true"};
    if (type != "choice") return;
    for (const json::Value& option : at(fact, "options").elements) {
      known.options.insert(at(option, "code").text);
    }
  } else if (type == "boolean") {
    known.options = {given->boolean ? "true" : "false"};
  } else if (type == "choice") {
    known.options = {given->text};
  } else if (type == "choices") {
    for (const json::Value& element : given->elements) known.options.insert(element.text);
  } else if (type != "text") {
    known.number = numberIn(*given);
  } else if (id == "industry_code") {
    code_ = given->text;
  }
}

bool Company::isGiven(const std::string& fact, const std::string& option) const {
  const Known& known = facts_.at(fact);
  return known.given && known.options.count(option) != 0;
}

/// The type decides first, then the answer. Without both, a body may have no owner.
void Company::deriveOwnership(const json::Value& type) {
  Known& owner = facts_["ownership"];
  if (!type.isNull() && !at(type, "ownership").isNull()) {
    const Options as_given = codesOf(at(type, "ownership_as_given"));
    const bool stands = owner.given && as_given.count(*owner.options.begin()) != 0;
    if (!stands) owner.options = codesOf(at(type, "ownership"));
    return;
  }
  owner.none = !owner.given && !facts_["entity_type"].given && !facts_["enterprise_size"].given;
}

void Company::deriveIndustry(const json::Value& standard) {
  if (facts_["size_industry"].given || code_.empty()) return;
  const Options industries = industriesOf(standard, code_);
  if (!industries.empty()) facts_["size_industry"].options = industries;
}

/// A body may have no size unless its type, a size, or an owner of enterprises is given. A public
/// institution has the owner `state_controlled`.
void Company::deriveSize(const json::Value& standard, const json::Value& type) {
  Known& size = facts_["enterprise_size"];
  const std::string how = type.isNull() ? "by_figures" : at(type, "size").text;
  if (how == "none") size.options.clear();
  if (how == "by_figures") {
    const bool is_enterprise =
        facts_["ownership"].given && !isGiven("ownership", "state_controlled");
    size.none = !facts_["entity_type"].given && !size.given && !is_enterprise;
    sizeByFigures(standard);
  }
}

void Company::sizeByFigures(const json::Value& standard) {
  Known& size = facts_["enterprise_size"];
  const Options& industries = facts_["size_industry"].options;
  const std::vector<json::Value>& all = at(standard, "industries").elements;
  if (industries.size() == all.size()) return;  // the industry is unknown
  Options possible;
  for (const json::Value& industry : all) {
    if (industries.count(at(industry, "id").text) != 0) possible.merge(sizesIn(industry));
  }
  const bool stands = size.given && possible.count(*size.options.begin()) != 0;
  if (!stands) size.options = possible;
}

Company::Options Company::sizesIn(const json::Value& industry) const {
  static const std::array<std::string, 4> size_names{"micro", "small", "medium", "large"};
  std::size_t lowest = 3;
  bool complete = true;
  for (const json::Value& indicator : at(industry, "indicators").elements) {
    const Known& value = facts_.at(at(indicator, "fact").text);
    complete = complete && value.given;
    if (!value.given) continue;
    std::size_t band = 0;
    for (const char* bound : {"small_min", "medium_min", "large_min"}) {
      if (value.number.compare(numberIn(at(indicator, bound))) >= 0) ++band;
    }
    lowest = std::min(lowest, band);
  }
  return {size_names.begin() + static_cast<std::ptrdiff_t>(complete ? lowest : 0),
          size_names.begin() + static_cast<std::ptrdiff_t>(lowest) + 1};
}

}  // namespace policycalc::test::naive
