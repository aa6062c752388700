#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"
#include "policycalc/store/key_record.h"

namespace policycalc::store {

class Database;

/// The app from which a member shows codes at the log-in.
struct SecondFactor {
  std::string sealed;            ///< its secret; "" until one is confirmed
  std::string sealed_next;       ///< of the app that is being set up; empty: none
  std::int64_t last_period = 0;  ///< of the last code that was taken
};

/// A session that a code is shown in, and the period of that code.
struct ShownCode {
  std::int64_t staff_id = 0;
  std::string token_id;
  std::int64_t period = 0;
};

/// The second factors of the staff. Every change but begin() writes its audit entry (object
/// `staff`) in the same commit. Every function may be called from any thread and throws StoreError
/// when the store fails. A NUL and an empty text are refused with kConstraint.
class SecondFactors {
 public:
  /// `database` outlives this object.
  explicit SecondFactors(Database& database) : database_(database) {}
  SecondFactors(const SecondFactors&) = delete;
  SecondFactors& operator=(const SecondFactors&) = delete;

  std::optional<SecondFactor> find(std::int64_t staff_id) const;

  /// Keeps the secret of an app that is being set up; the confirmed one stays as it is. One that
  /// was sealed with other keys than those of the database is refused with kStaleKey.
  void begin(std::int64_t staff_id, std::string_view sealed_next, const KeyIds& keys = {});

  /// Puts the app that was being set up, whose sealed secret is `sealed_next`, in the place of the
  /// former one and of its recovery codes, and notes the session as one that showed a code. False,
  /// and nothing is done, if another one is being set up by now.
  bool confirm(const ShownCode& code, std::string_view sealed_next,
               const std::vector<std::string>& recovery_hashes, const Actor& actor);

  /// Notes the session as one that showed a code. False if a code of that period or a later one was
  /// taken before, or there is no app.
  bool use(const ShownCode& code, const Actor& actor);

  /// The same with a recovery code, which is then gone. False if there is no such code.
  bool useRecovery(std::int64_t staff_id, std::string_view token_id, std::string_view hash,
                   const Actor& actor);

  std::size_t recoveryCodesLeft(std::int64_t staff_id) const;

  /// Removes app and recovery codes and ends all sessions of the member. False if there is no app.
  bool reset(std::int64_t staff_id, const Actor& actor);

 private:
  Database& database_;
};

}  // namespace policycalc::store
