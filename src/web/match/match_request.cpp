#include "policycalc/web/match/match_request.h"

#include <algorithm>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

#include "web/match/request_parts.h"

namespace policycalc::web {
namespace {

std::vector<std::string> verdictNames() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    names.emplace_back(toString(static_cast<engine::Verdict>(i)));
  }
  return names;
}

std::vector<std::string> screenIds(const catalogue::Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const catalogue::Screen& screen : catalogue.screens().all()) ids.push_back(screen.id);
  return ids;
}

std::vector<std::string> measureIds(const catalogue::Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const catalogue::Clause* measure : catalogue.measures()) ids.push_back(measure->id);
  return ids;
}

std::vector<std::string> topicIds(const catalogue::Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const facts::Topic& need : catalogue.vocabulary().needs()) ids.push_back(need.id);
  return ids;
}

/// What the names in a list of the request are.
struct Names {
  std::string_view key;    ///< of the list
  std::string_view what;   ///< `a measure`
  std::string_view whats;  ///< `measures`
  IssueCode unknown;
  IssueCode duplicate;
  std::vector<std::string> all;
};

class MatchRequestReader {
 public:
  MatchRequestReader(const json::Value& root, const CatalogueLookup& lookup)
      : fields_(root), lookup_(lookup) {}

  base::Result<MatchRequest, base::Issues> read() {
    readAsOf(fields_.optional("as_of"));
    readInclude();
    readCatalogue(fields_.optional("catalogue"));
    if (const auto detail = readName("detail", kDetails)) {
      request_.detail = static_cast<Detail>(*detail);
    }
    if (const auto language = readName("lang", kLanguages)) {
      request_.language = static_cast<Language>(*language);
    }
    readNamesOfCatalogue();
    readProfile(fields_.required("profile"));
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return std::move(request_);
  }

 private:
  void readAsOf(const json::Value* value) {
    if (value == nullptr) return;
    if (!value->isString()) {
      fields_.reportType("/as_of", *value, "a date");
      return;
    }
    const auto date = base::Date::parse(value->text);
    if (date.ok()) {
      request_.as_of = *date;
    } else {
      fields_.report("as_of", *value, "wrong_date",
                     base::quoted(value->text) + " is " + date.error().message);
    }
  }

  /// The index of the member's text in `names`; nothing if it is absent or wrong.
  std::optional<std::size_t> readName(std::string_view key, const std::vector<std::string>& names) {
    const json::Value* value = fields_.optional(key);
    if (value == nullptr) return {};
    const std::string pointer = base::childPointer({}, key);
    if (!value->isString()) {
      fields_.reportType(pointer, *value, "a text");
      return {};
    }
    const auto found = std::find(names.begin(), names.end(), value->text);
    if (found == names.end()) {
      fields_.reportUnknown(pointer, *value, "wrong_value", "a value of " + base::quoted(key),
                            names);
      return {};
    }
    return static_cast<std::size_t>(found - names.begin());
  }

