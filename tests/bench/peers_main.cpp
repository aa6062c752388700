// For bench_peers: exports the rules in the form of json-rules-engine, the companies with what is
// derived of them, and the script that makes their table and view in DuckDB; or measures how fast
// this program matches the same companies.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>

#include "policycalc/engine/columns.h"
#include "policycalc/engine/explained_row.h"
#include "policycalc/json/writer.h"
#include "policycalc/registry/sql.h"

#include "bench/firms.h"
#include "support/real_policies.h"

namespace policycalc::bench {
namespace {

using criteria::Criterion;
using criteria::Operator;
using facts::FactType;

constexpr unsigned kSeed = 20261130;

std::vector<facts::Profile> profiles() {
  std::vector<facts::Profile> made;
  for (const Firm& firm : seededFirms(*test::realCatalogue(), engine::kBlockRows, kSeed)) {
    made.push_back(firm.profile);
  }
  return made;
}

/// The options of a comparison as the values of profiles.
void writeOptions(json::Writer& writer, const facts::Fact& fact, facts::OptionSet options) {
  writer.beginArray();
  if (fact.type == FactType::kBoolean) {
    for (const std::size_t option : options) writer.boolean(option == 1);
  } else {
    for (const std::string& code : fact.codesOf(options)) writer.string(code);
  }
  writer.endArray();
}

std::string_view operatorName(Operator op) {
  switch (op) {
    case Operator::kIs:
    case Operator::kIn:
      return "in";
    case Operator::kHas:
    case Operator::kHasAny:
      return "hasAny";
    case Operator::kHasAll:
      return "hasAll";
    case Operator::kAtLeast:
      return "greaterThanInclusive";
    case Operator::kMoreThan:
      return "greaterThan";
    case Operator::kAtMost:
      return "lessThanInclusive";
    case Operator::kLessThan:
      return "lessThan";
  }
  return "in";
}

/// Writes a tree as conditions. A figure that depends on another fact is compared with that fact:
/// the same work, though not the same answer.
class Conditions {
 public:
  Conditions(json::Writer& writer, const engine::Edition& edition)
      : writer_(writer), vocabulary_(edition.catalogue().vocabulary()) {}

  void write(const Criterion& root, const std::vector<engine::Edition::Node>& nodes) {
    std::size_t next = 0;
    visit(root, nodes, next);
  }

 private:
  void visit(const Criterion& node, const std::vector<engine::Edition::Node>& nodes,
             std::size_t& next) {
    const std::size_t at = next++;
    writer_.beginObject();
    if (node.kind == Criterion::Kind::kLeaf) {
      leaf(node.comparison, nodes[at].resolved);
    } else if (node.kind == Criterion::Kind::kNot) {
      writer_.key("not");
      visit(node.children.front(), nodes, next);
    } else {
      writer_.key(toString(node.kind)).beginArray();
      for (const Criterion& child : node.children) visit(child, nodes, next);
      writer_.endArray();
    }
    writer_.endObject();
  }

  void leaf(const criteria::Comparison& comparison, const criteria::Resolved& resolved) {
    const facts::Fact& fact = vocabulary_.fact(comparison.fact);
    writer_.key("fact").string(fact.id);
    writer_.key("operator").string(operatorName(comparison.op));
    writer_.key("value");
    if (!criteria::isNumeric(comparison.op)) {
      writeOptions(writer_, fact, comparison.options);
    } else if (resolved.threshold) {
      writer_.decimal(facts::toDecimal(*resolved.threshold, fact.type));
    } else {
      facts::FactIndex other = comparison.fact;
      comparison.right.forEachFact([&other](facts::FactIndex one) { other = one; });
      writer_.beginObject().key("fact").string(vocabulary_.fact(other).id).endObject();
    }
  }

