#include "publishing/keeping.h"

#include <csignal>
#include <fstream>
#include <iterator>

#include <boost/test/unit_test.hpp>

namespace policycalc::app::test {

namespace fs = std::filesystem;

fs::path ownPolicies() {
  return POLICYCALC_SOURCE_DIR "/policies";
}

std::string textOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void edit(const fs::path& file, std::string_view behind, std::string_view from,
          std::string_view to) {
  std::string text = textOf(file);
  const std::size_t place = text.find(behind);
  BOOST_TEST_REQUIRE(place != std::string::npos, file);
  const std::size_t at = text.find(from, place);
  BOOST_TEST_REQUIRE(at != std::string::npos, file);
  text.replace(at, from.size(), to);
  std::ofstream(file, std::ios::binary) << text;
}

Keeping::Keeping() {
  fs::copy(ownPolicies(), policies(), fs::copy_options::recursive);
  Serving serving(serve(), {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  serving.signal(SIGTERM);
  BOOST_TEST_REQUIRE(serving.wait().exit_code == 0);
}

void Keeping::endAMeasure(const std::string& day) const {
  const fs::path file = policies() / "measures/11-quality.json";
  const std::string text = textOf(file);
  const std::string_view id = R"("id": "11.1.1a")";
  const std::size_t end = text.find(R"("to": )", text.find(id));
  BOOST_TEST_REQUIRE(end != std::string::npos, file);
  edit(file, id, text.substr(end, text.find(" }", end) - end), R"("to": ")" + day + '"');
}

std::vector<std::string> Keeping::serve() const {
  return {"serve", "--port", "0", "--database", database(), "--policies", ownPolicies().string()};
}

Finished Keeping::command(std::vector<std::string> words) const {
  words.insert(words.end(), {"--database", database()});
  return run(words);
}

Finished Keeping::tries() const {
  return command({"publish", policies().string(), "--dry-run", "--report", report().string()});
}

Finished Keeping::publish(const std::string& why) const {
  return command({"publish", policies().string(), "--by", "李娜", "--why", why});
}

}  // namespace policycalc::app::test
