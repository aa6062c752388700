// The hash depends only on the content; a catalogue can be restored from its content.
#include <algorithm>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "catalogue/small_policies.h"
#include "facts/json_text.h"
#include "support/real_policies.h"

namespace policycalc::test {
using catalogue::Catalogue;

namespace {

catalogue::PolicyFiles policies() {
  MeasureText measure{"1.1.a"};
  measure.requires_ = R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })";
  return smallPolicies({measure});
}

std::string hashOf(const catalogue::PolicyFiles& files) {
  return loaded(files)->hash();
}

/// The same document with every object's keys in the opposite order, spread over many lines.
void writeReversed(json::Writer& writer, const json::Value& value) {
  if (value.isArray()) {
    writer.beginArray();
    for (const json::Value& element : value.elements) writeReversed(writer, element);
    writer.endArray();
  } else if (value.isObject()) {
    writer.beginObject();
    for (std::size_t i = value.members.size(); i > 0; --i) {
      writeReversed(writer.key(value.members[i - 1].key), value.members[i - 1].value);
    }
    writer.endObject();
  } else {
    writer.value(value);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Content)

BOOST_AUTO_TEST_CASE(the_hash_is_a_sha_256) {
  const std::string hash = hashOf(policies());
  BOOST_TEST(hash.size() == 7U + 64U);
  BOOST_TEST(hash.substr(0, 7) == "sha256:");
  BOOST_TEST(hash.find_first_not_of("0123456789abcdef", 7) == std::string::npos);
  BOOST_TEST(hash == hashOf(policies()));
}

BOOST_AUTO_TEST_CASE(key_order_and_white_space_do_not_matter) {
  auto reversed = policies();
  for (auto& [path, text] : reversed) {
    json::Writer writer(json::Writer::Layout::kIndented);
    writeReversed(writer, parse(text));
    text = "\n\t " + writer.take() + "\r\n";
  }
  BOOST_TEST((reversed != policies()));
  BOOST_TEST(hashOf(reversed) == hashOf(policies()));
}

BOOST_AUTO_TEST_CASE(the_same_number_written_otherwise_is_the_same) {
  auto files = policies();
  files["parameters.json"] =
      replaced(files["parameters.json"], R"("value": 2000000,)", R"("value": 2e6,)");
  BOOST_TEST(hashOf(files) == hashOf(policies()));
  files["parameters.json"] =
      replaced(files["parameters.json"], R"("value": 1000.01,)", R"("value": 1000.010,)");
  BOOST_TEST(hashOf(files) == hashOf(policies()));
}

BOOST_AUTO_TEST_CASE(any_other_content_has_another_hash) {
  const std::string before = hashOf(policies());
  const struct {
    const char* file;
    const char* from;
    const char* to;
  } changes[] = {
      {"parameters.json", R"("value": 2000000,)", R"("value": 2000000.01,)"},
      {"parameters.json", R"("label": "上限")", R"("label": "最高")"},
      {"documents.json", R"("issuer": "部")", R"("issuer": "委")"},
      {"units.json", R"("aliases": ["赣州市局"])", R"("aliases": [])"},
      {"facts.json", R"("label_en": "Budget")", R"("label_en": "budget")"},
      {"size-standard.json", R"("small_min": 20,)", R"("small_min": 21,)"},
      {"measures/01-one.json", R"("at_most")", R"("less_than")"},
      {"measures/01-one.json", R"("summary": "说明")", R"("summary": "说明。")"},
  };
  for (const auto& change : changes) {
    auto files = policies();
    files[change.file] = replaced(files[change.file], change.from, change.to);
    BOOST_TEST(hashOf(files) != before, change.to);
  }
}

BOOST_AUTO_TEST_CASE(a_file_of_another_name_is_another_content) {
  auto files = policies();
  files["measures/01-uno.json"] = files["measures/01-one.json"];
  files.erase("measures/01-one.json");
  BOOST_TEST(hashOf(files) != hashOf(policies()));
}

BOOST_AUTO_TEST_CASE(content_restores_to_the_same_catalogue) {
  for (const auto& files : {policies(), realPolicies()}) {
    const auto first = loaded(files);
    const auto again = Catalogue::restore(first->content());
    BOOST_REQUIRE(again.ok());
    BOOST_TEST((*again)->hash() == first->hash());
    BOOST_TEST((*again)->content() == first->content());
    BOOST_TEST((*again)->measures().size() == first->measures().size());
    BOOST_TEST((*again)->boundaries().size() == first->boundaries().size());
  }
}

// What loads must also be restored: content() nests the reader's limit one level deeper.
BOOST_AUTO_TEST_CASE(a_deeply_nested_criterion_restores_too) {
  std::string criterion = R"({ "fact": "loan_need", "is": true })";
  std::shared_ptr<const Catalogue> deepest;
  for (int depth = 0; depth < 40; ++depth) {
    criterion.insert(0, R"({ "not": )").append(" }");
    MeasureText measure{"1.1.a"};
    measure.requires_ = criterion;
    const auto loading = Catalogue::load(smallPolicies({measure}));
    if (!loading.ok()) break;
    deepest = *loading;
  }
  BOOST_REQUIRE(deepest != nullptr);
  BOOST_TEST(Catalogue::restore(deepest->content()).ok());
}

BOOST_AUTO_TEST_CASE(other_texts_are_refused_as_content) {
  for (const char* text : {"", "{", "[]", "{}", "null", R"({"facts.json": 5})"}) {
    BOOST_TEST(!Catalogue::restore(text).ok(), text);
  }
  std::string cut = loaded(policies())->content();
  cut.pop_back();
  BOOST_TEST(!Catalogue::restore(cut).ok());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Boundaries)

BOOST_AUTO_TEST_CASE(days_on_which_an_answer_may_begin_to_differ) {
  MeasureText measure{"1.1.a"};
  measure.valid = R"({ "from": "2024-03-13", "to": "2025-05-31" })";
  const auto catalogue = loaded(smallPolicies({measure, {"1.1.b"}}));
  std::string days;
  for (const base::Date& day : catalogue->boundaries()) days += day.toString() + " ";
  // Periods of `ended` (2022, 2024) and `prize` (2024, 2026), and of the measure.
  BOOST_TEST(days == "2022-01-01 2024-01-01 2024-03-13 2025-01-01 2025-06-01 2026-01-01 ");
}

BOOST_AUTO_TEST_CASE(the_real_ones_are_sorted_and_unique) {
  const auto catalogue = realCatalogue();
  const auto& days = catalogue->boundaries();
  BOOST_TEST(!days.empty());
  BOOST_TEST((std::adjacent_find(days.begin(), days.end(), std::greater_equal<>()) == days.end()));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Placeholders)

BOOST_AUTO_TEST_CASE(the_text_has_the_figures_of_the_day) {
  const auto catalogue = loaded(policies());
  const auto fill = [&](const char* text, const char* day) {
    return catalogue::fillIn(text, catalogue->parameters(), *base::Date::parse(day));
  };
  BOOST_TEST(fill("不超过 {{ceiling}}，{{share}}；{{tolerance}}", "2026-11-25") ==
             "不超过 200万元，40%；3个百分点");
  BOOST_TEST(fill("{{prize}}{{prize}}", "2025-12-31") == "50万元50万元");
  BOOST_TEST(fill("{{prize}}", "2026-01-01") == "60万元");
  BOOST_TEST(fill("没有", "2026-01-01") == "没有");
  BOOST_TEST(fill("", "2026-01-01") == "");
  BOOST_TEST(fill("{{prize", "2026-01-01") == "{{prize");
  BOOST_TEST(fill("{prize}}", "2026-01-01") == "{prize}}");
}

BOOST_AUTO_TEST_CASE(an_english_text_has_them_in_english) {
  const auto catalogue = loaded(policies());
  const auto fill = [&](const char* text, const char* day) {
    return catalogue::fillInEnglish(text, catalogue->parameters(), *base::Date::parse(day));
  };
  BOOST_TEST(fill("up to {{ceiling}}, {{share}}; {{tolerance}} for {{staff}}", "2026-11-25") ==
             "up to CNY 2,000,000, 40%; 3 percentage points for 20 people");
  BOOST_TEST(fill("{{prize}}", "2025-12-31") == "CNY 500,000");
  BOOST_TEST(fill("{{prize}}", "2026-01-01") == "CNY 600,000");
  BOOST_TEST(fill("", "2026-01-01") == "");
}

// Before its first period a figure has its first value, after its last period the last.
BOOST_AUTO_TEST_CASE(outside_its_periods_the_nearest_figure_holds) {
  const auto catalogue = loaded(policies());
  const auto on = [&](const char* day) {
    return catalogue::fillIn("{{ended}}", catalogue->parameters(), *base::Date::parse(day));
  };
  BOOST_TEST(on("2021-12-31") == "6%");
  BOOST_TEST(on("2023-12-31") == "6%");
  BOOST_TEST(on("2024-12-31") == "7%");
  BOOST_TEST(on("2025-01-01") == "7%");
}

BOOST_AUTO_TEST_CASE(names_are_found_in_order) {
  std::string names;
  catalogue::forEachPlaceholder("a {{x}} b {{y.z}}{{}} c {{open", [&](std::string_view name) {
    names += "<" + std::string(name) + ">";
  });
  BOOST_TEST(names == "<x><y.z><>");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
