#include "api/sheet/sheet_stories.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "policycalc/facts/profile.h"
#include "policycalc/json/writer.h"

#include "api/sheet/sheet_contents.h"
#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

SheetRequest readOrThrow(const std::string& body) {
  auto read = readSheetRequest(body, [](std::string_view) { return live::realCatalogue(); });
  if (!read.ok()) throw std::runtime_error(base::formatIssue(read.error().front()));
  return std::move(read).value();
}

}  // namespace

std::string profileOf(const std::string& story) {
  std::ifstream stream(POLICYCALC_SOURCE_DIR "/policies/stories/" + story + ".json");
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  const json::Value file = policycalc::test::parse(text);
  const facts::Vocabulary& vocabulary = live::realCatalogue()->vocabulary();
  const auto profile =
      facts::readProfile(policycalc::test::at(file, "/profile"), vocabulary, "/profile");
  if (!profile.ok()) throw std::runtime_error("a story with faults: " + story);
  json::Writer writer;
  facts::writeProfile(writer, *profile, vocabulary);
  return writer.take();
}

Answered::Answered(const std::string& profile, const std::string& more)
    : request(readOrThrow(R"({"profile":)" + profile + R"(,"as_of":"2026-11-25")" + more + "}")),
      edition(request.match.catalogue, *request.match.as_of),
      match(engine::match(edition, request.match.profile)) {}

paper::Sheet Answered::sheet(const std::string& public_url) const {
  return sheetContents(request, *request.match.as_of, match, edition, public_url);
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace policycalc::api::test
