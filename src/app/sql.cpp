#include "policycalc/registry/sql.h"

#include <iostream>
#include <memory>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/policies_folder.h"

namespace policycalc::app {
namespace {

struct SqlOptions {
  std::string dialect;
  std::string as_of;  ///< "" where it is not given
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
  const base::Date day = options.as_of.empty() ? today() : *base::Date::parse(options.as_of);
  const auto script = registry::writeSql(engine::Edition(*catalogue, day), request);
  if (!script.ok()) {
    printIssues(script.error());
    return kUsage;
  }
  std::cout << script->about << "--\n-- The table of facts:\n"
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
      .add_option("--table", options->request.table,
                  "the table of facts, `name` or `schema.name` (default: companies)")
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
      "text: run it as `policycalc sql --dialect sqlite | sqlite3 registry.db`.");
}

}  // namespace policycalc::app
