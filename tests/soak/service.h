#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

#include "store/temporary_folder.h"

namespace policycalc::soak {

/// The program as an operator runs it, with a new database, on a free loopback port. Its log goes
/// to a file, as a pipe that is not read would stop it.
class Service {
 public:
  /// `options` are further words of the command line.
  explicit Service(const std::vector<std::string>& options = {});
  ~Service();  ///< SIGKILL if it still runs
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  std::uint16_t port() const { return port_; }
  std::filesystem::path database() const { return folder_.database(); }
  void signal(int number) const;
  /// Waits for its end; the exit code, or -1 if a signal ended it.
  int wait();

  /// Resident memory now, and the most so far, in MB.
  double residentMb() const { return status("VmRSS:"); }
  double peakMb() const { return status("VmHWM:"); }

 private:
  double status(const std::string& key) const;

  store::test::TemporaryFolder folder_;
  pid_t child_ = -1;
  int out_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace policycalc::soak
