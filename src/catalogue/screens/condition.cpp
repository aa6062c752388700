#include "catalogue/screens/condition.h"

#include "policycalc/base/text.h"

namespace policycalc::catalogue {
namespace {

using Kind = ScreenCondition::Kind;

/// Reads one condition and reports every fault with its place.
class ConditionLoader {
 public:
  ConditionLoader(const facts::Vocabulary& vocabulary, const std::vector<bool>& earlier,
                  const json::IssueSink& sink)
      : vocabulary_(vocabulary), earlier_(earlier), sink_(sink) {}

  ScreenCondition load(const json::Value& value, const std::string& pointer) const {
    json::Decoder object(value, pointer, sink_);
    ScreenCondition condition;
    if (object.member("all") != nullptr) {
      loadChildren(object, "all", Kind::kAll, condition);
    } else if (object.member("any") != nullptr) {
      loadChildren(object, "any", Kind::kAny, condition);
    } else {
      loadTest(object, condition);
    }
    object.refuseUnknownKeys();
    return condition;
  }

 private:
  void loadChildren(json::Decoder& object, std::string_view key, Kind kind,
                    ScreenCondition& condition) const {
    condition.kind = kind;
    for (const json::Decoder& child : object.objects(key)) {
      condition.children.push_back(load(child.value(), child.pointer()));
    }
    const json::Value* list = object.member(key);
    if (list->isArray() && list->elements.empty()) {
      object.reportAt(key, "wrong_value", "a list of one or more conditions is expected");
    }
  }

  void loadTest(json::Decoder& object, ScreenCondition& condition) const {
    const bool negated = object.member("not_in") != nullptr;
    const std::string_view key = negated ? "not_in" : "in";
    condition.kind = negated ? Kind::kNotIn : Kind::kIn;
    const std::string id = object.string("fact");
    const std::vector<std::string> codes = object.strings(key);
    if (id.empty()) return;
    const auto fact = vocabulary_.find(id);
    if (!fact) {
      object.reportAt("fact", "unknown_fact", base::quoted(id) + " is not a fact");
      return;
    }
    condition.fact = *fact;
    if (vocabulary_.fact(*fact).options.empty()) {
      object.reportAt("fact", "wrong_value", base::quoted(id) + " has no options to test");
      return;
    }
    if (!earlier_[*fact]) {
      object.reportAt("fact", "later_fact", "no earlier screen asks " + base::quoted(id));
    }
    condition.options = optionsOf(object, key, codes, vocabulary_.fact(*fact));
  }

  static facts::OptionSet optionsOf(const json::Decoder& object, std::string_view key,
                                    const std::vector<std::string>& codes,
                                    const facts::Fact& fact) {
    facts::OptionSet options;
    for (const std::string& code : codes) {
      const auto option = fact.findOption(code);
      if (!option) {
        object.reportAt(key, "unknown_option",
                        base::quoted(code) + " is not an option of " + base::quoted(fact.id));
      } else if (options.has(*option)) {
        object.reportAt(key, "duplicate_option", base::quoted(code) + " is repeated");
      } else {
        options.add(*option);
      }
    }
    if (codes.empty()) {
      object.reportAt(key, "wrong_value", "a list of one or more options is expected");
    }
    return options;
  }

  const facts::Vocabulary& vocabulary_;
  const std::vector<bool>& earlier_;
  const json::IssueSink& sink_;
};

}  // namespace

std::optional<ScreenCondition> loadCondition(json::Decoder& object, std::string_view key,
                                             const facts::Vocabulary& vocabulary,
                                             const std::vector<bool>& earlier) {
  const json::Value* value = object.optional(key);
  if (value == nullptr) return {};
  return ConditionLoader(vocabulary, earlier, object.sink())
      .load(*value, base::childPointer(object.pointer(), key));
}

}  // namespace policycalc::catalogue
