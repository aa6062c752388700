#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include <soci/session.h>

#include "store/sqlite/connection.h"

namespace policycalc::store::sqlite {

/// A fixed number of read-only sessions, each lent to one thread at a time and opened when it is
/// first needed. Any thread may lease. SOCI's own pool lends a session as the last borrower left
/// it, waits by the wall clock, and without end unless told otherwise.
class Readers {
 public:
  /// A session on loan. Rolls an open transaction back at its end, so that the next borrower does
  /// not read in an old snapshot. No statement may outlive it.
  class Lease {
   public:
    Lease(Readers& readers, std::unique_ptr<soci::session> session);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    soci::session& session() const { return *session_; }

   private:
    Readers& readers_;
    std::unique_ptr<soci::session> session_;
  };

  Readers(Place place, std::size_t count);

  /// Waits as long as the busy timeout, then throws StoreError with kBusy. Throws SOCI's
  /// exceptions if a session cannot be opened.
  Lease lease();

 private:
  /// `session` is null if it is yet to be opened.
  void giveBack(std::unique_ptr<soci::session> session) noexcept;

  Place place_;
  std::mutex mutex_;  ///< guards idle_
  std::condition_variable wake_;
  std::vector<std::unique_ptr<soci::session>> idle_;
};

}  // namespace policycalc::store::sqlite