  json::Writer& writer_;
  const facts::Vocabulary& vocabulary_;
};

void writeRules(json::Writer& writer, const engine::Edition& edition) {
  writer.key("rules").beginArray();
  Conditions conditions(writer, edition);
  for (const engine::Edition::Entry& entry : edition.entries()) {
    writer.beginObject().key("id").string(entry.measure->id);
    writer.key("all").beginArray();
    if (entry.measure->applies_when) {
      conditions.write(*entry.measure->applies_when, entry.applies_when);
    }
    if (entry.measure->requires_) conditions.write(*entry.measure->requires_, entry.requires_);
    writer.endArray().endObject();
  }
  writer.endArray();
}

/// The profile, with the size, industry and owner that are derived, so that peers need not.
facts::Profile completed(facts::Profile profile, const catalogue::Catalogue& catalogue) {
  const facts::Knowledge knowledge =
      facts::derive(profile, catalogue.vocabulary(), catalogue.sizeStandard());
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  for (const facts::FactIndex fact : {is.ownership, is.size_industry, is.enterprise_size}) {
    const facts::OptionSet options = knowledge.facts[fact].options;
    if (options.isSingle() && !knowledge.facts[fact].none) profile[fact] = {true, options, 0, {}};
  }
  return profile;
}

void exportRules(const engine::Edition& edition) {
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  json::Writer writer;
  writer.beginObject();
  writeRules(writer, edition);
  writer.key("profiles").beginArray();
  for (const facts::Profile& profile : profiles()) {
    facts::writeProfile(writer, completed(profile, edition.catalogue()), vocabulary);
  }
  writer.endArray();
  const auto script =
      registry::writeSql(edition, {registry::Dialect::kDuckdb, "companies", {}, {}});
  writer.key("sql").string(script->table + script->view);
  writer.key("rows").beginArray();
  for (const facts::Profile& profile : profiles()) {
    std::string row;
    for (const facts::FactIndex fact : script->facts) {
      row += ", " + registry::literalOf(profile[fact], vocabulary.fact(fact));
    }
    writer.string(row);
  }
  writer.endArray().endObject();
  std::cout << writer.take() << '\n';
}

double processorSeconds() {
  std::timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Companies a second of `work`, which matches a block of them.
template <typename Work>
double rateOf(const Work& work) {
  constexpr double kSeconds = 0.3;
  work();
  const double begin = processorSeconds();
  double passed = 0;
  double blocks = 0;
  for (; passed < kSeconds; passed = processorSeconds() - begin) {
    work();
    ++blocks;
  }
  return blocks * static_cast<double>(engine::kBlockRows) / passed;
}

void measure(const engine::Edition& edition) {
  const std::vector<facts::Profile> firms = profiles();
  engine::ExplainedRow explained(edition);
  const double rows = rateOf([&] {
    for (const facts::Profile& profile : firms) explained.take(profile);
  });
  engine::ColumnBlock block(edition.compiled());
  for (const facts::Profile& profile : firms) block.add(profile);
  engine::ColumnMatcher matcher(edition.compiled());
  std::size_t eligible = 0;
  const double columns = rateOf([&] {
    matcher.take(block);
    for (std::size_t i = 0; i < edition.entries().size(); ++i) {
      eligible += matcher.count(i, engine::Verdict::kEligible);
    }
  });
  std::printf("{\"explained\":%.0f,\"columns\":%.0f,\"counted\":%zu}\n", rows, columns, eligible);
}

}  // namespace
}  // namespace policycalc::bench

int main(int argc, char** argv) {
  using namespace policycalc;
  const std::string_view what = argc > 1 ? argv[1] : "";
  const engine::Edition edition(test::realCatalogue(), *base::Date::parse(bench::kFirmDay));
  if (what == "export") {
    bench::exportRules(edition);
  } else if (what == "measure") {
    bench::measure(edition);
  } else {
    std::fputs("usage: policycalc_bench_peers export|measure\n", stderr);
    return 2;
  }
  return 0;
}
