#include "store/postgresql/address.h"

#include <algorithm>
#include <cstdint>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/store/error.h"

namespace policycalc::store::postgresql {
namespace {

using Parts = std::map<std::string, std::string>;

/// Nothing if libpq cannot read it. Its message is dropped: it can quote a password.
std::optional<Parts> partsOf(const std::string& address) {
  if (!isAddress(address) || address.find('\0') != std::string::npos) return std::nullopt;
  char* message = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(address.c_str(), &message), PQconninfoFree);
  PQfreemem(message);
  if (options == nullptr) return std::nullopt;
  Parts parts;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) parts[option->keyword] = option->val;
  }
  return parts;
}

/// For the query of an address: SOCI would take a connection string with quotation marks apart.
std::string escaped(const std::string& value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr unsigned kHalf = 4;
  std::string text;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (base::isLetter(c) || base::isDigit(c)) {
      text += c;
    } else {
      text += '%';
      text += kDigits[byte >> kHalf];
      text += kDigits[byte & 0x0FU];
    }
  }
  return text;
}

Parts readableParts(const std::string& address) {
  auto parts = partsOf(address);
  if (parts) return *std::move(parts);
  throw StoreError(StoreError::Kind::kCannotOpen,
                   "the address cannot be read: it is written "
                   "postgresql://USER@HOST:PORT/DATABASE, with % codes for other characters");
}

std::string addressOf(const Parts& parts) {
  std::string text = "postgresql:///";
  char before = '?';
  for (const auto& [name, value] : parts) {
    if (value.empty()) continue;
    text += before + name + "=" + escaped(value);
    before = '&';
  }
  return text;
}

}  // namespace

bool isAddress(const std::string& place) {
  return place.rfind("postgresql://", 0) == 0 || place.rfind("postgres://", 0) == 0;
}

std::string shownAddress(const std::string& address) {
  const auto parts = partsOf(address);
  if (!parts) return "postgresql://…";
  const auto part = [&](const char* name, const std::string& before, const std::string& after) {
    const auto found = parts->find(name);
    return found == parts->end() || found->second.empty() ? std::string()
                                                          : before + found->second + after;
  };
  const auto host = parts->find("host");
  const bool is_socket = host != parts->end() && host->second.rfind('/', 0) == 0;
  return "postgresql://" + part("user", "", "@") +
         (is_socket ? std::string() : part("host", "", "") + part("port", ":", "")) + "/" +
         part("dbname", "", "") + (is_socket ? part("host", "?host=", "") : "") +
         part("service", is_socket ? "&service=" : "?service=", "");
}

std::string connectString(const std::string& address, std::chrono::seconds busy_timeout) {
  Parts parts = readableParts(address);
  const std::string seconds = std::to_string(std::max<std::int64_t>(2, busy_timeout.count()));
  parts.try_emplace("connect_timeout", seconds);
  parts.try_emplace("application_name", "policycalc");
  // A server that vanishes without a word must not hold a thread for hours.
  parts.try_emplace("keepalives_idle", "10");
  parts.try_emplace("keepalives_interval", "5");
  parts.try_emplace("keepalives_count", "3");
  parts.try_emplace("tcp_user_timeout", "25000");
  parts["client_encoding"] = "UTF8";
  return addressOf(parts);
}

ToolAddress toolAddress(const std::string& address) {
  Parts parts = readableParts(address);
  if (parts.count("sslpassword") != 0) {
    throw StoreError(StoreError::Kind::kCannotOpen,
                     "the programs of PostgreSQL take `sslpassword` on their command line only, "
                     "which all users can read: use a key file without a password");
  }
  ToolAddress found;
  found.password = std::move(parts["password"]);
  parts.erase("password");
  found.host = parts["host"];
  parts.try_emplace("connect_timeout", "30");
  found.open = addressOf(parts);
  return found;
}

}  // namespace policycalc::store::postgresql
