#include "policycalc/registry/sql.h"

#include <iostream>
#include <memory>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/policies_folder.h"
#include "app/registry_input.h"
#include "app/report.h"

namespace policycalc::app {
namespace {

constexpr const char* kName = "policycalc sql";

struct SqlOptions {
  std::string dialect;
  std::string mapping;  ///< a file; "" for a table of facts
  std::string key;      ///< "": that of the mapping, else `id`
  std::string as_of;    ///< "" where it is not given
  registry::SqlRequest request;
};

std::string refuseOtherThanDialect(const std::string& text) {
  return registry::parseDialect(text)
             ? std::string()
             : base::quoted(text) + " is not one of postgresql, sqlite, duckdb";
}

/// Each line as a comment: the table usually exists.
std::string commented(const std::string& text) {
  std::string lines = "--   ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    lines += text[i];
    if (text[i] == '\n' && i + 1 < text.size()) lines += "--   ";
  }
  return lines;
}

int writeSql(const SqlOptions& options, const Settings& settings) {
  const auto catalogue = catalogueIn(settings.policies);
  if (!catalogue.ok()) {
    printIssues(catalogue.error());
    return kRefused;
  }
  registry::SqlRequest request = options.request;
  request.dialect = *registry::parseDialect(options.dialect);
  std::optional<registry::Mapping> mapping;
  if (!options.mapping.empty()) {
    mapping = mappingIn(kName, options.mapping, (*catalogue)->vocabulary());
    if (!mapping) return kUsage;
    request.mapping = &*mapping;
    if (!mapping->key().empty()) request.key = mapping->key();
    if (!options.key.empty()) request.key = options.key;
  } else if (!options.key.empty()) {
    return complain(kName, "`--key` needs `--mapping`", kUsage);
  }
  const base::Date day = options.as_of.empty() ? today() : *base::Date::parse(options.as_of);
  const auto script = registry::writeSql(engine::Edition(*catalogue, day), request);
  if (!script.ok()) {
    printIssues(script.error());
    return kUsage;
  }
  std::cout << script->about << "--\n-- "
            << (mapping ? "What is read of the registry's table:\n" : "The table of facts:\n")
            << commented(script->table) << '\n'
            << script->view << '\n'
            << script->refused;
  return kDone;
}

}  // namespace

void addSql(Program& program) {
  const auto options = std::make_shared<SqlOptions>();
  CLI::App& command = program.command(
      "sql", "write a view that gives the verdicts of a whole table inside a database",
      {"policies"}, [options](const Settings& settings) { return writeSql(*options, settings); });
  command.add_option("--dialect", options->dialect, "the database: postgresql, sqlite or duckdb")
      ->type_name("NAME")
      ->required()
      ->check(refuseOtherThanDialect);
  command
      .add_option("--mapping", options->mapping,
                  "read the registry's own columns, as `batch` does by this mapping")
      ->type_name("FILE")
      ->check(refuseEmpty);
  command
      .add_option("--key", options->key,
                  "with a mapping: the column that names a company (default: that of the mapping, "
                  "or id)")
      ->type_name("COLUMN")
      ->check(refuseEmpty);
  command
      .add_option("--table", options->request.table,
                  "the table of facts or the registry's, `name` or `schema.name` (default: "
                  "companies)")
      ->type_name("NAME");
  command
      .add_option("--view", options->request.view,
                  "the view to make (default: the table's name with `_verdicts`)")
      ->type_name("NAME");
  command
      .add_option("--measure", options->request.measures,
                  "only this measure; may be given several times (default: all)")
      ->type_name("ID")
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--as-of", options->as_of, "the day to answer for (default: today at UTC+8)")
      ->type_name("DATE")
      ->check(refuseOtherThanDate);
  command.footer(
      "Prints to standard output, as comments, the table of facts that the view reads: a row a\n"
      "company, a column a fact, NULL for unknown; then the view with a column a measure, which\n"
      "holds the verdict, and a view of the values that its columns do not take. It only writes\n"
      "text: run it as `policycalc sql --dialect sqlite | sqlite3 registry.db`.\n"
      "With --mapping the view reads the registry's own columns by their texts, NULL as an empty\n"
      "cell, and answers each cell as `batch` does. Where `batch` refuses a line, the column\n"
      "`refused` says `/column: code` and the verdicts are NULL; the view ending in `_refused`\n"
      "lists all such cells. Columns that the mapping does not mention are not read; one that is\n"
      "missing is an error of the database. A factor other than a power of ten is refused.");
}

}  // namespace policycalc::app
