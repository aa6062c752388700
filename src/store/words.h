#pragma once

#include <string>

#include "policycalc/desk/rules/audit_words.h"
#include "policycalc/desk/rules/authorisation_way.h"
#include "policycalc/desk/rules/deed.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/permission.h"

/// The words of the desk's rules, as the database spells them.
namespace policycalc::store {

/// What `word` names. Throws StoreError with kUnknownWord for any other word.
desk::Role roleFrom(const std::string& word);
desk::MatterState stateFrom(const std::string& word);
desk::AuthorisationWay wayFrom(const std::string& word);
desk::Deed deedFrom(const std::string& word);
desk::AuditObject objectFrom(const std::string& word);
desk::AuditAction actionFrom(const std::string& word);

/// The reverse of the above.
template <typename Word>
std::string wordOf(Word word) {
  return std::string(nameOf(word));
}

/// For `state IN`: the states in which a matter is open, in brackets.
const std::string& openStates();

}  // namespace policycalc::store
