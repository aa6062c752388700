#include "policycalc/vault/service_key.h"

#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/temporary_folder.h"

namespace data = boost::unit_test::data;
namespace fs = std::filesystem;
using policycalc::base::Result;
using namespace policycalc::vault;

namespace {

struct Folder {
  policycalc::store::test::TemporaryFolder temporary;
  fs::path path = temporary.path() / "policycalc.key";

  void write(const std::string& text, ::mode_t mode = 0600) const {
    std::ofstream(path) << text;
    ::chmod(path.c_str(), mode);
  }
  std::string refusal() const {
    const Result<Key> key = loadOrCreateServiceKey(path);
    BOOST_REQUIRE(!key.ok());
    BOOST_TEST(key.error().message.find(path.string()) != std::string::npos);
    return key.error().message;
  }
};

::mode_t modeOf(const fs::path& path) {
  struct stat status {};
  BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

const std::string kSound = std::string(43, 'A');

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ServiceKeys, Folder)

BOOST_AUTO_TEST_CASE(it_is_made_once_and_only_its_owner_may_read_it) {
  const auto made = loadOrCreateServiceKey(path);
  BOOST_REQUIRE(made.ok());
  BOOST_TEST(modeOf(path) == 0600U);
  const auto again = loadOrCreateServiceKey(path);
  BOOST_REQUIRE(again.ok());
  BOOST_TEST((*made == *again));
  // No temporary file remains.
  BOOST_TEST(std::distance(fs::directory_iterator(path.parent_path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(folders_above_it_are_not_made) {
  path = temporary.path() / "a" / "b" / "key";
  BOOST_TEST(refusal().find("its folder does not exist") != std::string::npos);
  BOOST_TEST(!fs::exists(temporary.path() / "a"));
}

BOOST_AUTO_TEST_CASE(reading_never_makes_it) {
  const auto missing = readServiceKeys(path);
  BOOST_REQUIRE(!missing.ok());
  BOOST_TEST((missing.error().code == policycalc::base::Error::Code::kNotFound));
  BOOST_TEST(missing.error().message.find(path.string()) != std::string::npos);
  BOOST_TEST(!fs::exists(path));
}

BOOST_AUTO_TEST_CASE(processes_that_start_at_once_get_the_same_key) {
  std::vector<std::string> seen(8);
  std::vector<std::thread> threads;
  for (std::string& mine : seen) {
    threads.emplace_back([&mine, this] {
      const auto key = loadOrCreateServiceKey(path);
      mine = key.ok() ? std::string(key->bytes().begin(), key->bytes().end()) : "failed";
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : seen) {
    BOOST_TEST((one == seen.front()));
    BOOST_TEST(one.size() == Key::kBytes);
  }
}

BOOST_AUTO_TEST_CASE(a_key_may_end_its_line_or_not) {
  write(kSound);
  BOOST_TEST(loadOrCreateServiceKey(path).ok());
  write(kSound + "\r\n");
  BOOST_TEST(loadOrCreateServiceKey(path).ok());
}

const std::vector<std::string> kUnsound = {"",
                                           "\n",
                                           kSound.substr(1),
                                           kSound + "A",
                                           kSound + "=",
                                           " " + kSound,
                                           kSound + "\n" + kSound,
                                           std::string(43, '\0'),
                                           "密钥",
                                           std::string(100'000, 'A')};
BOOST_DATA_TEST_CASE_F(Folder, what_is_no_key_is_refused, data::make(kUnsound), text) {
  write(text);
  BOOST_TEST(refusal().find("holds no key") != std::string::npos);
  // The file is unchanged.
  std::ifstream file(path);
  BOOST_TEST(std::string(std::istreambuf_iterator<char>(file), {}) == text);
}

BOOST_DATA_TEST_CASE_F(Folder, a_file_open_to_others_is_refused,
                       data::make({0604, 0602, 0601, 0620, 0666}), mode) {
  write(kSound, static_cast<::mode_t>(mode));
  BOOST_TEST(refusal().find("chmod 600") != std::string::npos);
}

BOOST_DATA_TEST_CASE_F(Folder, owner_and_group_may_read, data::make({0400, 0600, 0640, 0440}),
                       mode) {
  write(kSound, static_cast<::mode_t>(mode));
  BOOST_TEST(loadOrCreateServiceKey(path).ok());
}

BOOST_AUTO_TEST_CASE(two_keys_are_two_lines_the_older_first) {
  const std::string other = std::string(42, 'A') + "E";
  for (const std::string between : {"\n", "\r\n"}) {
    write(kSound + between + other + "\n");
    const auto keys = readServiceKeys(path);
    BOOST_REQUIRE(keys.ok());
    BOOST_REQUIRE(keys->size() == 2U);
    BOOST_TEST((keys->front() == *loadOrCreateServiceKey(path)));
    BOOST_TEST(!(keys->front() == keys->back()));
  }
  write(kSound + "\n" + other + "\n" + std::string(42, 'A') + "I");
  BOOST_TEST(!readServiceKeys(path).ok());
  write(kSound + "\n\n" + other);
  BOOST_TEST(!readServiceKeys(path).ok());
}

BOOST_AUTO_TEST_CASE(a_replaced_file_keeps_its_rights_and_leaves_nothing_beside_it) {
  write(kSound, 0640);
  std::ofstream(path.string() + ".next") << "left by a killed process";
  const std::vector<Key> keys{Key::random(), Key::random()};
  BOOST_TEST(!replaceServiceKeys(path, keys).has_value());
  BOOST_TEST((*readServiceKeys(path) == keys));
  BOOST_TEST(modeOf(path) == 0640U);
  BOOST_TEST(std::distance(fs::directory_iterator(path.parent_path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_link_to_the_file_remains_a_link) {
  write(kSound);
  const fs::path link = temporary.path() / "link";
  fs::create_symlink("policycalc.key", link);
  const std::vector<Key> keys{Key::random()};
  BOOST_TEST(!replaceServiceKeys(link, keys).has_value());
  BOOST_TEST(fs::is_symlink(link));
  BOOST_TEST((*readServiceKeys(path) == keys));
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_not_replaced) {
  const auto failed = replaceServiceKeys(path, {Key::random()});
  BOOST_REQUIRE(failed.has_value());
  BOOST_TEST(failed->message.find(path.string()) != std::string::npos);
  BOOST_TEST(!fs::exists(path));
}

BOOST_AUTO_TEST_CASE(one_at_a_time_holds_the_lock) {
  write(kSound);
  {
    const KeyFileLock first(path);
    BOOST_TEST(first.held());
    BOOST_TEST(!KeyFileLock(path).held());
    // The file may be replaced under the lock.
    BOOST_TEST(!replaceServiceKeys(path, {Key::random()}).has_value());
    BOOST_TEST(!KeyFileLock(path).held());
  }
  BOOST_TEST(KeyFileLock(path).held());
}

BOOST_AUTO_TEST_CASE(ids_and_checks_tell_keys_apart) {
  const Key key = Key::random();
  const Key other = Key::random();
  BOOST_TEST(keyId(key) == keyId(Key(key)));
  BOOST_TEST(keyId(key).size() == 11U);
  BOOST_TEST(keyId(key) != keyId(other));
  BOOST_TEST(fitsCheck(sealCheck(key), key));
  BOOST_TEST(!fitsCheck(sealCheck(key), other));
  BOOST_TEST(!fitsCheck(seal("policycalc", key, "another context"), key));
  BOOST_TEST(!fitsCheck("", key));
}

BOOST_AUTO_TEST_CASE(a_folder_is_refused_as_a_key) {
  path = temporary.path();
  BOOST_TEST(refusal().find("is not a regular file") != std::string::npos);
}

// A blocking open would wait for ever.
BOOST_AUTO_TEST_CASE(a_pipe_is_refused_as_a_key) {
  BOOST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  BOOST_TEST(refusal().find("is not a regular file") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_place_that_cannot_be_is_named) {
  write(kSound);
  path /= "below a file";
  BOOST_TEST(refusal().find("cannot be read") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
