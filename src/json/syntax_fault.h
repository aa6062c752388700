#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "json/rapidjson.h"
#include "json/value_builder.h"

namespace policycalc::json {

/// What is wrong where the parser stopped, in our codes and words.
struct SyntaxFault {
  ValueBuilder::Place place = ValueBuilder::Place::kContainer;
  std::size_t offset = 0;
  std::string code = "syntax";
  std::string message;
};

/// `offset` is where the parser stopped, `last_end` the end of the last thing that it understood.
SyntaxFault explainFault(rapidjson::ParseErrorCode code, std::string_view text, std::size_t offset,
                         std::size_t last_end);

}  // namespace policycalc::json
