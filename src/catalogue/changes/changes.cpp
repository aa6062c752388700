#include "policycalc/catalogue/changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "catalogue/changes/things.h"

namespace policycalc::catalogue {
namespace {

std::optional<std::string> shownOrNone(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::vector<std::string> joined(const std::vector<std::string>& one,
                                const std::vector<std::string>& other) {
  std::vector<std::string> all = one;
  for (const std::string& measure : other) {
    if (std::find(all.begin(), all.end(), measure) == all.end()) all.push_back(measure);
  }
  return all;
}

/// Compares the things of one kind and adds what differs.
class Comparison {
 public:
  explicit Comparison(std::vector<Change>& changes) : changes_(changes) {}

  void compare(const Things& before, const Things& after) {
    std::map<std::string_view, const Thing*> known;
    for (const Thing& thing : before) known.emplace(thing.id, &thing);
    for (const Thing& thing : after) {
      const auto was = known.find(thing.id);
      if (was == known.end()) {
        addWhole(thing).after = thing.title;
        continue;
      }
      compareFields(*was->second, thing);
      known.erase(was);
    }
    for (const Thing& thing : before) {
      if (known.count(thing.id) != 0) addWhole(thing).before = thing.title;
    }
  }

 private:
  Change& addWhole(const Thing& thing) {
    changes_.push_back(
        {thing.subject, thing.id, thing.title, {}, {}, {}, thing.affects, thing.measures});
    return changes_.back();
  }

  void compareFields(const Thing& before, const Thing& after) {
    if (before.subject != after.subject) {
      // A clause became a measure, or the other way round: whatever it says, its verdict comes new.
      add(before, after, {"kind", std::string(toString(after.subject)), {}, Affects::kVerdict},
          std::string(toString(before.subject)));
      return;
    }
    std::set<std::string_view> told;
    const auto known = numbered(before);
    const auto present = numbered(after);
    std::map<std::string_view, int> turns;
    for (const Field& field : after.fields) {
      const auto was = known.find({field.name, turns[field.name]++});
      const bool is_new = was == known.end();
      if (is_new ? field.exact.empty() : was->second->exact == field.exact) continue;
      if (!told.insert(field.name).second) continue;
      add(before, after, field, is_new ? std::string() : was->second->shown);
    }
    for (const Field& field : before.fields) {
      if (present.count({field.name, 0}) != 0 || field.exact.empty()) continue;
      if (!told.insert(field.name).second) continue;
      add(before, after, {field.name, {}, {}, field.affects}, field.shown);
    }
  }

  /// The fields by name, and by turn where several have one name.
  using Numbered = std::map<std::pair<std::string_view, int>, const Field*>;
  static Numbered numbered(const Thing& thing) {
    Numbered fields;
    std::map<std::string_view, int> turns;
    for (const Field& field : thing.fields) {
      fields.emplace(std::pair<std::string_view, int>(field.name, turns[field.name]++), &field);
    }
    return fields;
  }

  void add(const Thing& before, const Thing& after, const Field& field, const std::string& was) {
    changes_.push_back({after.subject, after.id, after.title, field.name, shownOrNone(was),
                        shownOrNone(field.shown), field.affects,
                        joined(after.measures, before.measures)});
  }

  std::vector<Change>& changes_;
};

/// The files of a catalogue's content: path → canonical text.
std::map<std::string, std::string> filesOf(const Catalogue& catalogue) {
  json::ReadLimits limits;
  limits.max_bytes = catalogue.content().size();
  ++limits.max_depth;
  std::map<std::string, std::string> files;
  const auto document = json::read(catalogue.content(), "content", limits);
  if (!document.ok()) return files;
  for (const json::Member& member : document->members) {
    files.emplace(member.key, json::canonical(member.value));
  }
  return files;
}

/// The kinds whose changes account for a change of the file.
std::set<Subject> subjectsOf(const std::string& file) {
  if (file.rfind("measures/", 0) == 0) {
    return {Subject::kMeasure, Subject::kClause, Subject::kItem};
  }
  if (file == "parameters.json") return {Subject::kParameter};
  if (file == "units.json") return {Subject::kUnit};
  if (file == "contacts.csv") return {Subject::kContact};
  if (file == "documents.json") return {Subject::kDocument};
  if (file == "facts.json") return {Subject::kFact, Subject::kTopic, Subject::kNeed};
  return {};
}

/// Whatever a catalogue holds beyond the fields above: nothing that differs stays untold.
void compareFiles(const Catalogue& before, const Catalogue& after, std::vector<Change>& changes) {
  const auto old_files = filesOf(before);
  const auto new_files = filesOf(after);
  std::set<std::string> paths;
  for (const auto& files : {&old_files, &new_files}) {
    for (const auto& [path, text] : *files) paths.insert(path);
  }
  for (const std::string& path : paths) {
    const auto was = old_files.find(path);
    const auto is = new_files.find(path);
    const bool same = was != old_files.end() && is != new_files.end() && was->second == is->second;
    if (same) continue;
    const std::set<Subject> subjects = subjectsOf(path);
    const bool told = std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return subjects.count(change.subject) != 0;
    });
    if (told) continue;
    const bool only_words = path == "screens.json" || path == "answer.json";
    changes.push_back({Subject::kFile,
                       path,
                       {},
                       {},
                       {},
                       {},
                       only_words ? Affects::kText : Affects::kVerdict,
                       {}});
  }
}

}  // namespace

std::string_view toString(Subject subject) {
  constexpr std::string_view kNames[] = {"measure",  "clause",    "item", "topic",
                                         "need",     "parameter", "unit", "contact",
                                         "document", "fact",      "file"};
  return kNames[static_cast<std::size_t>(subject)];
}

std::string_view toString(Affects affects) {
  constexpr std::string_view kNames[] = {"text", "amount", "verdict"};
  return kNames[static_cast<std::size_t>(affects)];
}

std::vector<Change> changesBetween(const Catalogue& before, const Catalogue& after,
                                   base::Date day) {
  std::vector<Change> changes;
  if (before.hash() == after.hash()) return changes;
  Comparison comparison(changes);
  comparison.compare(clausesAsThings(before, day), clausesAsThings(after, day));
  comparison.compare(itemsAsThings(before), itemsAsThings(after));
  comparison.compare(topicsAsThings(before), topicsAsThings(after));
  comparison.compare(needsAsThings(before), needsAsThings(after));
  comparison.compare(parametersAsThings(before), parametersAsThings(after));
  comparison.compare(unitsAsThings(before), unitsAsThings(after));
  comparison.compare(contactsAsThings(before), contactsAsThings(after));
  comparison.compare(documentsAsThings(before), documentsAsThings(after));
  comparison.compare(factsAsThings(before), factsAsThings(after));
  compareFiles(before, after, changes);
  return changes;
}

}  // namespace policycalc::catalogue
