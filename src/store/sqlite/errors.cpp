#include "store/sqlite/errors.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace policycalc::store::sqlite {
namespace {

using Kind = StoreError::Kind;

struct Meaning {
  Kind kind;
  const char* message;
};

Meaning meaningOf(int result) {
  constexpr int kPrimaryCode = 0xFF;  // the rest of an extended code only refines it
  switch (result & kPrimaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:  // lost the race for the log's lock too often
      return {Kind::kBusy, "the database is busy"};
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return {Kind::kConstraint, "the data does not fit what is stored"};
    case SQLITE_CORRUPT:
      return {Kind::kCorrupt, "the database file is damaged"};
    case SQLITE_NOTADB:
      return {Kind::kCannotOpen, "it is not an SQLite database"};
    case SQLITE_CANTOPEN:
      return {Kind::kCannotOpen, "the database file cannot be opened"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {Kind::kCannotOpen, "the database cannot be written to"};
    case SQLITE_FULL:
      return {Kind::kFull, "there is no space left for the database"};
    case SQLITE_IOERR:
      return {Kind::kDisk, "the database file cannot be read or written"};
    default:
      return {Kind::kOther, "the database failed"};
  }
}

}  // namespace

StoreError toStoreError(const soci::soci_error& error) {
  const auto* sqlite_error = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  if (sqlite_error == nullptr) {
    return StoreError(Kind::kOther, "the database failed", error.get_error_message());
  }
  const Meaning meaning = meaningOf(sqlite_error->result());
  return StoreError(meaning.kind, meaning.message,
                    error.get_error_message() + " (SQLite result " +
                        std::to_string(sqlite_error->result()) + ")");
}

}  // namespace policycalc::store::sqlite
