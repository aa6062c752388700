#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/registry/sql.h"

namespace policycalc::test {

/// A company with the engine's verdicts, in the order of the edition's entries.
struct JudgedCompany {
  facts::Profile profile;
  std::vector<engine::Verdict> verdicts;
};

/// The companies of one period of the policies.
struct Round {
  engine::Edition edition;
  std::vector<JudgedCompany> companies;
};

/// A round for each period in which no figure changes, with `drawn` seeded random companies:
/// complete, partial and careless ones.
std::vector<Round> rounds(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                          std::uint64_t seed, std::size_t drawn);

/// The same for the real policies; each round also holds the worked cases of its days.
std::vector<Round> realRounds(std::uint64_t seed, std::size_t drawn);

/// The row of a company in the table of the script: `('id', NULL, …)`.
std::string rowOf(const std::string& id, const facts::Profile& profile,
                  const registry::SqlScript& script, const facts::Vocabulary& vocabulary);

/// A script for the database that makes the tables and views of all rounds and compares them with
/// the engine. At its end the table `compared` has a row a round: `round`, `companies` (sent),
/// `answers` (rows of the view); the table `differences` has a row for each cell that differs:
/// `day`, `profile`, `measure`, `by_sql`, `by_engine`.
std::string comparingScript(const std::vector<Round>& rounds, registry::Dialect dialect);

}  // namespace policycalc::test
