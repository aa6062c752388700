// Prints for a database the script that compares its verdicts with the engine's, from tables of
// facts or, with `mapped`, from a registry's own columns.
#include <iostream>
#include <string>
#include <vector>

#include "registry/sql/mapped_rounds.h"
#include "registry/sql/rounds.h"
#include "registry/sql/term_policies.h"

int main(int argc, char** argv) {
  using namespace policycalc;
  constexpr std::uint64_t kSeed = 20261201;
  constexpr std::size_t kDrawn = 120;
  constexpr std::size_t kFirms = 10'000;
  const auto dialect = argc >= 2 ? registry::parseDialect(argv[1]) : std::nullopt;
  if (!dialect) {
    std::cerr << "usage: policycalc_comparing_script postgresql|sqlite|duckdb [COMPANIES|mapped]\n";
    return 2;
  }
  try {
    if (argc > 2 && std::string_view(argv[2]) == "mapped") {
      std::cout << test::mappedScript(test::mappedRounds(kFirms), *dialect);
      return std::cout.good() ? 0 : 1;
    }
    const std::size_t drawn = argc > 2 ? std::stoul(argv[2]) : kDrawn;
    std::vector<test::Round> rounds = test::realRounds(kSeed, drawn);
    const bool wide = *dialect != registry::Dialect::kSqlite;
    for (test::Round& round : test::rounds(test::termPolicies(wide), kSeed, drawn)) {
      rounds.push_back(std::move(round));
    }
    std::cout << test::comparingScript(rounds, *dialect);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return std::cout.good() ? 0 : 1;
}
