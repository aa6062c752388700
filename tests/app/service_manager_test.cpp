#include "app/service_manager.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <map>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

using namespace std::chrono_literals;

/// Far longer than any test needs, so that the machine's speed does not matter.
constexpr int kPatienceMs = 60'000;

/// A service manager's end: receives what is told at `name`, a path or `@` and an abstract name.
class Listener {
 public:
  explicit Listener(const std::string& name)
      : descriptor_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    ::sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    if (name.front() == '@') address.sun_path[0] = '\0';
    const auto length = static_cast<::socklen_t>(offsetof(::sockaddr_un, sun_path) + name.size());
    BOOST_TEST_REQUIRE(::bind(descriptor_, reinterpret_cast<const ::sockaddr*>(&address), length) ==
                       0);
  }
  ~Listener() { ::close(descriptor_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::string next() const {
    ::pollfd ready{.fd = descriptor_, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, kPatienceMs) != 1) return "nothing came";
    std::array<char, 512> buffer{};
    const ::ssize_t count = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
    return {buffer.data(), static_cast<std::size_t>(count)};
  }

  std::string nextButSigns() const {
    std::string notice = next();
    while (notice == "WATCHDOG=1") notice = next();
    return notice;
  }

 private:
  int descriptor_;
};

Variable variables(const std::map<std::string, const char*>& values) {
  return [values](const char* name) {
    const auto found = values.find(name);
    return found == values.end() ? nullptr : found->second;
  };
}

constexpr ::pid_t kOwn = 42;

}  // namespace

BOOST_AUTO_TEST_SUITE(NoticesToTheServiceManager)

BOOST_AUTO_TEST_CASE(the_environment_says_where_it_listens_and_when_it_expects_signs) {
  const auto manager =
      serviceManager(variables({{"NOTIFY_SOCKET", "/run/n"}, {"WATCHDOG_USEC", "60000000"}}), kOwn);
  BOOST_TEST(manager.socket == "/run/n");
  BOOST_TEST((manager.watchdog == 60s));
}

BOOST_AUTO_TEST_CASE(without_a_socket_there_is_no_manager) {
  BOOST_TEST(serviceManager(variables({{"WATCHDOG_USEC", "1000"}}), kOwn).socket.empty());
  for (const char* malformed : {"", "relative", "vsock:2:1234"}) {
    const auto manager =
        serviceManager(variables({{"NOTIFY_SOCKET", malformed}, {"WATCHDOG_USEC", "1000"}}), kOwn);
    BOOST_TEST(manager.socket.empty());
    BOOST_TEST((manager.watchdog == 0us));
    BOOST_TEST(!tell(manager, "READY=1"));
  }
}

BOOST_AUTO_TEST_CASE(a_watchdog_of_another_process_or_without_a_sound_time_is_none) {
  const auto watchdog = [](const char* time, const char* process) {
    return serviceManager(
               variables(
                   {{"NOTIFY_SOCKET", "@n"}, {"WATCHDOG_USEC", time}, {"WATCHDOG_PID", process}}),
               kOwn)
        .watchdog;
  };
  BOOST_TEST((watchdog("1000", "42") == 1000us));
  BOOST_TEST((watchdog("1000", "43") == 0us));
  BOOST_TEST((watchdog("1000", "") == 0us));
  for (const char* malformed : {"", "0", "-1", "1s", " 1", "99999999999999999999"}) {
    BOOST_TEST((watchdog(malformed, "42") == 0us), malformed);
  }
}

BOOST_AUTO_TEST_CASE(a_notice_arrives_whole_at_a_path_and_at_an_abstract_name) {
  const store::test::TemporaryFolder folder;
  const std::string path = (folder.path() / "notify").string();
  for (const std::string& name : {path, "@" + path}) {
    const Listener listener(name);
    BOOST_TEST(tell({name}, "STOPPING=1\nSTATUS=ends"));
    BOOST_TEST(listener.next() == "STOPPING=1\nSTATUS=ends");
  }
}

BOOST_AUTO_TEST_CASE(a_socket_that_is_missing_or_whose_name_is_too_long_is_told_nothing) {
  const store::test::TemporaryFolder folder;
  BOOST_TEST(!tell({(folder.path() / "missing").string()}, "READY=1"));
  constexpr std::size_t kRoom = sizeof(::sockaddr_un::sun_path);
  BOOST_TEST(!tell({"/" + std::string(kRoom - 1, 'x')}, "READY=1"));
}

BOOST_AUTO_TEST_CASE(a_service_that_does_not_answer_gives_no_sign_of_life) {
  const store::test::TemporaryFolder folder;
  const std::string path = (folder.path() / "notify").string();
  const Listener listener(path);
  std::atomic<int> asked = 0;
  {
    const SignsOfLife signs({path, 3ms}, [&asked] { return ++asked > 3; });
    BOOST_TEST(listener.next() == "WATCHDOG=1");
  }
  BOOST_TEST(asked >= 4);
}

BOOST_AUTO_TEST_CASE(a_manager_without_a_watchdog_gets_no_sign_of_life) {
  std::atomic<int> asked = 0;
  {
    const SignsOfLife signs({"@unused", 2us}, [&asked] { return ++asked > 0; });
  }
  BOOST_TEST(asked == 0);
}

BOOST_AUTO_TEST_CASE(the_service_says_when_it_is_ready_lives_and_stops) {
  const store::test::TemporaryFolder folder;
  const std::string path = (folder.path() / "notify").string();
  const Listener listener(path);
  Serving serving(
      {"serve", "--port", "0", "--drain-seconds", "1", "--database", folder.database().string()},
      {"NOTIFY_SOCKET=" + path, "WATCHDOG_USEC=300000"});
  // The first signs of life may come before it.
  BOOST_TEST(listener.nextButSigns() == "READY=1");
  BOOST_TEST(listener.next() == "WATCHDOG=1");
  serving.signal(SIGTERM);
  BOOST_TEST(listener.nextButSigns() == "STOPPING=1\nEXTEND_TIMEOUT_USEC=6000000");
  BOOST_TEST(serving.wait().exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
