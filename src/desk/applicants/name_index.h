#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/applicants.h"
#include "policycalc/vault/key_ring.h"

namespace policycalc::desk {

/// The names of all applicants, open, to find them by a part of one. Names are sealed one by one,
/// so the database cannot search in them.
///
/// It is kept in memory, not as blind pieces of two characters in the database. Such pieces would
/// let the database find a name, but a thief of the database would see which applicants share
/// which pieces, and as nearly every name ends in 有限公司 and begins with a place, counting them
/// opens most names without the key. The memory of this process holds the key anyway. A name takes
/// some hundred bytes: two megabytes for 20,000 applicants. After a start, each name is opened once
/// (20,000 take a fraction of a second). The store numbers the changes of names, so that several
/// processes on one database each follow by reading what is new, and a name that was erased
/// goes with the next look at the desk, which open pages take every few seconds.
///
/// Safe from any thread.
class NameIndex {
 public:
  /// Takes over what has changed. Throws StoreError.
  void refresh(const store::Applicants& applicants, const vault::KeyRing& service_key);

  /// The applicants whose name has `part` in it, whatever its blanks, width and case; rising ids.
  /// Sight and authorisations are for the caller to check.
  std::vector<std::int64_t> find(std::string_view part) const;

  /// The applicants of that name, as names are compared; rising ids. The same holds for them.
  std::vector<std::int64_t> named(std::string_view name) const;

  std::size_t size() const;

 private:
  mutable std::mutex mutex_;  ///< guards what follows
  std::map<std::int64_t, std::string> names_;
  std::int64_t seen_ = 0;
};

}  // namespace policycalc::desk
