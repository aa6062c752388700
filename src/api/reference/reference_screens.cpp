#include "policycalc/web/match/rendering.h"

#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

using catalogue::Screen;
using catalogue::ScreenCondition;
using catalogue::ScreenOption;
using Answers = std::vector<std::pair<facts::FactIndex, facts::Given>>;

/// Writes the screens of one catalogue.
class ScreenWriter {
 public:
  ScreenWriter(json::Writer& writer, const facts::Vocabulary& vocabulary)
      : writer_(writer), vocabulary_(vocabulary) {}

  void write(const Screen& screen) {
    writer_.beginObject();
    writer_.key("id").string(screen.id);
    writer_.key("ask").string(screen.ask);
    writer_.key("ask_en").string(screen.ask_en);
    writer_.key("help").stringOrNull(screen.help);
    writer_.key("help_en").stringOrNull(screen.help_en);
    writer_.key("style").string(toString(screen.style));
    writer_.key("picture").string(toString(screen.picture));
    writer_.key("facts");
    writeIds(screen.facts);
    writer_.key("options");
    writeOptions(screen.options);
    writer_.key("second_ask").stringOrNull(screen.second_ask);
    writer_.key("second_ask_en").stringOrNull(screen.second_ask_en);
    writer_.key("second");
    writeOptions(screen.second);
    writeFields(screen);
    writeNone(screen);
    writer_.key("skip").beginObject();
    writeLabels(screen.skip, screen.skip_en);
    writer_.endObject();
    writeWhen(screen.when);
    writer_.endObject();
  }

 private:
  void writeIds(const std::vector<facts::FactIndex>& facts) {
    writer_.beginArray();
    for (const facts::FactIndex fact : facts) writer_.string(vocabulary_.fact(fact).id);
    writer_.endArray();
  }

  void writeLabels(const std::string& label, const std::string& label_en) {
    writer_.key("label").string(label);
    writer_.key("label_en").string(label_en);
  }

  void writeOptions(const std::vector<ScreenOption>& options) {
    writer_.beginArray();
    for (const ScreenOption& option : options) {
      writer_.beginObject();
      writer_.key("id").string(option.id);
      writeLabels(option.label, option.label_en);
      writer_.key("words");
      web::writeStrings(writer_, option.words);
      writer_.key("group").stringOrNull(option.group);
      writer_.key("group_en").stringOrNull(option.group_en);
      writer_.key("picture").stringOrNull(option.picture);
      writeAnswers(option.sets);
      writeWhen(option.when);
      writer_.key("details");
      writeIds(option.details);
      writeBegins(option);
      writer_.endObject();
    }
    writer_.endArray();
  }

  void writeAnswers(const Answers& answers) {
    writer_.key("sets").beginObject();
    for (const auto& [fact, given] : answers) {
      writer_.key(vocabulary_.fact(fact).id);
      facts::writeGiven(writer_, given, vocabulary_.fact(fact));
    }
    writer_.endObject();
  }

  void writeBegins(const ScreenOption& option) {
    writer_.key("begins").beginObject();
    for (const auto& [fact, figure] : option.begins) {
      writer_.key(vocabulary_.fact(fact).id);
      facts::writeGiven(writer_, {true, {}, figure, {}}, vocabulary_.fact(fact));
    }
    writer_.endObject();
  }

  void writeFields(const Screen& screen) {
    writer_.key("fields").beginArray();
    for (const catalogue::ScreenField& field : screen.fields) {
      writer_.beginObject();
      writer_.key("fact").string(vocabulary_.fact(field.fact).id);
      writeWhen(field.when);
      writer_.endObject();
    }
    writer_.endArray();
  }

  void writeNone(const Screen& screen) {
    writer_.key("none");
    if (!screen.none) {
      writer_.null();
      return;
    }
    writer_.beginObject();
    writeLabels(screen.none->label, screen.none->label_en);
    writeAnswers(screen.none->sets);
    writer_.endObject();
  }

  void writeWhen(const std::optional<ScreenCondition>& condition) {
    writer_.key("when");
    if (condition) {
      writeCondition(*condition);
    } else {
      writer_.null();
    }
  }

  void writeCondition(const ScreenCondition& condition) {
    using Kind = ScreenCondition::Kind;
    writer_.beginObject();
    if (condition.kind == Kind::kAll || condition.kind == Kind::kAny) {
      writer_.key(condition.kind == Kind::kAll ? "all" : "any").beginArray();
      for (const ScreenCondition& child : condition.children) writeCondition(child);
      writer_.endArray();
    } else {
      const facts::Fact& fact = vocabulary_.fact(condition.fact);
      writer_.key("fact").string(fact.id);
      writer_.key(condition.kind == Kind::kIn ? "in" : "not_in");
      web::writeStrings(writer_, fact.codesOf(condition.options));
    }
    writer_.endObject();
  }

  json::Writer& writer_;
  const facts::Vocabulary& vocabulary_;
};

}  // namespace

std::string writeScreens(const catalogue::Catalogue& catalogue) {
  json::Writer writer;
  writer.beginObject();
  writer.key("catalogue").string(catalogue.hash());
  writer.key("screens").beginArray();
  ScreenWriter screens(writer, catalogue.vocabulary());
  for (const Screen& screen : catalogue.screens().all()) screens.write(screen);
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::api
