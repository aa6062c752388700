#include "policycalc/facts/vocabulary.h"

#include <algorithm>
#include <set>

#include "policycalc/base/text.h"

#include "facts/load_options.h"

namespace policycalc::facts {
namespace {

constexpr std::size_t kMaxFacts = 1000;

std::vector<Topic> loadTopics(json::Decoder& root, std::string_view key) {
  std::vector<Topic> topics;
  std::set<std::string> ids;
  for (json::Decoder& object : root.objects(key)) {
    Topic topic{object.string("id"), object.string("label"), object.string("label_en")};
    object.refuseUnknownKeys();
    if (!ids.insert(topic.id).second) {
      object.reportAt("id", "duplicate_id", base::quoted(topic.id) + " appears twice");
    }
    topics.push_back(std::move(topic));
  }
  return topics;
}

std::optional<std::size_t> findTopic(const std::vector<Topic>& topics, std::string_view id) {
  const auto at = std::find_if(topics.begin(), topics.end(),
                               [&](const Topic& topic) { return topic.id == id; });
  if (at == topics.end()) return {};
  return static_cast<std::size_t>(at - topics.begin());
}

// The key may be absent, also in earlier versions.
Tells loadTells(json::Decoder& fact) {
  if (fact.member("tells") == nullptr) return Tells::kState;
  const auto at = fact.oneOf("tells", {"plan", "trouble", "common"});
  return at ? static_cast<Tells>(*at + 1) : Tells::kState;
}

}  // namespace

std::string_view toString(Urgent urgent) {
  constexpr std::string_view kNames[] = {"", "term", "distress"};
  return kNames[static_cast<std::size_t>(urgent)];
}

std::string_view toString(Tells tells) {
  constexpr std::string_view kNames[] = {"", "plan", "trouble", "common"};
  return kNames[static_cast<std::size_t>(tells)];
}

std::string_view typeName(FactType type) {
  switch (type) {
    case FactType::kText:
      return "text";
    case FactType::kBoolean:
      return "boolean";
    case FactType::kInteger:
      return "integer";
    case FactType::kMoney:
      return "money";
    case FactType::kPercent:
      return "percent";
    case FactType::kChoice:
      return "choice";
    case FactType::kChoices:
      return "choices";
  }
  return "";
}

bool isNumeric(FactType type) {
  return type == FactType::kInteger || type == FactType::kMoney || type == FactType::kPercent;
}

OptionSet Fact::allOptions() const {
  if (type == FactType::kBoolean) return kFalse | kTrue;
  return OptionSet::firstOf(options.size());
}

std::optional<std::size_t> Fact::findOption(std::string_view code) const {
  const auto at = std::find_if(options.begin(), options.end(),
                               [&](const Option& option) { return option.code == code; });
  if (at == options.end()) return {};
  return static_cast<std::size_t>(at - options.begin());
}

std::vector<std::string> Fact::codesOf(OptionSet set) const {
  const bool boolean = type == FactType::kBoolean;
  std::vector<std::string> codes;
  for (const std::size_t option : set& allOptions()) {
    codes.push_back(boolean ? (option == 0 ? "false" : "true") : options[option].code);
  }
  return codes;
}

std::vector<std::string> Fact::labelsOf(OptionSet set) const {
  std::vector<std::string> labels;
  if (type == FactType::kBoolean) return labels;
  for (const std::size_t option : set& allOptions()) labels.push_back(options[option].label);
  return labels;
}

std::vector<std::string> Fact::labelsEnOf(OptionSet set) const {
  std::vector<std::string> labels;
  if (type == FactType::kBoolean) return labels;
  for (const std::size_t option : set& allOptions()) labels.push_back(options[option].label_en);
  return labels;
}

Vocabulary Vocabulary::load(json::Decoder& root) {
  Vocabulary vocabulary;
  vocabulary.topics_ = loadTopics(root, "topics");
  vocabulary.needs_ = loadTopics(root, "needs");
  std::vector<json::Decoder> objects = root.objects("facts");
  if (objects.size() > kMaxFacts) {
    root.reportAt("facts", "too_many", "there are more than 1000 facts");
    return vocabulary;
  }
  std::vector<std::vector<std::string>> derived_from;
  derived_from.reserve(objects.size());
  for (json::Decoder& object : objects) derived_from.push_back(vocabulary.loadFact(object));
  vocabulary.resolveDerivedFrom(objects, derived_from);
  vocabulary.resolveDetails(objects);
  vocabulary.resolveKnownFacts(root);
  vocabulary.retired_ = Retired::load(root, vocabulary);
  root.refuseUnknownKeys();
  return vocabulary;
}

std::vector<std::string> Vocabulary::loadFact(json::Decoder& object) {
  Fact fact;
  fact.id = object.string("id");
  const auto type =
      object.oneOf("type", {"text", "boolean", "integer", "money", "percent", "choice", "choices"});
  fact.type = static_cast<FactType>(type.value_or(0));
  fact.label = object.string("label");
  fact.label_en = object.string("label_en");
  const std::string topic = object.string("topic");
  if (const auto at = findTopic(topics_, topic)) {
    fact.topic = *at;
  } else if (!topic.empty()) {
    object.reportAt("topic", "unknown_topic", base::quoted(topic) + " is not a topic");
  }
  fact.unit = object.optionalString("unit");
  fact.options = loadOptions(object);
  const bool needs_options = fact.type == FactType::kChoice || fact.type == FactType::kChoices;
  if (needs_options == fact.options.empty()) {
    object.reportAt("options", "wrong_value",
                    needs_options ? "a choice needs options" : "only a choice has options");
  }
  std::vector<std::string> derived_from = object.strings("derived_from");
  fact.help = object.optionalString("help");
  fact.help_en = object.optionalString("help_en");
  fact.why = object.optionalString("why");
  fact.why_en = object.optionalString("why_en");
  loadFirstQuestions(object, fact);
  if (object.member("can_be_taken") != nullptr) fact.can_be_taken = object.boolean("can_be_taken");
  fact.tells = loadTells(object);
  object.member("detail_of");  // resolveDetails() reads it when all facts are loaded
  object.refuseUnknownKeys();
  if (!by_id_.emplace(fact.id, static_cast<FactIndex>(facts_.size())).second) {
    object.reportAt("id", "duplicate_id", base::quoted(fact.id) + " appears twice");
  }
  facts_.push_back(std::move(fact));
  return derived_from;
}

// Both keys may be absent, so that earlier versions load.
void Vocabulary::loadFirstQuestions(json::Decoder& object, Fact& fact) const {
  if (object.member("core") != nullptr) fact.core = object.boolean("core");
  if (object.member("core_for") == nullptr) return;
  std::set<std::string> ids;
  for (const std::string& id : object.strings("core_for")) {
    if (!ids.insert(id).second) {
      object.reportAt("core_for", "duplicate_id", base::quoted(id) + " appears twice");
    } else if (const auto need = findNeed(id)) {
      fact.core_for.push_back(*need);
    } else {
      object.reportAt("core_for", "unknown_need", base::quoted(id) + " is not a need");
    }
  }
}

void Vocabulary::resolveDerivedFrom(const std::vector<json::Decoder>& objects,
                                    const std::vector<std::vector<std::string>>& derived_from) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    for (const std::string& id : derived_from[i]) {
      if (const auto source = find(id)) {
        facts_[i].derived_from.push_back(*source);
      } else {
        objects[i].reportAt("derived_from", "unknown_fact", base::quoted(id) + " is not a fact");
      }
    }
  }
}

