#include "bench/screen_answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace policycalc::bench {
namespace {

using catalogue::Screen;
using facts::FactIndex;
using facts::FactType;

constexpr std::size_t kMostRows = 12;

template <typename Values, typename Value>
bool contains(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

ScreenAnswer::ScreenAnswer(const catalogue::Catalogue& catalogue, const facts::Profile& profile,
                           facts::Profile& answers)
    : catalogue_(catalogue),
      vocabulary_(catalogue.vocabulary()),
      profile_(profile),
      answers_(answers),
      own_(facts::derive(profile, vocabulary_, catalogue.sizeStandard())) {}

Cost ScreenAnswer::answer(const engine::NextScreen& next) {
  cost_ = {};
  switch (next.screen->style) {
    case Screen::Style::kOne:
      answerOne(*next.screen);
      break;
    case Screen::Style::kMany:
      answerMany(next);
      break;
    case Screen::Style::kFields:
      answerFields(next);
      break;
  }
  return cost_;
}

facts::Knowledge ScreenAnswer::soFar() const {
  return facts::derive(answers_, vocabulary_, catalogue_.sizeStandard());
}

void ScreenAnswer::answerOne(const Screen& screen) {
  const bool first = tapOne(screen.options);
  const bool second = !screen.second.empty() && tapOne(screen.second);
  const bool more = unfoldFields(screen);
  const bool complete = first && (screen.second.empty() || second);
  const bool ends_itself = complete && !more && cost_.details == 0;
  if (!ends_itself) ++cost_.taps;
  // Tiles and maps are taken in as pictures; bands are rows.
  if (screen.picture == Screen::Picture::kBands || screen.picture == Screen::Picture::kList) {
    const facts::Knowledge known = soFar();
    cost_.rows += static_cast<std::size_t>(std::count_if(
        screen.options.begin(), screen.options.end(),
        [&](const Option& option) { return !option.when || option.when->holds(known); }));
  }
}

bool ScreenAnswer::tapOne(const std::vector<Option>& line) {
  const facts::Knowledge known = soFar();
  const Option* best = nullptr;
  std::size_t most = 0;
  for (const Option& option : line) {
    if ((option.when && !option.when->holds(known)) || !agrees(option)) continue;
    std::size_t says = 1;
    for (const auto& [fact, given] : option.sets) says += 1 + given.options.size();
    if (says <= most) continue;
    most = says;
    best = &option;
  }
  if (best == nullptr) return false;
  ++cost_.taps;
  take(*best);
  answerDetails(*best);
  return true;
}

/// True if the company gives further answers below the options.
bool ScreenAnswer::unfoldFields(const Screen& screen) {
  const facts::Knowledge known = soFar();
  std::size_t taps = 0;
  for (const catalogue::ScreenField& field : screen.fields) {
    const facts::Given& own = profile_[field.fact];
    if (!own.known || (field.when && !field.when->holds(known))) continue;
    ++cost_.rows;
    facts::Given& so_far = answers_[field.fact];
    const bool list = vocabulary_.fact(field.fact).type == FactType::kChoices;
    if (list ? so_far.known && so_far.options.hasAll(own.options) : known.facts[field.fact].known) {
      continue;
    }
    // A class of size that was tapped, or a line of business, needs no figure and no code.
    const facts::KnownFacts& is = vocabulary_.known();
    const bool sized =
        known.facts[is.enterprise_size].known &&
        contains(std::vector{is.employees, is.annual_revenue, is.total_assets}, field.fact);
    const bool coded = field.fact == is.industry_code && known.facts[is.size_industry].known;
    if (sized || coded) continue;
    taps += list ? std::max<std::size_t>(1, own.options.without(so_far.options).size())
                 : tapsFor(field.fact);
    so_far = own;
  }
  if (taps == 0) return false;
  cost_.taps += 1 + taps;
  return true;
}

/// Whether everything that the option sets is true of the company.
bool ScreenAnswer::agrees(const Option& option) const {
  if (option.sets.empty()) return false;
  return std::all_of(option.sets.begin(), option.sets.end(), [&](const auto& each) {
    const auto& [fact, given] = each;
    const facts::Known& own = own_.facts[fact];
    if (vocabulary_.fact(fact).type == FactType::kChoices) {
      return given.options.isEmpty() || own.options.hasAll(given.options);
    }
    return own.known && own.options == given.options;
  });
}

void ScreenAnswer::take(const Option& option) {
  for (const auto& [fact, given] : option.sets) {
    facts::Given& answer = answers_[fact];
    if (vocabulary_.fact(fact).type == FactType::kChoices) {
      answer.known = true;
      answer.options.add(given.options);
    } else {
      answer = given;
    }
  }
}

void ScreenAnswer::answerDetails(const Option& option) {
  for (const FactIndex fact : option.details) {
    if (!profile_[fact].known) continue;
    const facts::Given& answer = answers_[fact];
    const bool same = answer.known && answer.options == profile_[fact].options &&
                      answer.number == profile_[fact].number;
    if (same) continue;
    answers_[fact] = profile_[fact];
    cost_.taps += tapsFor(fact);
    ++cost_.details;
  }
}

std::size_t ScreenAnswer::tapsFor(FactIndex fact) const {
  constexpr std::size_t kMoney = 3;
  switch (vocabulary_.fact(fact).type) {
    case FactType::kChoices:
      return std::max<std::size_t>(1, profile_[fact].options.size());
    case FactType::kMoney:
      return kMoney;
    default:
      return 1;
  }
}

/// What is about no open question is not shown.
std::vector<const catalogue::ScreenOption*> ScreenAnswer::shown(
    const engine::NextScreen& next) const {
  const facts::Knowledge known = soFar();
  std::vector<const Option*> options;
  for (const Option& option : next.screen->options) {
    if (option.when && !option.when->holds(known)) continue;
    const bool sets = std::any_of(option.sets.begin(), option.sets.end(), [&](const auto& each) {
      return contains(next.facts, each.first);
    });
    const bool asks = std::any_of(option.details.begin(), option.details.end(),
                                  [&](FactIndex fact) { return contains(next.facts, fact); });
    if (sets || asks) options.push_back(&option);
  }
  return options;
}

bool ScreenAnswer::isTicked(const Screen& screen, const Option& option) const {
  const auto left_out = [&](FactIndex fact) -> const facts::Given* {
    for (const auto& [each, given] : screen.none->sets) {
      if (each == fact) return &given;
    }
    return nullptr;
  };
  const auto does = [&](FactIndex fact) {
    const facts::Given& own = profile_[fact];
    const facts::Given* none = left_out(fact);
    return none != nullptr && own.known &&
           (own.options != none->options || own.number != none->number);
  };
  if (option.sets.empty()) {
    return std::any_of(option.details.begin(), option.details.end(), does);
  }
  return std::all_of(option.sets.begin(), option.sets.end(), [&](const auto& each) {
    const bool list = vocabulary_.fact(each.first).type == FactType::kChoices;
    return does(each.first) && (!list || profile_[each.first].options.hasAll(each.second.options));
  });
}

void ScreenAnswer::answerMany(const engine::NextScreen& next) {
  const std::vector<const Option*> options = shown(next);
  std::vector<const Option*> ticked;
  for (const Option* option : options) {
    if (!isTicked(*next.screen, *option)) continue;
    ticked.push_back(option);
    ++cost_.taps;
    take(*option);
    answerDetails(*option);
  }
  leaveOut(*next.screen, options);
  ++cost_.taps;  // the act that ends the list
  countRows(options, ticked);
}

/// The rest is no, unless the company does not know it: then the rest stays unknown.
void ScreenAnswer::leaveOut(const Screen& screen, const std::vector<const Option*>& shown) {
  std::vector<std::pair<FactIndex, facts::Given>> rest;
  for (const auto& [left, given] : screen.none->sets) {
    const FactIndex fact = left;  // clang 14 lets no lambda capture a binding
    const bool about = std::any_of(shown.begin(), shown.end(), [&](const Option* option) {
      return contains(option->details, fact) ||
             std::any_of(option->sets.begin(), option->sets.end(),
                         [&](const auto& each) { return each.first == fact; });
    });
    if (!about || answers_[fact].known) continue;
    if (!profile_[fact].known) return;
    rest.emplace_back(fact, given);
  }
  for (const auto& [fact, given] : rest) answers_[fact] = given;
}

void ScreenAnswer::countRows(const std::vector<const Option*>& shown,
                             const std::vector<const Option*>& ticked) {
  std::set<std::string> headings;
  std::map<std::string, std::size_t> rows;
  std::map<std::string, std::size_t> details;  // of the tick that asks most
  for (const Option* option : shown) {
    headings.insert(option->group);
    ++rows[option->group];
    details[option->group] = std::max(details[option->group], option->details.size());
  }
  std::size_t unfolded = 0;
  for (const auto& [group, count] : rows) unfolded += count;
  std::size_t most = 0;
  for (const auto& [group, count] : details) most = std::max(most, count);
  if (headings.size() == 1 || unfolded + most <= kMostRows) {
    cost_.rows = unfolded + most;
    return;
  }
  for (const auto& [group, count] : rows) {
    cost_.rows = std::max(cost_.rows, headings.size() + count + details[group]);
  }
  std::set<std::string> opened;
  for (const Option* option : ticked) opened.insert(option->group);
  cost_.taps += opened.size();
}

void ScreenAnswer::answerFields(const engine::NextScreen& next) {
  const facts::Knowledge known = soFar();
  for (const catalogue::ScreenField& field : next.screen->fields) {
    if (field.when && !field.when->holds(known)) continue;
    if (!contains(next.facts, field.fact)) continue;
    ++cost_.rows;
    if (!profile_[field.fact].known) continue;
    answers_[field.fact] = profile_[field.fact];
    cost_.taps += tapsFor(field.fact);
  }
  ++cost_.taps;
}

}  // namespace policycalc::bench
