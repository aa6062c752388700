#include "store/values.h"

#include <sstream>

#include <soci/soci.h>

#include "policycalc/store/error.h"

namespace policycalc::store {

void refuse(const std::string& message) {
  throw StoreError(StoreError::Kind::kConstraint, message);
}

void refuseNul(std::string_view what, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (text.find('\0') == std::string_view::npos) continue;
    refuse(std::string(what) + " cannot hold a NUL character");
  }
}

std::string joinWords(std::string_view what, const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    refuseNul(what, {word});
    if (word.empty() || word.find(' ') != std::string::npos) {
      refuse(std::string(what) + " cannot hold a list with an empty word or a blank in one");
    }
    joined += (joined.empty() ? "" : " ") + word;
  }
  return joined;
}

std::vector<std::string> splitWords(const std::string& joined) {
  std::istringstream stream(joined);
  std::vector<std::string> words;
  for (std::string word; std::getline(stream, word, ' ');) words.push_back(word);
  return words;
}

std::string indexedBy(const soci::session& session, const char* index) {
  return session.get_backend_name() == "sqlite3" ? std::string(" INDEXED BY ") + index : "";
}

void requireRoom(soci::session& session, const char* table, std::int64_t most) {
  std::int64_t rows = 0;
  session << "SELECT count(*) FROM " << table, soci::into(rows);
  if (rows < most) return;
  throw StoreError(StoreError::Kind::kCeiling, "no more is kept than the settings allow",
                   std::string(table) + " has " + std::to_string(rows) + " rows");
}

}  // namespace policycalc::store
