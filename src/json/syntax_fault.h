#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "json/rapidjson.h"
#include "json/value_builder.h"

namespace policycalc::json {

/// What is wrong where the parser stopped, in words and codes of ours.
struct SyntaxFault {
  ValueBuilder::Place place = ValueBuilder::Place::kContainer;
  std::size_t offset = 0;
  std::string code = "syntax";
  std::string message;
};

/// `offset` is where the parser stopped, `last_end` where the last thing that it understood ends.
SyntaxFault explainFault(rapidjson::ParseErrorCode code, std::string_view text, std::size_t offset,
                         std::size_t last_end);

}  // namespace policycalc::json
