#pragma once

#include <string>
#include <vector>

namespace policycalc::store::postgresql {

/// How a program of PostgreSQL's client ended.
struct ToolEnd {
  bool missing = false;  ///< it could not be started, as it is not installed
  bool done = false;     ///< it ended with status 0
  std::string said;      ///< the start of what it wrote, to either output
};

/// Runs `name` of PostgreSQL's client (found by PATH) with these words until it ends, without
/// input. The address gives its environment the password and the host, so that neither a command
/// line nor a log shows the password; words that connect are made with toolAddress(). It never asks
/// for a password, and speaks English. Any thread may call it. Throws StoreError with kCannotOpen
/// as toolAddress() does, and with kOther if the system starts no process.
ToolEnd runTool(const std::string& name, const std::vector<std::string>& words,
                const std::string& address);

/// Why a program failed, in a few words for people: what it said, or that it is missing or older
/// than the server.
std::string whyFailed(const std::string& name, const ToolEnd& end);

/// The version that the program tells, such as `15.18`; "" if it is missing.
std::string toolVersion(const std::string& name, const std::string& address);

}  // namespace policycalc::store::postgresql
