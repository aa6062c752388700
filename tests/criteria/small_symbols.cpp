#include "criteria/small_symbols.h"

#include "facts/json_text.h"
#include "facts/small_vocabulary.h"

namespace policycalc::test {
namespace {

std::string line(const std::string& id, const std::string& unit, const std::string& value) {
  return R"(
    { "id": ")" +
         id + R"(", "label": "参数)" + id + R"(", "unit": ")" + unit +
         R"(", "values": [{ "from": "2024-01-01", "to": null, "value": )" + value +
         R"(, "source": { "document": "notice" }, "note": null }], "last_checked": "2026-11-25" },)";
}

/// Vocabulary, size standard and parameters of the tests' own documents.
struct World {
  facts::Vocabulary vocabulary;
  facts::SizeStandard standard;
  criteria::Parameters parameters;
  criteria::Symbols scope{vocabulary, parameters};

  World() {
    base::Issues issues;
    const json::IssueSink sink{"test.json", issues};
    const json::Value facts = parse(smallVocabulary());
    json::Decoder facts_root(facts, "", sink);
    vocabulary = facts::Vocabulary::load(facts_root);
    const json::Value size = parse(smallSizeStandard());
    json::Decoder size_root(size, "", sink);
    standard = facts::SizeStandard::load(size_root, vocabulary);
    const json::Value figures = parse(smallParameters());
    json::Decoder figures_root(figures, "", sink);
    parameters = criteria::Parameters::load(figures_root);
    BOOST_REQUIRE_MESSAGE(issues.empty(), listed(issues));
  }
};

const World& world() {
  static const World made;
  return made;
}

}  // namespace

std::string smallParameters() {
  return "{\n  \"parameters\": [" + line("ceiling", "CNY", "2000000") +
         line("share", "percent", "40") + line("second", "percent", "70") +
         line("points", "percentage_point", "3") + line("staff", "person", "20") +
         line("years", "year", "3") + line("days", "day", "30") + line("fine", "CNY", "10.005") +
         line("vast", "CNY", "10000000000000000000000000000000000000") + R"(
    { "id": "dated", "label": "分段", "unit": "CNY", "values": [
        { "from": "2025-01-01", "to": "2025-12-31", "value": 200, "source": { "document": "notice" }, "note": null },
        { "from": "2024-01-01", "to": "2024-12-31", "value": 100, "source": { "document": "notice", "item": 1, "cell": 2, "clause": "b" }, "note": "先" }], "last_checked": "2026-11-25" }
  ]
})";
}

const criteria::Symbols& smallSymbols() {
  return world().scope;
}

facts::FactIndex smallFact(std::string_view id) {
  const auto index = smallSymbols().vocabulary.find(id);
  BOOST_REQUIRE(index.has_value());
  return *index;
}

facts::Knowledge smallKnowledge(std::string_view profile) {
  const auto read = facts::readProfile(parse(profile), world().vocabulary, "");
  BOOST_REQUIRE_MESSAGE(read.ok(), "the test's own profile is refused: " << profile);
  return facts::derive(*read, world().vocabulary, world().standard);
}

base::Date dateOf(std::string_view text) {
  const auto date = base::Date::parse(text);
  BOOST_REQUIRE(date.ok());
  return *date;
}

criteria::Criterion criterionOf(std::string_view text) {
  base::Issues issues;
  const json::IssueSink sink{"test.json", issues};
  auto criterion = criteria::loadCriterion(parse(text), "", smallSymbols(), sink);
  BOOST_REQUIRE_MESSAGE(criterion && issues.empty(), text << ": " << listed(issues));
  return std::move(*criterion);
}

criteria::Term termOf(std::string_view text) {
  base::Issues issues;
  const json::IssueSink sink{"test.json", issues};
  auto term = criteria::loadTerm(parse(text), "", smallSymbols(), {}, sink);
  BOOST_REQUIRE_MESSAGE(term && issues.empty(), text << ": " << listed(issues));
  return std::move(*term);
}

criteria::Truth truthOf(std::string_view leaf, std::string_view profile, std::string_view day) {
  const criteria::Criterion criterion = criterionOf(leaf);
  BOOST_REQUIRE((criterion.kind == criteria::Criterion::Kind::kLeaf));
  const base::Date on = dateOf(day);
  return criteria::evaluate(criterion.comparison,
                            criteria::resolve(criterion.comparison, smallSymbols(), on),
                            smallSymbols(), on, smallKnowledge(profile));
}

std::string valueOf(std::string_view term, std::string_view profile, std::string_view day) {
  const facts::Knowledge knowledge = smallKnowledge(profile);
  const auto value = criteria::evaluate(termOf(term), smallSymbols(), dateOf(day), &knowledge);
  if (!value.ok()) {
    return value.error().code == base::Error::Code::kOverflow ? "overflow" : "other error";
  }
  return *value ? (*value)->toString() : "nothing";
}

}  // namespace policycalc::test
