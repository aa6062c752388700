#include <algorithm>
#include <string>
#include <vector>

#include "policycalc/base/text.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

using facts::Fact;
using facts::FactIndex;

constexpr const char* kFile = "screens.json";

/// Which answers to a fact the screens can give.
struct Reach {
  bool whole = false;        ///< asked as a field or a detail: every answer
  facts::OptionSet options;  ///< set by options
  bool touched = false;
};

class ScreenCheck {
 public:
  ScreenCheck(const Catalogue& catalogue, Report& report)
      : vocabulary_(catalogue.vocabulary()),
        screens_(catalogue.screens().all()),
        report_(report),
        reach_(vocabulary_.facts().size()) {}

  void check() {
    if (screens_.empty()) return;
    for (const Screen& screen : screens_) addReachOf(screen);
    for (std::size_t i = 0; i < screens_.size(); ++i) {
      const std::string pointer = base::childPointer("/screens", i);
      checkPlaces(screens_[i], pointer);
      checkNone(screens_[i], pointer);
    }
    for (std::size_t i = 0; i < vocabulary_.facts().size(); ++i) checkFact(i);
  }

 private:
  template <typename Visit>
  static void forEachOption(const Screen& screen, const Visit& visit) {
    for (const auto* line : {&screen.options, &screen.second}) {
      for (const ScreenOption& option : *line) visit(option);
    }
  }

  const std::string& idOf(FactIndex fact) const { return vocabulary_.fact(fact).id; }

  void addAnswer(FactIndex fact, const facts::Given& given) {
    Reach& reach = reach_[fact];
    reach.touched = true;
    reach.options.add(given.options);
  }

  void addQuestion(FactIndex fact) {
    reach_[fact].touched = true;
    reach_[fact].whole = true;
  }

  void addReachOf(const Screen& screen) {
    forEachOption(screen, [&](const ScreenOption& option) {
      for (const auto& [fact, given] : option.sets) addAnswer(fact, given);
      for (const FactIndex fact : option.details) addQuestion(fact);
    });
    for (const ScreenField& field : screen.fields) addQuestion(field.fact);
    // A "none" that no option touches is reported as such, not as a question.
    if (!screen.none) return;
    for (const auto& [fact, given] : screen.none->sets) reach_[fact].options.add(given.options);
  }

  void checkPlaces(const Screen& screen, const std::string& pointer) {
    const std::string at = pointer + "/facts";
    for (std::size_t i = 0; i < screen.facts.size(); ++i) {
      const FactIndex fact = screen.facts[i];
      if (!reach_[fact].touched) {
        report_.add(kFile, base::childPointer(at, i), "idle_fact",
                    "nothing on the screen sets or asks " + base::quoted(idOf(fact)));
      }
      const auto first = std::find_if(screens_.begin(), screens_.end(),
                                      [&](const Screen& other) { return other.has(fact); });
      if (&*first != &screen) {
        report_.add(kFile, base::childPointer(at, i), "duplicate_fact",
                    base::quoted(idOf(fact)) + " is also on " + base::quoted(first->id));
      }
    }
  }

  /// The facts that a list of ticks must answer when they are left out: those that a tick sets, or
  /// asks if it sets nothing. A follow-up question needs no answer then.
  std::vector<FactIndex> leftOut(const Screen& screen) const {
    std::vector<FactIndex> facts;
    for (const ScreenOption& option : screen.options) {
      for (const auto& [fact, given] : option.sets) facts.push_back(fact);
      if (!option.sets.empty()) continue;
      for (const FactIndex fact : option.details) {
        if (!vocabulary_.fact(fact).detail_of) facts.push_back(fact);
      }
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
  }

  void checkNone(const Screen& screen, const std::string& pointer) {
    if (screen.style != Screen::Style::kMany) return;
    if (!screen.none) {
      report_.add(kFile, pointer + "/none", "none_gap", "a list of ticks says what is left out");
      return;
    }
    const std::string at = pointer + "/none/sets";
    const std::vector<FactIndex> wanted = leftOut(screen);
    for (const FactIndex fact : wanted) {
      const auto& sets = screen.none->sets;
      const bool found = std::any_of(sets.begin(), sets.end(),
                                     [&](const auto& each) { return each.first == fact; });
      if (!found) report_.add(kFile, at, "none_gap", base::quoted(idOf(fact)) + " is not answered");
    }
    for (const auto& [fact, given] : screen.none->sets) {
      const std::string place = base::childPointer(at, idOf(fact));
      if (!std::binary_search(wanted.begin(), wanted.end(), fact)) {
        report_.add(kFile, place, "none_gap", "no tick is about " + base::quoted(idOf(fact)));
      } else if (isTicked(screen, fact, given)) {
        report_.add(kFile, place, "none_gap", "a tick gives the same answer");
      }
    }
  }

  static bool isTicked(const Screen& screen, FactIndex fact, const facts::Given& left_out) {
    return std::any_of(
        screen.options.begin(), screen.options.end(), [&](const ScreenOption& option) {
          return std::any_of(option.sets.begin(), option.sets.end(), [&](const auto& each) {
            return each.first == fact && each.second.options == left_out.options &&
                   each.second.number == left_out.number;
          });
        });
  }

  void checkFact(std::size_t index) {
    const Fact& fact = vocabulary_.facts()[index];
    if (fact.type == facts::FactType::kText) return;
    const std::string at = base::childPointer("/facts", index);
    const Reach& reach = reach_[index];
    if (!reach.touched) {
      report_.add("facts.json", at, "unasked_fact", "no screen asks " + base::quoted(fact.id));
      return;
    }
    if (reach.whole) return;
    if (facts::isNumeric(fact.type)) {
      report_.add("facts.json", at, "unreachable_option",
                  "no screen asks for the figure " + base::quoted(fact.id));
    }
    for (const std::string& code : fact.codesOf(fact.allOptions().without(reach.options))) {
      report_.add("facts.json", at, "unreachable_option",
                  "no screen leads to " + base::quoted(code) + " of " + base::quoted(fact.id));
    }
  }

  const facts::Vocabulary& vocabulary_;
  const std::vector<Screen>& screens_;
  Report& report_;
  std::vector<Reach> reach_;
};

}  // namespace

void checkScreens(const Catalogue& catalogue, Report& report) {
  ScreenCheck(catalogue, report).check();
}

}  // namespace policycalc::catalogue
