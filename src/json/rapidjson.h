#pragma once

// The one place that includes RapidJSON, so that its settings are the same everywhere.
#include <stdexcept>

namespace policycalc::json {

/// RapidJSON's assertions report a mistake of ours, never of the input.
inline void requireRapidJson(bool holds) {
  if (!holds) throw std::logic_error("RapidJSON was used wrongly");
}

}  // namespace policycalc::json

#define RAPIDJSON_ASSERT(x) ::policycalc::json::requireRapidJson(static_cast<bool>(x))
#define RAPIDJSON_NOMEMBERITERATORCLASS
#define RAPIDJSON_HAS_STDSTRING 1

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
