#pragma once

#include <chrono>
#include <string>

namespace policycalc::store::postgresql {

/// Whether `place` is the address of a server (`postgresql://…` or `postgres://…`), not a file.
bool isAddress(const std::string& place);

/// Who, where and which database, and nothing else of the address:
/// `postgresql://user@host:5432/name`, or `postgresql://user@/name?host=/run/postgresql` for a
/// socket. Parts that it does not give are left out. Anything that cannot be read as an address is
/// not repeated, as a part of it may be a password.
std::string shownAddress(const std::string& address);

/// What libpq connects by: the parts of the address, with the limits of this program for those
/// that it does not give. Throws StoreError with kCannotOpen if libpq cannot read the address.
std::string connectString(const std::string& address, std::chrono::seconds busy_timeout);

/// How a program of PostgreSQL's client connects.
struct ToolAddress {
  std::string open;      ///< the address without its password: all users can read a command line
  std::string password;  ///< "" without one
  std::string host;      ///< "" without one
};

/// Throws StoreError with kCannotOpen if libpq cannot read the address, or if it has a secret that
/// those programs take on their command line only.
ToolAddress toolAddress(const std::string& address);

}  // namespace policycalc::store::postgresql
