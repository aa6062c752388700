#include "stories/story.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/json/decoder.h"
#include "policycalc/json/reader.h"

namespace policycalc::test {
namespace {

void readExpectations(json::Decoder& expect, Story& story) {
  for (const json::Member& member : expect.value().members) {
    const auto verdict = engine::parseVerdict(member.value.text);
    if (!verdict) {
      expect.reportAt(member.key, "wrong_value",
                      base::quoted(member.value.text) + " is not a verdict");
      continue;
    }
    story.measures.push_back(member.key);
    story.expect.emplace(member.key, *verdict);
  }
}

void readNotes(json::Decoder& notes, Story& story) {
  for (const json::Member& member : notes.value().members) {
    if (story.expect.count(member.key) == 0) {
      notes.reportAt(member.key, "unknown_measure", "the story does not judge it");
    }
    story.notes.emplace(member.key, notes.string(member.key));
  }
}

}  // namespace

base::Result<Story, base::Issues> readStory(std::string_view text, std::string_view file,
                                            const facts::Vocabulary& vocabulary) {
  const auto document = json::read(text, file);
  if (!document.ok()) return document.error();
  base::Issues issues;
  const json::IssueSink sink{file, issues};
  json::Decoder root(*document, "", sink);
  const std::string name = root.string("name");
  const std::string who = root.string("who");
  const std::optional<base::Date> as_of = root.date("as_of");
  auto profile = facts::readProfile(root.object("profile").value(), vocabulary, "/profile");
  if (!profile.ok()) {
    for (base::Issue issue : profile.error()) {
      issue.file = std::string(file);
      issues.push_back(std::move(issue));
    }
  }
  if (!profile.ok() || !as_of) return issues;

  Story story{name, who, *as_of, std::move(profile).value(), {}, {}, {}, {}};
  json::Decoder expect = root.object("expect");
  readExpectations(expect, story);
  json::Decoder totals = root.object("totals");
  for (const char* key : {"certain", "conditional", "uncounted"}) {
    story.totals.emplace(key, totals.decimal(key));
  }
  totals.refuseUnknownKeys();
  json::Decoder notes = root.object("notes");
  readNotes(notes, story);
  root.refuseUnknownKeys();
  if (!issues.empty()) return issues;
  return story;
}

std::vector<std::string> storyFiles() {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(POLICYCALC_SOURCE_DIR "/policies/stories")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path().filename().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace policycalc::test
