#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include <soci/session.h>

namespace policycalc::store {

/// A fixed number of sessions to read with, each lent to one thread at a time and opened when it is
/// first needed. Any thread may lease. SOCI's own pool lends a session as the last borrower left
/// it, waits by the wall clock, and without end unless told otherwise.
class Readers {
 public:
  struct Options {
    std::function<std::unique_ptr<soci::session>()> connect;
    /// Makes a session ready for the next borrower: rolls an open transaction back, so that it does
    /// not read in an old snapshot. A session is closed if this is false.
    bool (*settle)(soci::session&) noexcept;
    std::chrono::seconds busy_timeout{5};
    std::size_t count = 1;
  };

  /// A session on loan. No statement may outlive it.
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

  explicit Readers(Options options);

  /// Waits as long as the busy timeout, then throws StoreError with kBusy. Throws what `connect`
  /// throws.
  Lease lease();

  /// Closes the sessions that are not on loan.
  void closeIdle() noexcept;

 private:
  /// `session` is null if it is yet to be opened.
  void giveBack(std::unique_ptr<soci::session> session) noexcept;

  Options options_;
  std::mutex mutex_;  ///< guards idle_
  std::condition_variable wake_;
  std::vector<std::unique_ptr<soci::session>> idle_;
};

}  // namespace policycalc::store
