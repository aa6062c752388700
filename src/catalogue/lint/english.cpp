// Both languages say the same: no English text is missing, and each has the figures of the Chinese.
#include <set>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

/// A text and its translation, which has the key `key` in the object at `pointer`.
struct Pair {
  std::string pointer;
  std::string key;
  const std::string& chinese;
  const std::string& english;
};

bool isChinese(char32_t point) {
  const bool ideograph = (point >= 0x3400 && point <= 0x9FFF) || (point >= 0x20000);
  const bool punctuation = (point >= 0x3000 && point <= 0x303F) || (point >= 0xFF00);
  return ideograph || punctuation;
}

/// `text` without the names in brackets, which may be Chinese: a reader has to find them.
std::string withoutNames(const std::string& text) {
  std::string rest;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('(', at);
    const std::size_t close = open == std::string::npos ? open : text.find(')', open);
    if (close == std::string::npos) return rest + text.substr(at);
    rest += text.substr(at, open - at);
    at = close + 1;
  }
  return rest;
}

bool hasChinese(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const base::CodePoint first = base::firstCodePoint(rest);
    if (first.bytes == 0) return false;  // the JSON reader refuses such a text
    if (isChinese(first.point)) return true;
    rest.remove_prefix(first.bytes);
  }
  return false;
}

std::set<std::string> figuresOf(const std::string& text) {
  std::set<std::string> names;
  forEachPlaceholder(text, [&](std::string_view name) { names.emplace(name); });
  return names;
}

class EnglishCheck {
 public:
  EnglishCheck(const std::string& file, Report& report) : file_(file), report_(report) {}

  void check(const Pair& pair) {
    const std::string at = pair.pointer + "/" + pair.key;
    if (pair.chinese.empty()) {
      if (!pair.english.empty()) {
        report_.add(file_, at, "needless_english", "there is no Chinese text that it translates");
      }
      return;
    }
    if (pair.english.empty()) {
      report_.add(file_, at, "missing_english", "the text has no English translation");
      return;
    }
    if (hasChinese(withoutNames(pair.english))) {
      report_.add(file_, at, "chinese_in_english", "only names in brackets may be Chinese");
    }
    if (figuresOf(pair.chinese) != figuresOf(pair.english)) {
      report_.add(file_, at, "different_figures",
                  "the English text has other placeholders than the Chinese");
    }
  }

  /// Only kinds that change what a reader does are translated.
  void check(const std::string& pointer, const Caveat& caveat) {
    if (isTranslated(caveat.kind)) {
      check({pointer, "text_en", caveat.text, caveat.text_en});
    } else if (!caveat.text_en.empty()) {
      report_.add(file_, pointer + "/text_en", "needless_english",
                  "caveats of this kind are not translated");
    }
  }

 private:
  const std::string& file_;
  Report& report_;
};

void checkMeasure(const Clause& measure, Report& report) {
  EnglishCheck english(measure.file, report);
  const std::string& at = measure.pointer;
  english.check({at, "summary_en", measure.summary, measure.summary_en});
  english.check({at, "next_step_en", measure.next_step, measure.next_step_en});
  for (std::size_t i = 0; i < measure.benefits.size(); ++i) {
    const Benefit& benefit = measure.benefits[i];
    english.check(
        {base::childPointer(at + "/benefits", i), "label_en", benefit.label, benefit.label_en});
  }
  for (std::size_t i = 0; i < measure.channels.size(); ++i) {
    const Channel& channel = measure.channels[i];
    english.check(
        {base::childPointer(at + "/channels", i), "name_en", channel.name, channel.name_en});
  }
  for (std::size_t i = 0; i < measure.caveats.size(); ++i) {
    english.check(base::childPointer(at + "/caveats", i), measure.caveats[i]);
  }
}

void checkAnswerTexts(const AnswerTexts& texts, Report& report) {
  const std::string file = "answer.json";
  EnglishCheck english(file, report);
  const auto& warnings = texts.warnings();
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    english.check(
        {base::childPointer("/warnings", i), "text_en", warnings[i].text, warnings[i].text_en});
  }
  if (const Caveat* several = texts.severalAwards()) {
    english.check("/totals/several_awards", *several);
  }
  if (const Caveat* once = texts.paidOnce()) english.check("/totals/paid_once", *once);
}

/// Groups of options; the loader holds that every other text of a screen has both languages.
void checkGroups(const Screens& screens, Report& report) {
  const std::string file = "screens.json";
  EnglishCheck english(file, report);
  for (std::size_t i = 0; i < screens.all().size(); ++i) {
    const Screen& screen = screens.all()[i];
    const std::string at = base::childPointer("/screens", i);
    for (std::size_t j = 0; j < screen.groups.size(); ++j) {
      english.check({base::childPointer(at + "/groups", j), "label_en", screen.groups[j].label,
                     screen.groups[j].label_en});
    }
    for (std::size_t j = 0; j < screen.options.size(); ++j) {
      const ScreenOption& option = screen.options[j];
      if (option.group.empty() || !screen.groups.empty()) continue;
      report.add(file, base::childPointer(at + "/options", j) + "/group", "missing_english",
                 "the screen does not list its groups with their English names");
    }
  }
}

/// What a type of entity decides is said to people as a reason.
void checkEntityTypes(const Catalogue& catalogue, Report& report) {
  const std::string file = "size-standard.json";
  EnglishCheck english(file, report);
  const facts::EntityTypes& types = catalogue.sizeStandard().entityTypes();
  for (std::size_t i = 0; i < types.entries().size(); ++i) {
    const facts::EntityType& type = types.of(types.entries()[i]);
    english.check(
        {base::childPointer("/entity_types", i), "because_en", type.because, type.because_en});
  }
}

}  // namespace

void checkEnglish(const Catalogue& catalogue, Report& report) {
  for (const Clause* measure : catalogue.measures()) checkMeasure(*measure, report);
  const std::string file = "units.json";
  EnglishCheck english(file, report);
  const std::vector<Unit>& units = catalogue.registry().units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    english.check({base::childPointer("/units", i), "name_en", units[i].name, units[i].name_en});
  }
  checkAnswerTexts(catalogue.texts(), report);
  checkGroups(catalogue.screens(), report);
  checkEntityTypes(catalogue, report);
}

}  // namespace policycalc::catalogue
