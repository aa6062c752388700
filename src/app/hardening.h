#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace policycalc::app {

/// Keeps this process's memory, which holds keys, out of core files and from other processes of
/// its user. Does nothing in a build with a sanitizer, which has to look into its own process.
void keepMemoryPrivate();

/// What is wrong with the rights of an existing database, with the command that mends it: other
/// users can read or write the file, or write its folder. A missing file or folder has no fault.
std::optional<std::string> openToOthers(const std::filesystem::path& database);

}  // namespace policycalc::app
