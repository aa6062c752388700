#include <array>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "registry/made_source.h"
#include "support/file_size_limit.h"

namespace policycalc::registry::test {
namespace {

namespace fs = std::filesystem;
using policycalc::test::FileSizeLimit;

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "{\"line\":" + std::to_string(i) + "}\n";
  return text;
}

/// A file that is removed in the end.
class OpenFile {
 public:
  OpenFile() : file_(::mkstemp(path_.data())) {}
  ~OpenFile() {
    ::close(file_);
    fs::remove(path_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int file() const { return file_; }
  std::string text() const {
    std::ifstream stream(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

 private:
  std::string path_ = (fs::temp_directory_path() / "policycalc-bytes-XXXXXX").string();
  int file_;
};

std::string codeOf(const Sink::Written& written) {
  return written.ok() ? "" : written.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Bytes)

BOOST_AUTO_TEST_CASE(what_is_packed_is_unpacked) {
  for (const Packing packing : {Packing::kNone, Packing::kGzip, Packing::kZstd}) {
    for (const std::size_t count : {0U, 1U, 20'000U}) {
      for (const std::size_t step : {1U, 3U, 100'000U}) {
        if (count > 1 && step < 100) continue;
        const std::string text = lines(count);
        const auto source = unpacked(sourceOf(packed(text, packing), step));
        const Drained drained = drain(*source);
        BOOST_TEST(drained.fault == "");
        BOOST_TEST((drained.text == text));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(members_and_frames_in_a_row_are_one_text) {
  for (const Packing packing : {Packing::kGzip, Packing::kZstd}) {
    const std::string two =
        packed("one\n", packing) + packed("", packing) + packed("two\n", packing);
    for (const std::size_t step : {1U, 1000U}) {
      const Drained drained = drain(*unpacked(sourceOf(two, step)));
      BOOST_TEST(drained.text == "one\ntwo\n");
      BOOST_TEST(drained.fault == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cut_or_damaged_input_is_named) {
  for (const Packing packing : {Packing::kGzip, Packing::kZstd}) {
    const std::string whole = packed(lines(3000), packing);
    for (const std::size_t left : {std::size_t{5}, whole.size() / 2, whole.size() - 1}) {
      BOOST_TEST(drain(*unpacked(sourceOf(whole.substr(0, left)))).fault == "cut_short");
    }
    std::string wrong = whole;
    for (std::size_t i = whole.size() / 2; i < whole.size() / 2 + 20; ++i) wrong[i] = '\xFF';
    BOOST_TEST(drain(*unpacked(sourceOf(wrong))).fault == "damaged");
    BOOST_TEST(drain(*unpacked(sourceOf(whole + "tail"))).fault == "damaged");
  }
}

BOOST_AUTO_TEST_CASE(the_ending_tells_how_to_pack) {
  BOOST_TEST((packingOf("a.ndjson.gz") == Packing::kGzip));
  BOOST_TEST((packingOf("a.zst") == Packing::kZstd));
  BOOST_TEST((packingOf("a.gz.csv") == Packing::kNone));
}

BOOST_AUTO_TEST_CASE(a_file_is_read_and_counted) {
  const OpenFile file;
  BOOST_REQUIRE(::write(file.file(), "12345", 5) == 5);
  ::lseek(file.file(), 0, SEEK_SET);
  FileSource source(file.file());
  BOOST_TEST(drain(source).text == "12345");
  BOOST_TEST(source.bytesRead() == 5U);
  FileSource closed(-1);
  BOOST_TEST(drain(closed).fault == "cannot_read");
}

BOOST_AUTO_TEST_CASE(a_stop_ends_a_read_that_waits) {
  std::array<int, 2> input{};
  std::array<int, 2> stop{};
  BOOST_REQUIRE(::pipe(input.data()) == 0);
  BOOST_REQUIRE(::pipe(stop.data()) == 0);
  BOOST_REQUIRE(::write(stop[1], "x", 1) == 1);
  FileSource source(input[0], stop[0]);
  BOOST_TEST(drain(source).text == "");
  for (const int end : {input[0], input[1], stop[0], stop[1]}) ::close(end);
}

BOOST_AUTO_TEST_CASE(a_sink_writes_all_lines) {
  for (const Packing packing : {Packing::kNone, Packing::kGzip, Packing::kZstd}) {
    const OpenFile file;
    Sink sink(file.file(), packing);
    std::string expected;
    for (int i = 0; i < 40; ++i) {
      const std::string text = lines(5000);
      BOOST_TEST(codeOf(sink.add(text)) == "");
      expected += text;
    }
    BOOST_TEST(codeOf(sink.flush()) == "");
    const Drained drained = drain(*unpacked(sourceOf(file.text(), 1 << 16)));
    BOOST_TEST((drained.text == expected));
  }
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named) {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  BOOST_REQUIRE(full >= 0);
  Sink sink(full);
  BOOST_TEST(codeOf(sink.add("line\n")) == "");  // kept
  BOOST_TEST(codeOf(sink.flush()) == "disk_full");
  ::close(full);
}

// A limit on the size of files fails a write in the middle of a line, as a disk does that fills.
BOOST_AUTO_TEST_CASE(what_a_full_disk_holds_is_whole_lines) {
  constexpr rlim_t kLimit = 1'500'003;
  for (const Packing packing : {Packing::kNone, Packing::kGzip}) {
    const OpenFile file;
    std::string fault;
    {
      const FileSizeLimit limit(packing == Packing::kNone ? kLimit : 700'003);
      Sink sink(file.file(), packing);
      for (int i = 0; i < 100 && fault.empty(); ++i) fault = codeOf(sink.add(lines(20'000)));
    }
    BOOST_TEST(fault == "disk_full");
    const Drained drained = drain(*unpacked(sourceOf(file.text(), 1 << 16)));
    BOOST_TEST(drained.fault == "");
    BOOST_REQUIRE(!drained.text.empty());
    BOOST_TEST(drained.text.back() == '\n');
  }
}

BOOST_AUTO_TEST_CASE(a_reader_that_goes_away_is_named) {
  ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  BOOST_REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  Sink sink(ends[1]);
  BOOST_TEST(codeOf(sink.add("line\n")) == "");
  BOOST_TEST(codeOf(sink.flush()) == "reader_gone");
  ::close(ends[1]);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
