#include "facts/unknown_names.h"

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"

namespace policycalc::facts {
namespace {

/// The options whose label in either language begins with `text`.
OptionSet optionsLabelled(const std::string& text, const Fact& fact) {
  OptionSet found;
  for (std::size_t i = 0; !text.empty() && i < fact.options.size(); ++i) {
    const Option& option = fact.options[i];
    if (option.label.rfind(text, 0) == 0 || option.label_en.rfind(text, 0) == 0) {
      found.add(i);
    }
  }
  return found;
}

/// The option that had this code before it was renamed, or null.
const Option* renamed(std::string_view code, const Fact& fact, std::string& until) {
  for (const Option& option : fact.options) {
    for (const FormerCode& former : option.former_codes) {
      if (former.code != code) continue;
      until = former.until;
      return &option;
    }
  }
  return nullptr;
}

}  // namespace

UnknownName unknownFact(std::string_view id, const Vocabulary& vocabulary) {
  UnknownName unknown{"unknown_fact", base::quoted(id) + " is not a fact", {}};
  if (const RetiredFact* old = vocabulary.retired().findFact(id)) {
    unknown.code = "retired_fact";
    unknown.message += " any more: " + old->note;
    return unknown;
  }
  std::vector<std::string> ids;
  ids.reserve(vocabulary.facts().size());
  for (const Fact& fact : vocabulary.facts()) ids.push_back(fact.id);
  unknown.instead = base::nearestNames(id, ids);
  unknown.message += base::didYouMean(unknown.instead);
  return unknown;
}

UnknownName unknownOption(const std::string& code, const Fact& fact, const Vocabulary& vocabulary) {
  UnknownName unknown{
      "unknown_option", base::quoted(code) + " is not an option of " + base::quoted(fact.id), {}};
  if (const RetiredOption* old = vocabulary.retired().findOption(fact.id, code)) {
    unknown.code = "retired_option";
    unknown.message += " any more: " + old->note;
    unknown.instead = old->successors;
    return unknown;
  }
  std::string until;
  if (const Option* option = renamed(code, fact, until)) {
    unknown.message += ": it is " + base::quoted(option->code) + " " + option->label + " now" +
                       (until.empty() ? "" : "; the old code was in use until " + until);
    unknown.instead = {option->code};
    return unknown;
  }
  unknown.instead = base::nearestNames(code, fact.codesOf(fact.allOptions()));
  if (unknown.instead.empty()) unknown.instead = fact.codesOf(optionsLabelled(code, fact));
  unknown.message += base::didYouMean(unknown.instead);
  return unknown;
}

}  // namespace policycalc::facts
