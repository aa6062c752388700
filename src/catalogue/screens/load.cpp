#include <algorithm>
#include <set>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/screens.h"

#include "catalogue/screens/bands.h"
#include "catalogue/screens/condition.h"

namespace policycalc::catalogue {
namespace {

using facts::FactIndex;
using Answers = std::vector<std::pair<FactIndex, facts::Given>>;

/// Reads one screen after another and reports every fault with its place.
class ScreenLoader {
 public:
  ScreenLoader(const facts::Vocabulary& vocabulary, const facts::SizeStandard& standard)
      : vocabulary_(vocabulary), standard_(standard), asked_(vocabulary.facts().size()) {}

  Screen load(json::Decoder& object) {
    Screen screen;
    screen.id = object.string("id");
    if (!screen.id.empty() && !ids_.insert(screen.id).second) {
      object.reportAt("id", "duplicate_id", base::quoted(screen.id) + " appears twice");
    }
    loadTexts(object, screen);
    screen.facts = loadFacts(object, "facts");
    if (screen.facts.empty()) reportEmpty(object, "facts");
    screen.when = loadCondition(object, "when", vocabulary_, asked_);
    option_ids_.clear();
    loadGroups(object, screen);
    screen.options = loadOptions(object, "options", screen);
    screen.second = loadOptions(object, "second", screen);
    checkSecond(object, screen);
    loadFields(object, screen);
    loadNone(object, screen);
    loadBands(object, screen);
    object.refuseUnknownKeys();
    // Only now: a condition tests facts of earlier screens.
    for (const FactIndex fact : screen.facts) asked_[fact] = true;
    return screen;
  }

 private:
  static void reportEmpty(const json::Decoder& object, std::string_view key) {
    const json::Value* list = object.value().find(key);
    if (list == nullptr || !list->isArray() || !list->elements.empty()) return;
    object.reportAt(key, "wrong_value", "a list of one or more is expected");
  }

  static void loadTexts(json::Decoder& object, Screen& screen) {
    screen.ask = object.string("ask");
    screen.ask_en = object.string("ask_en");
    screen.help = object.optionalString("help");
    screen.help_en = object.optionalString("help_en");
    if (screen.help.empty() != screen.help_en.empty()) {
      object.reportAt("help_en", "wrong_value", "a help has both languages, or none");
    }
    screen.style =
        static_cast<Screen::Style>(object.oneOf("style", {"one", "many", "fields"}).value_or(0));
    screen.picture = static_cast<Screen::Picture>(
        object.oneOf("picture", {"tiles", "map", "list", "bands"}).value_or(0));
    json::Decoder skip = object.object("skip");
    screen.skip = skip.string("label");
    screen.skip_en = skip.string("label_en");
    skip.refuseUnknownKeys();
    screen.second_ask = object.optionalString("second_ask");
    screen.second_ask_en = object.optionalString("second_ask_en");
  }

  /// The facts in a list of ids, without repeats.
  std::vector<FactIndex> loadFacts(json::Decoder& object, std::string_view key) const {
    std::vector<FactIndex> facts;
    for (const std::string& id : object.strings(key)) {
      const auto fact = vocabulary_.find(id);
      if (!fact) {
        object.reportAt(key, "unknown_fact", base::quoted(id) + " is not a fact");
      } else if (std::find(facts.begin(), facts.end(), *fact) != facts.end()) {
        object.reportAt(key, "duplicate_fact", base::quoted(id) + " is repeated");
      } else {
        facts.push_back(*fact);
      }
    }
    return facts;
  }

  void checkPlace(const json::Decoder& object, std::string_view key, const Screen& screen,
                  FactIndex fact) const {
    if (screen.has(fact)) return;
    object.reportAt(key, "misplaced_fact",
                    base::quoted(vocabulary_.fact(fact).id) + " is not among the screen's facts");
  }

  /// The answers of `sets`, checked as those of a profile.
  Answers loadAnswers(json::Decoder& object, const Screen& screen) const {
    Answers answers;
    const json::Value* sets = object.required("sets");
    if (sets == nullptr) return answers;
    const std::string pointer = base::childPointer(object.pointer(), "sets");
    const auto profile = facts::readProfile(*sets, vocabulary_, pointer);
    if (!profile.ok()) {
      for (base::Issue issue : profile.error()) {
        issue.file = object.sink().file;
        object.sink().issues.push_back(std::move(issue));
      }
      return answers;
    }
    for (const json::Member& member : sets->members) {
      const FactIndex fact = *vocabulary_.find(member.key);
      if (!(*profile)[fact].known) {
        object.reportAt(base::childPointer(pointer, member.key), member.value, "wrong_value",
                        "an answer is expected, not null");
        continue;
      }
      checkPlace(object, "sets", screen, fact);
      answers.emplace_back(fact, (*profile)[fact]);
    }
    return answers;
  }

  // The key may be absent, so that earlier versions load.
  static void loadGroups(json::Decoder& object, Screen& screen) {
    if (object.member("groups") == nullptr) return;
    std::set<std::string> labels;
    for (json::Decoder& each : object.objects("groups")) {
      ScreenGroup group;
      group.label = each.string("label");
      group.label_en = each.string("label_en");
      each.refuseUnknownKeys();
      if (!group.label.empty() && !labels.insert(group.label).second) {
        each.reportAt("label", "duplicate_name", base::quoted(group.label) + " appears twice");
      }
      screen.groups.push_back(std::move(group));
    }
  }

