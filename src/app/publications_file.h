#pragma once

#include <memory>
#include <string>

#include "policycalc/impact/report.h"
#include "policycalc/store/publications.h"

#include "app/program.h"

namespace policycalc::app {

/// Opens the publications of the service's database. Throws if the file does not exist.
std::unique_ptr<store::Publications> openPublications(const Settings& settings);

/// The policies of the publication in use, `number`. Throws std::runtime_error if there are none.
store::PublishedPolicies policiesInUse(const store::Publications& publications,
                                       std::int64_t number);

/// What a report says has changed, in a line of at most a few hundred characters.
std::string summaryOf(const impact::Report& report);

/// `--by NAME` and `--why TEXT`.
void addWhoAndWhy(CLI::App& command, std::string& by, std::string& why);

}  // namespace policycalc::app