void Vocabulary::resolveDetails(std::vector<json::Decoder>& objects) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    if (objects[i].member("detail_of") == nullptr) continue;
    json::Decoder detail = objects[i].object("detail_of");
    const std::string id = detail.string("fact");
    const auto parent = find(id);
    const bool chosen = parent && *parent != i && !facts_[*parent].options.empty();
    if (!chosen) {
      if (id.empty()) continue;  // already reported
      detail.reportAt("fact", "unknown_fact",
                      base::quoted(id) + " is not another fact with options");
      continue;
    }
    DetailOf of{*parent, {}};
    const json::Value* answers = detail.member("options");
    if (answers != nullptr && answers->isArray() && answers->elements.empty()) {
      detail.reportAt("options", "wrong_value", "no answer leads to this question");
    }
    of.options = loadOptionSet(detail, "options", facts_[*parent]);
    detail.refuseUnknownKeys();
    facts_[i].detail_of = of;
  }
}

void Vocabulary::resolveKnownFacts(json::Decoder& root) {
  const auto resolve = [&](std::string_view id, FactType type) -> FactIndex {
    const auto index = find(id);
    if (!index || facts_[*index].type != type) {
      root.reportAt("facts", "missing_fact",
                    "the program needs a fact " + base::quoted(id) + " of type `" +
                        std::string(typeName(type)) + "`");
      return 0;
    }
    return *index;
  };
  known_.credit_code = resolve("credit_code", FactType::kText);
  known_.entity_type = resolve("entity_type", FactType::kChoice);
  known_.ownership = resolve("ownership", FactType::kChoice);
  known_.district = resolve("district", FactType::kChoice);
  known_.registration_status = resolve("registration_status", FactType::kChoice);
  known_.industry_code = resolve("industry_code", FactType::kText);
  known_.size_industry = resolve("size_industry", FactType::kChoice);
  known_.employees = resolve("employees", FactType::kInteger);
  known_.annual_revenue = resolve("annual_revenue", FactType::kMoney);
  known_.total_assets = resolve("total_assets", FactType::kMoney);
  known_.enterprise_size = resolve("enterprise_size", FactType::kChoice);
  if (!facts_.empty()) facts_[known_.enterprise_size].asked = false;
}

std::optional<std::size_t> Vocabulary::outside() const {
  return fact(known_.district).findOption("outside");
}

OptionSet Vocabulary::districtsInCity() const {
  const OptionSet all = fact(known_.district).allOptions();
  const auto option = outside();
  return option ? all.without(OptionSet::of(*option)) : all;
}

std::optional<FactIndex> Vocabulary::find(std::string_view id) const {
  const auto at = by_id_.find(std::string(id));
  if (at == by_id_.end()) return {};
  return at->second;
}

std::optional<std::size_t> Vocabulary::findNeed(std::string_view id) const {
  return findTopic(needs_, id);
}

}  // namespace policycalc::facts
