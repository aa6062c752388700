#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "policycalc/http/message.h"

namespace policycalc::live {

/// The `POST /api/v1/match` with `core` that the benches ask.
inline http::Request coreMatch() {
  std::ifstream stream(POLICYCALC_SOURCE_DIR "/tests/bench/match.json");
  http::Request request;
  request.method = "POST";
  request.path = "/api/v1/match";
  request.headers.emplace("Content-Type", "application/json");
  request.body.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  request.client = "127.0.0.1";
  return request;
}

}  // namespace policycalc::live
