#include "store/words.h"

#include <optional>

#include "policycalc/store/error.h"

namespace policycalc::store {
namespace {

template <typename Word>
Word known(std::optional<Word> named, const char* kind, const std::string& word) {
  if (named) return *named;
  throw StoreError(StoreError::Kind::kCorrupt, "the database holds a word that it may not hold",
                   "`" + word + "` is no " + kind);
}

}  // namespace

desk::Role roleFrom(const std::string& word) {
  return known(desk::roleNamed(word), "role", word);
}

desk::MatterState stateFrom(const std::string& word) {
  return known(desk::matterStateNamed(word), "state of a matter", word);
}

desk::AuthorisationWay wayFrom(const std::string& word) {
  return known(desk::authorisationWayNamed(word), "way to give an authorisation", word);
}

desk::AuditObject objectFrom(const std::string& word) {
  return known(desk::auditObjectNamed(word), "object of the audit trail", word);
}

desk::AuditAction actionFrom(const std::string& word) {
  return known(desk::auditActionNamed(word), "action of the audit trail", word);
}

const std::string& openStates() {
  static const std::string list = [] {
    std::string names;
    for (const desk::MatterState state : desk::kMatterStates) {
      if (!isOpen(state)) continue;
      names += (names.empty() ? "('" : ", '") + wordOf(state) + "'";
    }
    return names + ")";
  }();
  return list;
}

}  // namespace policycalc::store
