#include <functional>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

#include "catalogue/leaves.h"
#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

/// The most characters that readers take in where the text appears.
enum Limit : std::size_t {
  kTitle = 40,
  kEnglishTitle = 120,
  kPhrase = 120,  ///< labels, steps, channels, conditions
  kEnglishPhrase = 240,
  kEnglishStep = 400,
  kParagraph = 400,
  kEnglishParagraph = 1000
};

struct Text {
  std::string pointer;
  const std::string& content;
  std::size_t limit;
  bool filled_in;  ///< answers replace its placeholders
};

/// The fault in the braces of a text, or "": each `{{` must have a name and a `}}`, and there must
/// be no other braces. Loading looks up the names.
std::string faultOfBraces(std::string_view text) {
  while (true) {
    const std::size_t brace = text.find_first_of("{}");
    if (brace == std::string_view::npos) return {};
    text.remove_prefix(brace);
    if (text.rfind("{{", 0) != 0) return "there is a stray brace; a placeholder is `{{name}}`";
    const std::size_t end = text.find_first_of("{}", 2);
    if (end == std::string_view::npos || text.substr(end, 2) != "}}") {
      return "a placeholder is not closed by `}}`";
    }
    text.remove_prefix(end + 2);
  }
}

class TextCheck {
 public:
  TextCheck(const std::string& file, Report& report) : file_(file), report_(report) {}

  void check(const Text& text) {
    // An absent optional text. The loader refuses a required text that is empty.
    if (text.content.empty()) return;
    if (base::isBlank(text.content)) {
      report_.add(file_, text.pointer, "blank_text", "the text has only spaces");
      return;
    }
    const std::size_t length = base::countCodePoints(text.content);
    if (length > text.limit) {
      report_.add(file_, text.pointer, "long_text",
                  "the text has " + std::to_string(length) + " characters, more than " +
                      std::to_string(text.limit));
    }
    const std::string fault = faultOfBraces(text.content);
    if (!fault.empty()) {
      report_.add(file_, text.pointer, "broken_placeholder", fault);
    } else if (!text.filled_in && text.content.find("{{") != std::string::npos) {
      report_.add(file_, text.pointer, "broken_placeholder",
                  "no figure is filled in here: the reader would see the braces");
    }
  }

  void checkList(const std::string& pointer, const std::vector<std::string>& texts, Limit limit,
                 bool filled_in) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      check({base::childPointer(pointer, i), texts[i], limit, filled_in});
    }
  }

 private:
  const std::string& file_;
  Report& report_;
};

void checkClause(const Clause& clause, Report& report) {
  TextCheck texts(clause.file, report);
  const std::string& at = clause.pointer;
  texts.check({at + "/title", clause.title, kTitle, true});
  texts.check({at + "/title_en", clause.title_en, kEnglishTitle, false});
  texts.check({at + "/summary", clause.summary, kParagraph, true});
  texts.check({at + "/summary_en", clause.summary_en, kEnglishParagraph, true});
  texts.check({at + "/why_internal", clause.why_internal, kPhrase, true});
  texts.check({at + "/next_step", clause.next_step, kPhrase, true});
  texts.check({at + "/next_step_en", clause.next_step_en, kEnglishStep, true});
  texts.check({at + "/delivery", clause.delivery, kPhrase, false});
  texts.check({at + "/replaced_text", clause.replaced_text, kPhrase, true});
  for (std::size_t i = 0; i < clause.channels.size(); ++i) {
    const std::string channel = base::childPointer(at + "/channels", i);
    texts.check({channel + "/name", clause.channels[i].name, kPhrase, false});
    texts.check({channel + "/name_en", clause.channels[i].name_en, kEnglishPhrase, false});
  }
  texts.checkList(at + "/documents", clause.documents, kPhrase, false);
  for (std::size_t i = 0; i < clause.caveats.size(); ++i) {
    const std::string caveat = base::childPointer(at + "/caveats", i);
    texts.check({caveat + "/text", clause.caveats[i].text, kParagraph, true});
    texts.check({caveat + "/text_en", clause.caveats[i].text_en, kEnglishParagraph, true});
  }
  for (std::size_t i = 0; i < clause.judged.size(); ++i) {
    const std::string judged = base::childPointer(at + "/judged", i);
    texts.check({judged + "/text", clause.judged[i].text, kPhrase, true});
    texts.check({judged + "/by", clause.judged[i].by, kPhrase, false});
  }
  for (std::size_t i = 0; i < clause.benefits.size(); ++i) {
    const std::string label = base::childPointer(at + "/benefits", i) + "/label";
    texts.check({label, clause.benefits[i].label, kPhrase, true});
    texts.check({label + "_en", clause.benefits[i].label_en, kEnglishPhrase, true});
  }
  forEachLeaf(clause, [&](const criteria::Criterion& leaf) {
    texts.check({leaf.pointer + "/text", leaf.text, kPhrase, true});
  });
}

