// older_database FILE VERSION: makes an empty SQLite database with the schema of an older version.
#include <cstddef>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <soci/soci.h>

#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

int main(int count, char** words) {
  using namespace policycalc::store::sqlite;
  try {
    const std::vector<std::string> arguments(words + 1, words + count);
    const std::size_t version = std::stoul(arguments.at(1));
    std::vector<Migration> steps = schema();
    steps.resize(version);
    const auto session = connect({arguments.at(0)}, Access::kReadWrite);
    migrate(*session, steps);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
