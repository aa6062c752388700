#include "impact/translation.h"

#include <utility>

namespace policycalc::impact {
namespace {

std::vector<std::string> codesOf(const facts::Fact& fact) {
  return fact.codesOf(fact.allOptions());
}

/// Booleans have no entries in Fact::options.
std::optional<std::size_t> placeOf(const std::string& code, const std::vector<std::string>& codes) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == code) return i;
  }
  return std::nullopt;
}

}  // namespace

Translation::Translation(const facts::Vocabulary& from, const facts::Vocabulary& to)
    : size_(to.facts().size()) {
  for (std::size_t i = 0; i < from.facts().size(); ++i) {
    const facts::Fact& known = from.facts()[i];
    const auto other = to.find(known.id);
    if (!other || to.fact(*other).type != known.type) continue;
    Fact fact{static_cast<facts::FactIndex>(i), *other, {}};
    const auto codes = codesOf(to.fact(*other));
    for (const std::string& code : codesOf(known)) fact.options.push_back(placeOf(code, codes));
    facts_.push_back(std::move(fact));
  }
}

facts::Profile Translation::of(const facts::Profile& profile) const {
  facts::Profile said(size_);
  for (const Fact& fact : facts_) {
    const facts::Given& given = profile[fact.from];
    if (!given.known) continue;
    facts::OptionSet options;
    for (const std::size_t option : given.options) {
      if (const auto other = fact.options[option]) options.add(*other);
    }
    const bool is_lost = options.isEmpty() && !given.options.isEmpty();
    if (!is_lost) said[fact.to] = {true, options, given.number, given.text};
  }
  return said;
}

}  // namespace policycalc::impact
