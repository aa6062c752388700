#include "store/postgresql/writing.h"

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include <soci/soci.h>

#include "store/group_commit.h"
#include "store/postgresql/errors.h"
#include "store/postgresql/transactions.h"

namespace policycalc::store::postgresql {
namespace {

constexpr std::chrono::minutes kBetweenClearings{1};

/// The tables with what people may have taken away.
constexpr const char* kClear =
    "VACUUM (SKIP_LOCKED, TRUNCATE FALSE) applicant, authorisation, catalogue_version, feedback,"
    " matter_change, matter_deed, matter_note, matter_query_code, matter_rating, saved_profile,"
    " second_factor, waiting_version";

class Saver {
 public:
  Saver(std::unique_ptr<soci::session> session, const Place& place)
      : place_(place), engine_(transactions()), session_(std::move(session)) {}

  std::vector<std::exception_ptr> save(const std::vector<const WriteJob*>& jobs,
                                       Writer::Erases erases) {
    std::vector<std::exception_ptr> outcomes;
    try {
      makeReady();
      outcomes = commitTogether(engine_, *session_, jobs);
    } catch (...) {
      const std::exception_ptr failure = translated(engine_, std::current_exception());
      return std::vector<std::exception_ptr>(jobs.size(), failure);
    }
    if (erases == Writer::Erases::kYes) clear();
    return outcomes;
  }

 private:
  /// Libpq notices only in a statement that the server closed the session.
  void makeReady() {
    if (session_ != nullptr) {
      try {
        *session_ << "SELECT 1";
        if (settle(*session_)) return;
      } catch (const soci::soci_error&) {
        // A new session tells more.
      }
      session_.reset();
    }
    session_ = connect(place_, Access::kReadWrite);
  }

  /// The jobs stay done, whether or not this succeeds.
  void clear() noexcept {
    const auto now = std::chrono::steady_clock::now();
    if (cleared_ && now < *cleared_ + kBetweenClearings) return;
    cleared_ = now;
    try {
      *session_ << kClear;
    } catch (const std::exception&) {
      // The next time does it.
    }
  }

  Place place_;
  Transactions engine_;
  std::unique_ptr<soci::session> session_;
  std::optional<std::chrono::steady_clock::time_point> cleared_;
};

}  // namespace

Writer::Save saving(std::unique_ptr<soci::session> session, const Place& place) {
  const auto saver = std::make_shared<Saver>(std::move(session), place);
  return [saver](const std::vector<const WriteJob*>& jobs, Writer::Erases erases) {
    return saver->save(jobs, erases);
  };
}

}  // namespace policycalc::store::postgresql
