// Which files of a folder are read.
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::test {

namespace {

namespace fs = std::filesystem;

/// A temporary folder; the destructor removes it.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("policycalc-folder-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(path_ / "measures");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  void makeFolder(const std::string& name) const { fs::create_directories(path_ / name); }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string namesOf(const catalogue::PolicyFiles& files) {
  std::string names;
  for (const auto& [path, text] : files) names += path + " ";
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PolicyFolder)

BOOST_AUTO_TEST_CASE(only_json_and_contacts_are_read) {
  const Folder folder;
  for (const char* name :
       {"facts.json", "answer.json", "contacts.csv", "README.md", "contacts.csv~", "other.csv",
        "contacts.xlsx", ".~lock.contacts.csv#", "measures/01-one.json", "measures/notes.txt",
        "cases/01-one.json", "more/x.json"}) {
    folder.write(name, std::string("of ") + name);
  }
  const auto files = catalogue::readPolicyFolder(folder.path());
  BOOST_REQUIRE(files.ok());
  BOOST_TEST(namesOf(*files) == "answer.json contacts.csv facts.json measures/01-one.json ");
  BOOST_TEST(files->at("contacts.csv") == "of contacts.csv");
  const auto cases = catalogue::readWorkedCases(folder.path());
  BOOST_REQUIRE(cases.ok());
  BOOST_TEST(namesOf(*cases) == "cases/01-one.json ");
}

// Bytes are read unchanged, including a spreadsheet's line ends and byte order mark.
BOOST_AUTO_TEST_CASE(bytes_are_kept) {
  const Folder folder;
  const std::string bytes(
      "\xEF\xBB\xBF"
      "place\r\n\0\xB8\xD3",
      13);
  folder.write("contacts.csv", bytes);
  const auto files = catalogue::readPolicyFolder(folder.path());
  BOOST_REQUIRE(files.ok());
  BOOST_TEST((files->at("contacts.csv") == bytes));
}

BOOST_AUTO_TEST_CASE(a_folder_in_the_place_of_a_file_is_an_issue) {
  const Folder folder;
  folder.makeFolder("contacts.csv");
  const auto files = catalogue::readPolicyFolder(folder.path());
  BOOST_REQUIRE(!files.ok());
  BOOST_TEST(files.error().front().code == "unreadable");
  BOOST_TEST(files.error().front().file == "contacts.csv");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
