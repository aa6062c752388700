#include "facts/load_options.h"

#include <set>

#include "policycalc/base/text.h"

namespace policycalc::facts {
namespace {

/// A day, or only a month; empty for null.
std::string loadLastDay(json::Decoder& object) {
  const json::Value* until = object.member("until");
  constexpr std::size_t kMonth = 7;  // YYYY-MM
  if (until != nullptr && until->isString() && until->text.size() == kMonth &&
      base::Date::parse(until->text + "-01").ok()) {
    return until->text;
  }
  const auto day = object.optionalDate("until");
  return day ? day->toString() : std::string();
}

/// Earlier versions list only the codes, without dates.
std::vector<FormerCode> loadFormerCodes(json::Decoder& option) {
  std::vector<FormerCode> codes;
  const json::Value* list = option.member("former_codes");
  if (list == nullptr) return codes;
  const bool dated = list->isArray() && !list->elements.empty() && list->elements[0].isObject();
  if (!dated) {
    for (std::string& code : option.strings("former_codes")) codes.push_back({std::move(code), {}});
    return codes;
  }
  for (json::Decoder& object : option.objects("former_codes")) {
    const std::string code = object.string("code");
    const std::string until = loadLastDay(object);
    object.refuseUnknownKeys();
    codes.push_back({code, until});
  }
  return codes;
}

// The key may be absent, also in earlier versions.
Urgent loadUrgent(json::Decoder& option) {
  if (option.member("urgent") == nullptr) return Urgent::kNo;
  const auto at = option.oneOf("urgent", {"term", "distress"});
  return at ? static_cast<Urgent>(*at + 1) : Urgent::kNo;
}

}  // namespace

std::vector<Option> loadOptions(json::Decoder& fact) {
  std::vector<Option> options;
  std::set<std::string> codes;
  for (json::Decoder& object : fact.objects("options")) {
    Option option{object.string("code"),
                  object.string("label"),
                  object.string("label_en"),
                  loadFormerCodes(object),
                  {},
                  loadUrgent(object)};
    if (object.member("keywords") != nullptr) option.keywords = object.strings("keywords");
    object.refuseUnknownKeys();
    if (!codes.insert(option.code).second) {
      object.reportAt("code", "duplicate_id", base::quoted(option.code) + " appears twice");
    }
    for (const FormerCode& former : option.former_codes) {
      if (codes.insert(former.code).second) continue;
      object.reportAt("former_codes", "duplicate_id", base::quoted(former.code) + " appears twice");
    }
    options.push_back(std::move(option));
  }
  if (options.size() > kMaxOptions) {
    fact.reportAt("options", "too_many", "a fact has at most 64 options");
    options.resize(kMaxOptions);
  }
  return options;
}

OptionSet loadOptionSet(json::Decoder& object, std::string_view key, const Fact& fact) {
  OptionSet set;
  for (const std::string& code : object.strings(key)) {
    if (const auto option = fact.findOption(code)) {
      set.add(*option);
    } else {
      object.reportAt(key, "unknown_option",
                      base::quoted(code) + " is not an option of " + base::quoted(fact.id));
    }
  }
  return set;
}

}  // namespace policycalc::facts
