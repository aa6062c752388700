#include "store/words.h"

#include <optional>

#include "policycalc/store/error.h"

namespace policycalc::store {
namespace {

template <typename Word>
Word known(std::optional<Word> named, const char* kind, const std::string& word) {
  if (named) return *named;
  throw StoreError(StoreError::Kind::kUnknownWord, "the database holds an unknown word",
                   "`" + word + "` is not " + kind);
}

}  // namespace

desk::Role roleFrom(const std::string& word) {
  return known(desk::roleNamed(word), "a role", word);
}

desk::MatterState stateFrom(const std::string& word) {
  return known(desk::matterStateNamed(word), "a state of a matter", word);
}

desk::AuthorisationWay wayFrom(const std::string& word) {
  return known(desk::authorisationWayNamed(word), "a way to give an authorisation", word);
}

desk::Deed deedFrom(const std::string& word) {
  return known(desk::deedNamed(word), "a deed", word);
}

desk::AuditObject objectFrom(const std::string& word) {
  return known(desk::auditObjectNamed(word), "an object of the audit trail", word);
}

desk::AuditAction actionFrom(const std::string& word) {
  return known(desk::auditActionNamed(word), "an action of the audit trail", word);
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
