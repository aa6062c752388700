#include "app/log_writer.h"

#include <array>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <signal.h>
#include <string>
#include <thread>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "store/temporary_folder.h"
#include "support/file_size_limit.h"

namespace policycalc::app::test {
namespace {

/// A pipe whose reading end the test holds.
struct Pipe {
  Pipe() { BOOST_REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0); }
  ~Pipe() {
    for (const int end : ends) {
      if (end >= 0) ::close(end);
    }
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void closeReader() {
    ::close(ends[0]);
    ends[0] = -1;
  }
  /// Closes the writing end and reads what came.
  std::string rest() {
    ::close(ends[1]);
    ends[1] = -1;
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
      text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
  }

  std::array<int, 2> ends{-1, -1};
};

std::string contents(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void waitForDrops(const LogWriter& writer, std::uint64_t count) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (writer.dropped() < count && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  BOOST_REQUIRE(writer.dropped() >= count);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LogWriting)

BOOST_AUTO_TEST_CASE(lines_of_many_threads_arrive_whole) {
  Pipe pipe;
  std::string text;
  std::thread reader([&] {
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = ::read(pipe.ends[0], buffer.data(), buffer.size())) > 0;) {
      text.append(buffer.data(), static_cast<std::size_t>(count));
    }
  });
  {
    LogWriter writer({.descriptor = pipe.ends[1], .last_words = std::chrono::seconds(60)});
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&writer] {
        for (int i = 0; i < 500; ++i) writer.write(std::string(100, 'x'));
      });
    }
    for (std::thread& thread : threads) thread.join();
    BOOST_TEST(writer.dropped() == 0U);
  }
  ::close(pipe.ends[1]);
  pipe.ends[1] = -1;
  reader.join();
  std::string expected;
  for (int i = 0; i < 2000; ++i) expected += std::string(100, 'x') + "\n";
  BOOST_TEST((text == expected));
}

BOOST_AUTO_TEST_CASE(one_line_stays_one_line) {
  Pipe pipe;
  { LogWriter({.descriptor = pipe.ends[1]}).write("one\r\ntwo\x1b[31m 三"); }
  BOOST_TEST(pipe.rest() == "one  two [31m 三\n");
}

BOOST_AUTO_TEST_CASE(a_reader_that_stalls_delays_neither_writers_nor_the_stop) {
  Pipe pipe;
  const auto begin = std::chrono::steady_clock::now();
  std::uint64_t dropped = 0;
  {
    LogWriter writer({.descriptor = pipe.ends[1],
                      .max_waiting_bytes = 64 * 1024,
                      .last_words = std::chrono::milliseconds(100)});
    const std::string line(1023, 'x');
    for (int i = 0; i < 10'000; ++i) writer.write(line);
    dropped = writer.dropped();
  }
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(30)));
  // The pipe holds 64 KiB and the queue as much; all others are counted.
  BOOST_TEST(dropped >= 10'000U - 64U - 64U - 64U);
  BOOST_TEST(dropped < 10'000U);
}

BOOST_AUTO_TEST_CASE(the_queue_takes_lines_up_to_its_limit) {
  Pipe pipe;
  pipe.closeReader();
  ::signal(SIGPIPE, SIG_IGN);
  LogWriter writer({.descriptor = pipe.ends[1], .max_waiting_bytes = 10});
  writer.write(std::string(10, 'x'));  // eleven bytes with its end
  BOOST_TEST(writer.dropped() == 1U);
  writer.write(std::string(9, 'x'));  // ten: taken, then dropped: the pipe has no reader
  waitForDrops(writer, 2);
}

BOOST_AUTO_TEST_CASE(writing_goes_on_after_a_full_disk) {
  const store::test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "log";
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  const int good = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  BOOST_REQUIRE(full >= 0);
  BOOST_REQUIRE(good >= 0);
  {
    LogWriter writer({.descriptor = full});
    writer.write("lost");
    writer.write("lost too");
    waitForDrops(writer, 2);
    BOOST_REQUIRE(::dup3(good, full, O_CLOEXEC) == full);  // the disk has room again
    writer.write("after");
  }
  ::close(full);
  ::close(good);
  BOOST_TEST(contents(file) == "- 2 lines of this log were dropped\nafter\n");
}

// However many lines went out at once.
BOOST_AUTO_TEST_CASE(a_line_that_found_half_its_room_counts_as_dropped) {
  const store::test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "log";
  const int log = ::open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  BOOST_REQUIRE(log >= 0);
  {
    LogWriter writer({.descriptor = log});
    {
      const policycalc::test::FileSizeLimit limit(10);
      for (const char* line : {"first", "second", "third"}) writer.write(line);
      waitForDrops(writer, 2);
    }
    writer.write("after");
  }
  ::close(log);
  BOOST_TEST(contents(file) == "first\nseco\n- 2 lines of this log were dropped\nafter\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