  static void findGroup(const json::Decoder& object, const Screen& screen, ScreenOption& option) {
    if (option.group.empty() || screen.groups.empty()) return;
    const auto at =
        std::find_if(screen.groups.begin(), screen.groups.end(),
                     [&](const ScreenGroup& group) { return group.label == option.group; });
    if (at == screen.groups.end()) {
      object.reportAt("group", "unknown_group",
                      base::quoted(option.group) + " is not a group of the screen");
    } else {
      option.group_en = at->label_en;
    }
  }

  std::vector<ScreenOption> loadOptions(json::Decoder& object, std::string_view key,
                                        const Screen& screen) {
    std::vector<ScreenOption> options;
    for (json::Decoder& each : object.objects(key)) options.push_back(loadOption(each, screen));
    return options;
  }

  ScreenOption loadOption(json::Decoder& object, const Screen& screen) {
    ScreenOption option;
    option.id = object.string("id");
    if (!option.id.empty() && !option_ids_.insert(option.id).second) {
      object.reportAt("id", "duplicate_id", base::quoted(option.id) + " appears twice");
    }
    option.label = object.string("label");
    option.label_en = object.string("label_en");
    option.words = object.strings("words");
    option.group = object.optionalString("group");
    findGroup(object, screen, option);
    option.picture = object.optionalString("picture");
    option.sets = loadAnswers(object, screen);
    option.when = loadCondition(object, "when", vocabulary_, asked_);
    option.details = loadFacts(object, "details");
    for (const FactIndex fact : option.details) checkPlace(object, "details", screen, fact);
    const json::Value* sets = object.member("sets");
    if (option.details.empty() && sets != nullptr && sets->isObject() && sets->members.empty()) {
      object.reportAt("sets", "wrong_value", "an option sets an answer or asks for a detail");
    }
    object.refuseUnknownKeys();
    return option;
  }

  static void checkSecond(const json::Decoder& object, const Screen& screen) {
    const bool asked = !screen.second_ask.empty() && !screen.second_ask_en.empty();
    const bool silent = screen.second_ask.empty() && screen.second_ask_en.empty();
    if (screen.second.empty() ? silent : asked) return;
    object.reportAt("second_ask", "wrong_value", "a second line has a sentence in both languages");
  }

  void loadFields(json::Decoder& object, Screen& screen) const {
    for (json::Decoder& each : object.objects("fields")) {
      ScreenField field;
      const std::string id = each.string("fact");
      field.when = loadCondition(each, "when", vocabulary_, asked_);
      each.refuseUnknownKeys();
      if (id.empty()) continue;
      const auto fact = vocabulary_.find(id);
      if (!fact) {
        each.reportAt("fact", "unknown_fact", base::quoted(id) + " is not a fact");
        continue;
      }
      field.fact = *fact;
      checkPlace(each, "fact", screen, *fact);
      screen.fields.push_back(std::move(field));
    }
    if (screen.style == Screen::Style::kFields) reportEmpty(object, "fields");
  }

  void loadNone(json::Decoder& object, Screen& screen) const {
    const json::Value* value = object.optional("none");
    if (value == nullptr) return;
    json::Decoder none(*value, base::childPointer(object.pointer(), "none"), object.sink());
    screen.none.emplace();
    screen.none->label = none.string("label");
    screen.none->label_en = none.string("label_en");
    screen.none->sets = loadAnswers(none, screen);
    none.refuseUnknownKeys();
    if (screen.style != Screen::Style::kMany) {
      object.reportAt("none", "wrong_value", "only a list of ticks leaves something out");
    }
  }

  /// The size standard words the bands, so that no figure is written twice.
  void loadBands(const json::Decoder& object, Screen& screen) const {
    if (screen.picture != Screen::Picture::kBands) return;
    if (!screen.options.empty()) {
      object.reportAt("options", "wrong_value", "the size standard gives the options of bands");
    }
    checkPlace(object, "facts", screen, vocabulary_.known().enterprise_size);
    screen.options = bandOptions(vocabulary_, standard_);
    for (ScreenField& field : screen.fields) {
      if (!field.when) field.when = whenCounted(field.fact, vocabulary_, standard_);
    }
  }

  const facts::Vocabulary& vocabulary_;
  const facts::SizeStandard& standard_;
  std::vector<bool> asked_;  ///< by an earlier screen
  std::set<std::string> ids_;
  std::set<std::string> option_ids_;  ///< of the present screen
};

}  // namespace

Screens Screens::load(json::Decoder& root, const facts::Vocabulary& vocabulary,
                      const facts::SizeStandard& standard) {
  Screens screens;
  ScreenLoader loader(vocabulary, standard);
  for (json::Decoder& object : root.objects("screens")) {
    screens.screens_.push_back(loader.load(object));
  }
  root.refuseUnknownKeys();
  return screens;
}

}  // namespace policycalc::catalogue
