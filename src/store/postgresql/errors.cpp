#include "store/postgresql/errors.h"

#include <algorithm>
#include <string_view>

#include <soci/postgresql/soci-postgresql.h>

namespace policycalc::store::postgresql {
namespace {

using Kind = StoreError::Kind;

struct Meaning {
  std::string_view state;  ///< an SQLSTATE, or the two characters of a class
  Kind kind;
  const char* message;
};

constexpr const char* kBusy = "the database is busy";
constexpr const char* kDoesNotFit = "the data does not fit what is stored";
constexpr const char* kLost = "the server of the database cannot be reached";
constexpr const char* kDamaged = "the database is damaged";
constexpr const char* kNoRights = "the database cannot be written to";

/// The first that fits counts.
constexpr Meaning kMeanings[] = {
    {"55P03", Kind::kBusy, kBusy},  // lock_timeout
    {"57014", Kind::kBusy, kBusy},  // statement_timeout
    {"25P03", Kind::kBusy, kBusy},  // idle_in_transaction_session_timeout
    {"40", Kind::kBusy, kBusy},     // deadlocks
    {"53300", Kind::kBusy, kBusy},  // all connections are in use
    {"53100", Kind::kFull, "there is no space left for the database"},
    {"22", Kind::kConstraint, kDoesNotFit},
    {"23", Kind::kConstraint, kDoesNotFit},
    {"54", Kind::kConstraint, kDoesNotFit},
    {"P0001", Kind::kConstraint, kDoesNotFit},  // our triggers
    {"XX001", Kind::kCorrupt, kDamaged},
    {"XX002", Kind::kCorrupt, kDamaged},
    {"08", Kind::kDisk, kLost},
    {"57P", Kind::kDisk, kLost},
    {"58", Kind::kDisk, "the server cannot read or write the database"},
    {"25006", Kind::kCannotOpen, kNoRights},  // a standby
    {"42501", Kind::kCannotOpen, kNoRights},
    {"28", Kind::kCannotOpen, "the server does not let this program in"},
};

/// SOCI puts a NUL or blanks where the server gave no state.
std::string stateOf(const soci::soci_error& error) {
  const auto* server = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  return server == nullptr ? std::string() : server->sqlstate();
}

std::string lineOf(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

StoreError toStoreError(const soci::soci_error& error) {
  const std::string state = stateOf(error);
  const std::string detail = lineOf(error.get_error_message()) + " (SQLSTATE " + state + ")";
  for (const Meaning& meaning : kMeanings) {
    if (state.rfind(meaning.state, 0) == 0) return {meaning.kind, meaning.message, detail};
  }
  return {Kind::kOther, "the database failed", detail};
}

StoreError cannotConnect(const soci::soci_error& error) {
  std::string message = lineOf(error.get_error_message());
  const std::size_t first = message.find("connection to server");
  if (first != std::string::npos) message.erase(0, first);
  return {Kind::kCannotOpen, message};
}

bool isLost(const soci::soci_error& error) {
  const std::string state = stateOf(error);
  return state.rfind("08", 0) == 0 || state.rfind("57P", 0) == 0 || state == "25P03";
}

}  // namespace policycalc::store::postgresql
