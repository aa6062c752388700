#include <utility>

#include "policycalc/base/text.h"

#include "catalogue/changes/rendered.h"
#include "catalogue/changes/things.h"

namespace policycalc::catalogue {
namespace {

constexpr const char* kBetween = "、";
/// Between the parts of an exact text, which no text of the policies holds.
constexpr const char* kApart = "\x1f";

/// Collects the fields of one clause, under the names that the API gives them.
class ClauseFields {
 public:
  ClauseFields(const Clause& clause, const Catalogue& catalogue, base::Date day)
      : clause_(clause), catalogue_(catalogue), symbols_(catalogue.symbols()), day_(day) {}

  Thing take() {
    thing_.subject = clause_.isMeasure() ? Subject::kMeasure : Subject::kClause;
    thing_.id = clause_.id;
    thing_.title = filled(clause_.title);
    thing_.affects = clause_.isMeasure() ? Affects::kVerdict : Affects::kText;
    if (clause_.isMeasure()) thing_.measures.push_back(clause_.id);
    addTexts();
    addRules();
    addBenefits();
    addPlaces();
    addRelations();
    return std::move(thing_);
  }

 private:
  std::string filled(const std::string& text) const {
    return fillIn(text, catalogue_.parameters(), day_);
  }

  void addText(std::string_view name, const std::string& text) {
    thing_.fields.push_back({std::string(name), filled(text), text});
  }

  void addEnglish(std::string_view name, const std::string& text) {
    thing_.fields.push_back(
        {std::string(name), fillInEnglish(text, catalogue_.parameters(), day_), text});
  }

  void addList(std::string_view name, const std::vector<std::string>& texts,
               Affects can = Affects::kText) {
    thing_.fields.push_back(
        {std::string(name), base::join(texts, kBetween), base::join(texts, kApart), can});
  }

  /// The logic first: a change of it can do more than one of the words.
  void addCriterion(std::string_view name, const std::optional<criteria::Criterion>& criterion,
                    Affects can) {
    const std::string sentence = sentenceOf(criterion, symbols_, day_);
    thing_.fields.push_back({std::string(name), sentence, logicOf(criterion, symbols_, day_), can});
    thing_.add(name, sentence);
  }

  void addTexts() {
    addText("title", clause_.title);
    thing_.add("title_en", clause_.title_en);
    addText("summary", clause_.summary);
    addEnglish("summary_en", clause_.summary_en);
    thing_.add("kind", std::string(toString(clause_.kind)));
    addText("why_internal", clause_.why_internal);
    addText("next_step", clause_.next_step);
    addEnglish("next_step_en", clause_.next_step_en);
    addText("delivery", clause_.delivery);
    addChannels();
    addList("documents", clause_.documents);
    addList("keywords", clause_.keywords);
    addCaveats();
    thing_.add("last_checked", clause_.last_checked);
  }

  void addChannels() {
    std::vector<std::string> kinds;
    std::vector<std::string> english;
    std::vector<std::string> addresses;
    for (const Channel& channel : clause_.channels) {
      if (channel.kind) kinds.emplace_back(toString(*channel.kind));
      if (!channel.name_en.empty()) english.push_back(channel.name_en);
      if (!channel.url.empty()) addresses.push_back(channel.url);
    }
    addList("channels", namesOf(clause_.channels));
    addList("channels/kind", kinds);
    addList("channels/name_en", english);
    addList("channels/url", addresses);
  }

  void addCaveats() {
    std::vector<std::string> shown;
    std::vector<std::string> exact;
    std::vector<std::string> english;
    for (const Caveat& caveat : clause_.caveats) {
      shown.push_back(filled(caveat.text));
      if (!caveat.text_en.empty()) english.push_back(caveat.text_en);
      exact.push_back(std::string(toString(caveat.kind)) + " " + caveat.text + " " +
                      (caveat.source ? sentenceOf(*caveat.source) : std::string()));
    }
    thing_.fields.push_back({"caveats", base::join(shown, "\n"), base::join(exact, kApart)});
    addList("caveats_en", english);
  }

  void addRules() {
    if (!clause_.isMeasure()) return;
    thing_.add("topic", catalogue_.vocabulary().needs()[clause_.topic].label);
    thing_.add("scope", clause_.scope == Scope::kRegistered ? "在本市登记的企业" : "不限登记地",
               Affects::kVerdict);
    thing_.add("valid", sentenceOf(clause_.valid.from, clause_.valid.to), Affects::kVerdict);
    addList("replaced_by", clause_.replaced_by);
    addText("replaced_text", clause_.replaced_text);
    addCriterion("applies_when", clause_.applies_when, Affects::kVerdict);
    addCriterion("requires", clause_.requires_, Affects::kVerdict);
    addJudged();
    thing_.add("universal", clause_.universal ? "是" : "否");
    const facts::Vocabulary& vocabulary = catalogue_.vocabulary();
    addList("for_status",
            vocabulary.fact(vocabulary.known().registration_status).labelsOf(clause_.for_status),
            Affects::kVerdict);
    thing_.add("curable", clause_.curable ? "是" : "否");
  }