  /// A flag for each of `names.all`, set for those in the list; nothing if it is absent.
  Listed readNames(const Names& names) {
    const json::Value* value = fields_.optional(names.key);
    if (value == nullptr) return {};
    std::vector<bool> listed(names.all.size(), false);
    const std::string pointer = base::childPointer({}, names.key);
    if (!value->isArray()) {
      fields_.reportType(pointer, *value, "a list of " + std::string(names.whats));
      return listed;
    }
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      readListed(value->elements[i], base::childPointer(pointer, i), names, listed);
    }
    return listed;
  }

  void readListed(const json::Value& element, const std::string& pointer, const Names& names,
                  std::vector<bool>& listed) {
    if (!element.isString()) {
      fields_.reportType(pointer, element, names.what);
      return;
    }
    const auto found = std::find(names.all.begin(), names.all.end(), element.text);
    if (found == names.all.end()) {
      fields_.reportUnknown(pointer, element, names.unknown, names.what, names.all);
      return;
    }
    const auto at = static_cast<std::size_t>(found - names.all.begin());
    if (listed[at]) {
      fields_.reportAt(pointer, element, names.duplicate,
                       base::quoted(element.text) + " is repeated");
    }
    listed[at] = true;
  }

  void readInclude() {
    request_.include = includedBy(readNames({"include", "a verdict", "verdicts", "unknown_verdict",
                                             "duplicate_verdict", verdictNames()}));
  }

  void readCatalogue(const json::Value* value) {
    if (value == nullptr) {
      request_.catalogue = lookup_("");
      return;
    }
    if (!value->isString() || value->text.empty()) {
      fields_.report("catalogue", *value, "wrong_type", "the hash of a catalogue is expected");
      return;
    }
    request_.catalogue = lookup_(value->text);
    if (request_.catalogue == nullptr) {
      fields_.report("catalogue", *value, "unknown_catalogue",
                     base::quoted(value->text) + " is not a catalogue that the service keeps");
    }
  }

  /// Without the catalogue, which is already reported, its names are unknown.
  void readNamesOfCatalogue() {
    if (request_.catalogue == nullptr) {
      for (const char* key : {"passed", "measures", "topics"}) (void)fields_.optional(key);
      return;
    }
    const catalogue::Catalogue& catalogue = *request_.catalogue;
    if (auto passed = readNames({"passed", "a screen", "screens", "unknown_screen",
                                 "duplicate_screen", screenIds(catalogue)})) {
      request_.passed = *std::move(passed);
    }
    const auto measures = readNames({"measures", "a measure", "measures", "unknown_measure",
                                     "duplicate_measure", measureIds(catalogue)});
    const auto topics = readNames({"topics", "a field of support", "fields of support",
                                   "unknown_need", "duplicate_need", topicIds(catalogue)});
    request_.chosen = chosenBy(measures, topics, catalogue);
  }

  void readProfile(const json::Value* value) {
    // An unknown catalogue is already reported; facts cannot be checked without it.
    if (value == nullptr || request_.catalogue == nullptr) return;
    auto profile = facts::readProfile(*value, request_.catalogue->vocabulary(), "/profile");
    if (profile.ok()) {
      request_.profile = std::move(profile).value();
    } else {
      fields_.add(profile.error());
    }
  }

  BodyFields fields_;
  const CatalogueLookup& lookup_;
  MatchRequest request_;
};

}  // namespace

std::string_view toString(Detail detail) {
  return kDetails[static_cast<std::size_t>(detail)];
}

std::array<bool, engine::kVerdicts> includedBy(const Listed& verdicts) {
  std::array<bool, engine::kVerdicts> include{};
  include.fill(!verdicts);
  for (std::size_t i = 0; verdicts && i < verdicts->size(); ++i) include[i] = (*verdicts)[i];
  return include;
}

std::vector<bool> chosenBy(const Listed& measures, const Listed& topics,
                           const catalogue::Catalogue& catalogue) {
  std::vector<bool> chosen;
  if (!measures && !topics) return chosen;
  for (std::size_t i = 0; i < catalogue.measures().size(); ++i) {
    chosen.push_back((!measures || (*measures)[i]) &&
                     (!topics || (*topics)[catalogue.measures()[i]->topic]));
  }
  return chosen;
}

base::Result<MatchRequest, base::Issues> readMatchRequest(std::string_view body,
                                                          const CatalogueLookup& lookup) {
  if (auto usual = scanMatchRequest(body, lookup)) return *std::move(usual);
  const auto document = readBody(body);
  if (!document.ok()) return document.error();
  return readMatchRequest(*document, lookup);
}

base::Result<MatchRequest, base::Issues> readMatchRequest(const json::Value& document,
                                                          const CatalogueLookup& lookup) {
  return MatchRequestReader(document, lookup).read();
}

engine::Match matchFor(const MatchRequest& request, const engine::Edition& edition) {
  engine::Match match = engine::match(edition, request.profile);
  if (request.chosen.empty()) return match;
  return engine::chosenOf(std::move(match), edition, request.chosen);
}

}  // namespace policycalc::web
