#pragma once

#include <string>
#include <vector>

/// The parts of schema(). Text is compared byte by byte, as SQLite does: apply() in migrations.cpp
/// sees to it.
namespace policycalc::store::postgresql::schema_parts {

using Statements = std::vector<std::string>;

Statements tables();
Statements indexes();
Statements triggers();

}  // namespace policycalc::store::postgresql::schema_parts
