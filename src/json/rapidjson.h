#pragma once

// The only way into RapidJSON: its settings must be the same in every source that includes it.
#include <stdexcept>

// Its assertions guard memory (a release build without them reads garbage), so they throw. No
// input reaches one: a failed assertion means that our code misuses the library.
#define RAPIDJSON_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : throw std::logic_error("rapidjson: " #condition))
// clang 14 warns in C++20 about the comparisons of its iterator class.
#define RAPIDJSON_NOMEMBERITERATORCLASS
// RAPIDJSON_SSE2 stays off: in 1.1.0 it lets the control characters 0x1A to 0x1F through unescaped.

#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