void checkVocabulary(const Catalogue& catalogue, Report& report) {
  const std::string file = "facts.json";
  TextCheck texts(file, report);
  const auto& facts = catalogue.vocabulary().facts();
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const std::string at = base::childPointer("/facts", i);
    texts.check({at + "/label", facts[i].label, kTitle, false});
    texts.check({at + "/label_en", facts[i].label_en, kEnglishTitle, false});
    texts.check({at + "/help", facts[i].help, kPhrase, false});
    texts.check({at + "/help_en", facts[i].help_en, kEnglishPhrase, false});
    texts.check({at + "/why", facts[i].why, kPhrase, false});
    texts.check({at + "/why_en", facts[i].why_en, kEnglishPhrase, false});
  }
}

void checkUnits(const Catalogue& catalogue, Report& report) {
  const std::string file = "units.json";
  TextCheck texts(file, report);
  const auto& units = catalogue.registry().units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    texts.check(
        {base::childPointer("/units", i) + "/name_en", units[i].name_en, kEnglishTitle, false});
  }
}

void checkOptions(const std::vector<ScreenOption>& options, const std::string& pointer,
                  TextCheck& texts) {
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::string at = base::childPointer(pointer, i);
    texts.check({at + "/label", options[i].label, kTitle, false});
    texts.check({at + "/label_en", options[i].label_en, kEnglishTitle, false});
    texts.check({at + "/group", options[i].group, kTitle, false});
    texts.checkList(at + "/words", options[i].words, kTitle, false);
  }
}

void checkGroupTexts(const std::vector<ScreenGroup>& groups, const std::string& pointer,
                     TextCheck& texts) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string at = base::childPointer(pointer, i);
    texts.check({at + "/label", groups[i].label, kTitle, false});
    texts.check({at + "/label_en", groups[i].label_en, kEnglishTitle, false});
  }
}

void checkScreenTexts(const Catalogue& catalogue, Report& report) {
  const std::string file = "screens.json";
  TextCheck texts(file, report);
  const std::vector<Screen>& screens = catalogue.screens().all();
  for (std::size_t i = 0; i < screens.size(); ++i) {
    const Screen& screen = screens[i];
    const std::string at = base::childPointer("/screens", i);
    texts.check({at + "/ask", screen.ask, kTitle, false});
    texts.check({at + "/ask_en", screen.ask_en, kEnglishTitle, false});
    texts.check({at + "/second_ask", screen.second_ask, kTitle, false});
    texts.check({at + "/second_ask_en", screen.second_ask_en, kEnglishTitle, false});
    texts.check({at + "/help", screen.help, kPhrase, false});
    texts.check({at + "/help_en", screen.help_en, kEnglishPhrase, false});
    texts.check({at + "/skip/label", screen.skip, kTitle, false});
    texts.check({at + "/skip/label_en", screen.skip_en, kEnglishTitle, false});
    checkGroupTexts(screen.groups, at + "/groups", texts);
    // The standard words the options of bands.
    if (screen.picture != Screen::Picture::kBands) {
      checkOptions(screen.options, at + "/options", texts);
    }
    checkOptions(screen.second, at + "/second", texts);
    if (!screen.none) continue;
    texts.check({at + "/none/label", screen.none->label, kTitle, false});
    texts.check({at + "/none/label_en", screen.none->label_en, kEnglishTitle, false});
  }
}

}  // namespace

void checkTexts(const Catalogue& catalogue, Report& report) {
  for (const Item& item : catalogue.items()) {
    TextCheck texts(item.clauses.front().file, report);
    texts.check({"/title", item.title, kTitle, false});
    texts.check({"/title_en", item.title_en, kEnglishTitle, false});
    for (const Clause& clause : item.clauses) checkClause(clause, report);
  }
  checkVocabulary(catalogue, report);
  checkUnits(catalogue, report);
  checkScreenTexts(catalogue, report);
  const std::string file = "answer.json";
  TextCheck texts(file, report);
  const auto& warnings = catalogue.texts().warnings();
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    const std::string warning = base::childPointer("/warnings", i) + "/text";
    texts.check({warning, warnings[i].text, kParagraph, true});
    texts.check({warning + "_en", warnings[i].text_en, kEnglishParagraph, true});
  }
}

}  // namespace policycalc::catalogue
