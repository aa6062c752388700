// Log-ins of the staff while strangers guess from ever new addresses.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "policycalc/store/store.h"
#include "policycalc/vault/password.h"

#include "soak/attackers.h"
#include "soak/report.h"
#include "soak/service.h"

namespace policycalc::soak {
namespace {

constexpr int kStrangers = 32;
constexpr int kLogIns = 30;
constexpr std::chrono::seconds kPatience{20};
constexpr double kSlowest = 3;  // seconds
constexpr double kPercent = 100;
constexpr const char* kLogin = "li.na";
constexpr const char* kPassword = "harbour-oxide-lantern-57";

void addClerk(const Service& service) {
  store::StaffMember clerk;
  clerk.login = kLogin;
  clerk.name = "李娜";
  clerk.county = "360702";
  clerk.password_hash = vault::hashPassword(kPassword);
  clerk.must_change = false;
  store::openStore({service.database()})->staff().add(clerk, {});
}

std::string logIn(const std::string& login, const std::string& password) {
  return post("/api/v1/hall/session",
              R"({"login":")" + login + R"(","password":")" + password + "\"}");
}

bool isLoggedIn(std::uint16_t port, const std::string& address) {
  const Socket socket(port, address);
  return socket.isOpen() && socket.send(logIn(kLogin, kPassword)) &&
         socket.receive(kPatience).rfind("HTTP/1.1 200", 0) == 0;
}

/// Strangers who try passwords while this lives: of the clerk, and of accounts that do not exist.
class Guessing {
 public:
  explicit Guessing(std::uint16_t port) {
    for (std::size_t i = 0; i < kStrangers; ++i) {
      threads_.emplace_back([this, port, i] { guess(port, i); });
    }
  }
  ~Guessing() {
    ends_ = true;
    for (std::thread& thread : threads_) thread.join();
  }
  Guessing(const Guessing&) = delete;
  Guessing& operator=(const Guessing&) = delete;

  int answered() const { return answered_; }

 private:
  void guess(std::uint16_t port, std::size_t address) {
    for (int guess = 0; !ends_; ++guess, address += kStrangers) {
      const std::string login = guess % 2 == 0 ? kLogin : "guest" + std::to_string(address);
      const Socket socket(port, addressOf(address));
      if (socket.isOpen() && socket.send(logIn(login, "a wrong password")) &&
          !socket.receive(kPatience).empty()) {
        ++answered_;
      }
    }
  }

  std::atomic<bool> ends_{false};
  std::atomic<int> answered_{0};
  std::vector<std::thread> threads_;
};

}  // namespace

void logInFlood(Report& report) {
  const Service service;
  addClerk(service);
  const std::string seat = "127.0.0.1";
  if (!isLoggedIn(service.port(), seat)) throw std::runtime_error("the clerk cannot log in");
  const Guessing guessing(service.port());
  while (guessing.answered() < kStrangers) std::this_thread::yield();
  int done = 0;
  double slowest = 0;
  for (int i = 0; i < kLogIns; ++i) {
    const Clock::time_point begin = Clock::now();
    if (isLoggedIn(service.port(), seat)) ++done;
    slowest = std::max(slowest, std::chrono::duration<double>(Clock::now() - begin).count());
  }
  report.atLeast("32 strangers who guess passwords: right log-ins of a known seat",
                 kPercent * done / kLogIns, kPercent, "%");
  report.atMost("the same: the slowest of them", slowest, kSlowest, "s");
}

}  // namespace policycalc::soak
