#pragma once

#include <chrono>
#include <string>

namespace policycalc::app {

/// The port of a service on this machine and how long to wait for each step of an answer.
struct OwnPort {
  std::string host;
  int port = 0;
  std::chrono::seconds patience{0};
};

/// The whole answer of the program that listens there to `GET path`; "" without one.
std::string ask(const OwnPort& at, const std::string& path);

}  // namespace policycalc::app