  /// Without any judgement a measure is eligible instead of conditional.
  void addJudged() {
    std::vector<std::string> shown;
    for (const Judgement& judgement : clause_.judged) {
      shown.push_back(filled(judgement.text) + "（" + judgement.by + "）");
    }
    const std::string text = base::join(shown, kBetween);
    thing_.fields.push_back({"judged", text, shown.empty() ? "no" : "yes", Affects::kVerdict});
    std::vector<std::string> exact;
    for (const Judgement& judgement : clause_.judged)
      exact.push_back(judgement.text + judgement.by);
    thing_.fields.push_back({"judged", text, base::join(exact, kApart)});
    addUnitsOfJudged();
  }

  void addUnitsOfJudged() {
    std::vector<std::string> shown;
    std::vector<std::string> exact;
    for (const Judgement& judgement : clause_.judged) {
      std::vector<std::string> names;
      std::vector<std::string> ids;
      for (const std::size_t index : judgement.units) {
        const Unit& unit = catalogue_.registry().units()[index];
        names.push_back(unit.name);
        ids.push_back(unit.id);
      }
      if (!names.empty()) shown.push_back(base::join(names, kBetween));
      exact.push_back(base::join(ids, kBetween));
    }
    thing_.fields.push_back({"judged/units", base::join(shown, "；"),
                             shown.empty() ? std::string() : base::join(exact, kApart)});
  }

  void addBenefits() {
    for (const Benefit& benefit : clause_.benefits) {
      const std::string name = "benefits/" + benefit.id + "/";
      thing_.fields.push_back({name + "amount", sentenceOf(benefit.amount, symbols_, day_),
                               logicOf(benefit.amount, symbols_, day_), Affects::kAmount});
      thing_.add(name + "type", benefit.type, Affects::kAmount);
      addCriterion(name + "paid_when", benefit.paid_when, Affects::kAmount);
      thing_.add(name + "counted_once", benefit.counted_once, Affects::kAmount);
      addText(name + "label", benefit.label);
      addEnglish(name + "label_en", benefit.label_en);
    }
  }

  void addPlaces() {
    const std::vector<Unit>& units = catalogue_.registry().units();
    std::vector<std::string> names;
    std::vector<std::string> exact;
    for (const ResponsibleUnit& responsible : clause_.units) {
      const Unit& unit = units[responsible.unit];
      const std::string when = sentenceOf(responsible.when, symbols_, day_);
      const std::string unless = sentenceOf(responsible.unless, symbols_, day_);
      names.push_back(unit.name + (when.empty() ? "" : "（" + when + "）") +
                      (unless.empty() ? "" : "（" + unless + " 时除外）"));
      exact.push_back(unit.id + " " + responsible.role + " " +
                      logicOf(responsible.when, symbols_, day_) + " " +
                      logicOf(responsible.unless, symbols_, day_));
    }
    thing_.fields.push_back({"units", base::join(names, kBetween), base::join(exact, kApart)});
    std::vector<std::string> provincial;
    std::vector<std::string> ids;
    for (const std::size_t unit : clause_.provincial_units) {
      provincial.push_back(units[unit].name);
      ids.push_back(units[unit].id);
    }
    thing_.fields.push_back(
        {"provincial_units", base::join(provincial, kBetween), base::join(ids, kApart)});
    thing_.add("joint_pairing", clause_.pairing_open ? "open" : "stated");
    std::vector<std::string> sources;
    for (const criteria::Citation& source : clause_.sources) sources.push_back(sentenceOf(source));
    addList("sources", sources);
  }

  void addRelations() {
    if (!clause_.isMeasure()) return;
    addList("excludes", clause_.excludes, Affects::kAmount);
    addList("leads_to", clause_.leads_to);
  }

  const Clause& clause_;
  const Catalogue& catalogue_;
  const criteria::Symbols symbols_;
  const base::Date day_;
  Thing thing_;
};

}  // namespace

Things clausesAsThings(const Catalogue& catalogue, base::Date day) {
  Things things;
  for (const Clause* clause : catalogue.clauses()) {
    things.push_back(ClauseFields(*clause, catalogue, day).take());
  }
  return things;
}

}  // namespace policycalc::catalogue
