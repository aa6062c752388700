#include "registry/sql/rounds.h"

#include <stdexcept>

#include "policycalc/engine/conformance.h"

#include "properties/profiles.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::test {
namespace {

using engine::Edition;

JudgedCompany judged(const Edition& edition, facts::Profile profile) {
  auto verdicts = engine::verdicts(edition, profile);
  return {std::move(profile), std::move(verdicts)};
}

void addWorkedCases(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                    std::vector<Round>& rounds) {
  const auto files = catalogue::readWorkedCases(POLICYCALC_SOURCE_DIR "/policies");
  if (!files.ok()) throw std::runtime_error("the worked cases cannot be read");
  const json::Value pack = parse(engine::writeConformancePack(catalogue->hash(), *files));
  for (const json::Value& worked : at(pack, "/cases").elements) {
    const auto profile =
        facts::readProfile(at(worked, "/request/profile"), catalogue->vocabulary(), "/profile");
    const auto day = base::Date::parse(textAt(worked, "/request/as_of"));
    if (!profile.ok() || !day) throw std::runtime_error("a worked case is not sound");
    rounds[Edition::indexOf(*catalogue, *day)].companies.push_back(
        judged(Edition(catalogue, *day), *profile));
  }
}

facts::Profile draw(ProfileSource& source, std::size_t index) {
  constexpr std::size_t kKinds = 4;
  switch (index % kKinds) {
    case 0:
      return source.complete();
    case 1:
      return source.partial();
    default:
      return source.careless();
  }
}

std::string quotedName(const std::string& name) {
  return "\"" + name + "\"";
}

/// `rows` in statements of some rows each: databases limit their length.
std::string inserts(const std::string& table, const std::vector<std::string>& rows) {
  constexpr std::size_t kRowsAtOnce = 100;
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += i % kRowsAtOnce == 0 ? "INSERT INTO " + table + " VALUES\n" : ",\n";
    text += rows[i];
    if (i % kRowsAtOnce + 1 == kRowsAtOnce || i + 1 == rows.size()) text += ";\n";
  }
  return text;
}

/// The table of what the engine answers.
std::string expected(const Round& round, const std::string& table,
                     const facts::Vocabulary& vocabulary) {
  std::string text = "CREATE TABLE " + table + " (id TEXT, profile TEXT";
  for (const auto& entry : round.edition.entries()) {
    text += ", " + quotedName(entry.measure->id) + " TEXT";
  }
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < round.companies.size(); ++i) {
    const JudgedCompany& company = round.companies[i];
    std::string row = "('" + std::to_string(i) + "', '" + jsonOf(company.profile, vocabulary) + "'";
    for (const engine::Verdict verdict : company.verdicts) {
      row += ", '" + std::string(engine::toString(verdict)) + "'";
    }
    rows.push_back(row + ")");
  }
  return text + ");\n" + inserts(table, rows);
}

/// The verdict of the measure `m.id` in a table with a column a measure.
std::string verdictIn(const Round& round, const std::string& table) {
  std::string text = "CASE m.id";
  for (const auto& entry : round.edition.entries()) {
    const std::string& id = entry.measure->id;
    text += " WHEN '" + id + "' THEN " + table + "." + quotedName(id);
  }
  return text + " END";
}

std::string compare(const Round& round, const std::string& number) {
  std::vector<std::string> measures;
  for (const auto& entry : round.edition.entries()) {
    measures.push_back("('" + entry.measure->id + "')");
  }
  const std::string by_sql = verdictIn(round, "g");
  const std::string by_engine = verdictIn(round, "e");
  return "CREATE TABLE measures_" + number + " (id TEXT);\n" +
         inserts("measures_" + number, measures) + "INSERT INTO differences SELECT '" +
         round.edition.day().toString() + "', e.profile, m.id, " + by_sql + ", " + by_engine +
         "\nFROM expected_" + number + " AS e LEFT JOIN got_" + number +
         " AS g ON g.id = e.id CROSS JOIN measures_" + number + " AS m\nWHERE " + by_sql +
         " IS DISTINCT FROM " + by_engine + ";\nINSERT INTO compared SELECT " + number +
         ", (SELECT count(*) FROM expected_" + number + "), (SELECT count(*) FROM got_" + number +
         ");\n";
}

}  // namespace

std::vector<Round> rounds(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                          std::uint64_t seed, std::size_t drawn) {
  std::vector<base::Date> days = catalogue->boundaries();
  days.insert(days.begin(), base::Date::first());
  ProfileSource source(catalogue, seed);
  std::vector<Round> made;
  for (const base::Date day : days) {
    Round round{Edition(catalogue, day), {}};
    for (std::size_t i = 0; i < drawn; ++i) {
      round.companies.push_back(judged(round.edition, draw(source, i)));
    }
    made.push_back(std::move(round));
  }
  return made;
}

std::vector<Round> realRounds(std::uint64_t seed, std::size_t drawn) {
  std::vector<Round> made = rounds(realCatalogue(), seed, drawn);
  addWorkedCases(realCatalogue(), made);
  return made;
}

std::string rowOf(const std::string& id, const facts::Profile& profile,
                  const registry::SqlScript& script, const facts::Vocabulary& vocabulary) {
  std::string row = "('" + id + "'";
  for (const facts::FactIndex fact : script.facts) {
    row += ", " + registry::literalOf(profile[fact], vocabulary.fact(fact));
  }
  return row + ")";
}

std::string comparingScript(const std::vector<Round>& rounds, registry::Dialect dialect) {
  std::string text =
      "CREATE TABLE compared (round INTEGER, companies INTEGER, answers INTEGER);\n"
      "CREATE TABLE differences (day TEXT, profile TEXT, measure TEXT, by_sql TEXT, by_engine "
      "TEXT);\n";
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    const facts::Vocabulary& vocabulary = rounds[i].edition.catalogue().vocabulary();
    const std::string number = std::to_string(i);
    const std::string table = "companies_" + number;
    const auto script = registry::writeSql(rounds[i].edition, {dialect, table, {}, {}});
    if (!script.ok()) throw std::runtime_error(base::formatIssue(script.error().front()));
    std::vector<std::string> rows;
    for (std::size_t at = 0; at < rounds[i].companies.size(); ++at) {
      rows.push_back(
          rowOf(std::to_string(at), rounds[i].companies[at].profile, *script, vocabulary));
    }
    text += script->about + script->table + inserts(table, rows) + script->view + script->refused +
            expected(rounds[i], "expected_" + number, vocabulary) + "CREATE TABLE got_" + number +
            " AS SELECT * FROM " + table + "_verdicts;\n" + compare(rounds[i], number);
  }
  return text;
}

}  // namespace policycalc::test
