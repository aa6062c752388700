#pragma once

#include <functional>
#include <memory>
#include <string>

#include "policycalc/impact/report.h"
#include "policycalc/store/store.h"

#include "app/program.h"

namespace policycalc::app {

/// Opens the publications of the service's database. Throws if the file does not exist.
std::unique_ptr<store::Publications> openPublications(const Settings& settings);

/// The policies of the publication in use, `number`. Throws std::runtime_error if there are none.
store::PublishedPolicies policiesInUse(const store::Publications& publications,
                                       std::int64_t number);

/// What a report says has changed, in a line of at most a few hundred characters.
std::string summaryOf(const impact::Report& report);

/// Whether `text` names the hash: all of it, or its first digits with or without `sha256:`.
bool namesVersion(const std::string& text, const std::string& hash);

/// `--by NAME`.
void addWho(CLI::App& command, std::string& by);
/// `--by NAME` and `--why TEXT`.
void addWhoAndWhy(CLI::App& command, std::string& by, std::string& why);

/// Does `work` and turns what it throws into a line that begins with `who`.
int guarded(const char* who, const Settings& settings, const std::function<int()>& work);

/// The argument HASH.
void addHash(CLI::App& command, std::string& hash);

}  // namespace policycalc::app
