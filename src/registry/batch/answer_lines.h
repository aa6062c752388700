#pragma once

#include <string>

#include "policycalc/json/writer.h"
#include "policycalc/registry/batch.h"

namespace policycalc::registry {

/// Adds the beginning of a line of JSON: `{"line":1,"id":"A"`.
void beginLine(const Entry& entry, std::string& out);
/// Adds the members of an entry that has faults: the first, and how many more there are.
void addFaults(const Entry& entry, const BatchSetup& setup, std::string& out);
/// The id without the JSON around it.
std::string idText(const Entry& entry);
/// `done`, `interrupted` or `failed`.
std::string stateOf(const Summary& summary);
/// What the last row of a CSV tells: the counts, and why the input was not read to its end.
std::string countsText(const Summary& summary);
/// The members of the last line of JSON, of which `{` is written.
void addDone(const Summary& summary, const BatchSetup& setup, json::Writer& writer);

}  // namespace policycalc::registry
