#include "policycalc/facts/retired.h"

#include <algorithm>
#include <set>

#include "policycalc/base/text.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {
namespace {

std::vector<RetiredFact> loadFacts(json::Decoder& retired, const Vocabulary& vocabulary) {
  std::vector<RetiredFact> facts;
  for (json::Decoder& object : retired.objects("facts")) {
    RetiredFact fact{object.string("id"), object.string("note")};
    object.refuseUnknownKeys();
    if (vocabulary.find(fact.id)) {
      object.reportAt("id", "duplicate_id", base::quoted(fact.id) + " is a fact of today");
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

/// Reads the option codes under `key`; reports codes that `fact` does not have.
std::vector<std::string> loadCodes(json::Decoder& object, std::string_view key, const Fact& fact) {
  std::vector<std::string> codes = object.strings(key);
  for (const std::string& code : codes) {
    if (fact.findOption(code)) continue;
    object.reportAt(key, "unknown_option",
                    base::quoted(code) + " is not an option of " + base::quoted(fact.id));
  }
  return codes;
}

std::optional<RetiredOption> loadOption(json::Decoder& object, const Vocabulary& vocabulary) {
  RetiredOption option;
  option.fact = object.string("fact");
  option.code = object.string("code");
  option.note = object.string("note");
  const auto index = vocabulary.find(option.fact);
  if (!index) {
    object.reportAt("fact", "unknown_fact", base::quoted(option.fact) + " is not a fact");
    return {};
  }
  const Fact& fact = vocabulary.fact(*index);
  if (fact.findOption(option.code)) {
    object.reportAt("code", "duplicate_id", base::quoted(option.code) + " is an option of today");
  }
  option.successors = loadCodes(object, "successors", fact);
  const json::Value* becomes = object.member("becomes");
  if (becomes != nullptr && !becomes->isNull()) {
    option.becomes = loadCodes(object, "becomes", fact);
    if (fact.type == FactType::kChoice && option.becomes->size() != 1) {
      object.reportAt("becomes", "wrong_value", "a choice becomes one option");
    }
  }
  object.refuseUnknownKeys();
  return option;
}

/// Converts one fact of an old profile to the current vocabulary.
class FactRenewal {
 public:
  FactRenewal(const json::Member& member, const Vocabulary& vocabulary)
      : member_(member), vocabulary_(vocabulary) {}

  void addTo(RenewedProfile& renewed) {
    if (const RetiredFact* fact = vocabulary_.retired().findFact(member_.key)) {
      renewed.renewals.push_back({member_.key, false, fact->note});
      return;
    }
    const auto index = vocabulary_.find(member_.key);
    json::Member member = member_;
    if (index) renewValue(member.value, vocabulary_.fact(*index).type);
    if (!note_.empty()) renewed.renewals.push_back({member_.key, lost_, note_});
    if (!lost_) renewed.profile.members.push_back(std::move(member));
  }

 private:
  void renewValue(json::Value& value, FactType type) {
    if (type == FactType::kChoice && value.isString()) {
      if (const RetiredOption* option = find(value.text)) {
        note(*option);
        if (option->becomes) value.text = option->becomes->front();
      }
    }
    // Any other form was never a valid answer: keep it, so that reading refuses it.
    if (type != FactType::kChoices || !(value.isString() || value.isArray())) return;
    std::vector<json::Value> old = value.elements;
    if (value.isString()) old = {value};
    json::Value list;
    list.type = json::Value::Type::kArray;
    list.position = value.position;
    for (const json::Value& element : old) addElement(element, list);
    value = std::move(list);
  }

  void addElement(const json::Value& element, json::Value& list) {
    const RetiredOption* option = find(element.text);
    if (option == nullptr) return addOnce(element, list);
    note(*option);
    if (!option->becomes) return;
    for (const std::string& code : *option->becomes) {
      json::Value renewed = element;
      renewed.text = code;
      addOnce(renewed, list);
    }
  }

  static void addOnce(const json::Value& element, json::Value& list) {
    const bool there =
        std::any_of(list.elements.begin(), list.elements.end(), [&](const json::Value& other) {
          return other.type == element.type && other.text == element.text;
        });
    if (!there) list.elements.push_back(element);
  }

  const RetiredOption* find(std::string_view code) const {
    return vocabulary_.retired().findOption(member_.key, code);
  }

  void note(const RetiredOption& option) {
    note_ = option.note;
    lost_ = lost_ || !option.becomes;
  }

  const json::Member& member_;
  const Vocabulary& vocabulary_;
  std::string note_;
  bool lost_ = false;
};

}  // namespace

Retired Retired::load(json::Decoder& root, const Vocabulary& vocabulary) {
  Retired retired;
  if (root.member("retired") == nullptr) return retired;
  json::Decoder object = root.object("retired");
  retired.facts_ = loadFacts(object, vocabulary);
  for (json::Decoder& entry : object.objects("options")) {
    if (auto option = loadOption(entry, vocabulary)) {
      retired.options_.push_back(*std::move(option));
    }
  }
  object.refuseUnknownKeys();
  return retired;
}

const RetiredFact* Retired::findFact(std::string_view id) const {
  const auto at = std::find_if(facts_.begin(), facts_.end(),
                               [&](const RetiredFact& fact) { return fact.id == id; });
  return at == facts_.end() ? nullptr : &*at;
}

const RetiredOption* Retired::findOption(std::string_view fact, std::string_view code) const {
  const auto at = std::find_if(options_.begin(), options_.end(), [&](const RetiredOption& option) {
    return option.fact == fact && option.code == code;
  });
  return at == options_.end() ? nullptr : &*at;
}

RenewedProfile renew(const json::Value& profile, const Vocabulary& vocabulary) {
  RenewedProfile renewed;
  if (!profile.isObject()) {
    renewed.profile = profile;
    return renewed;
  }
  renewed.profile.type = json::Value::Type::kObject;
  renewed.profile.position = profile.position;
  for (const json::Member& member : profile.members) {
    FactRenewal(member, vocabulary).addTo(renewed);
  }
  return renewed;
}

}  // namespace policycalc::facts
