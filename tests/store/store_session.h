#pragma once

#include <filesystem>
#include <memory>

#include <soci/session.h>

namespace policycalc::store::test {

/// A session that reads and writes the database of a store, past the store.
std::unique_ptr<soci::session> sessionOn(const std::filesystem::path& database);

}  // namespace policycalc::store::test
