#include "api/sheet/sheet_request.h"

#include <algorithm>
#include <set>

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

namespace policycalc::api {
namespace {

using catalogue::Clause;

constexpr std::string_view kName = "name";
constexpr std::string_view kCompanyName = "company_name";
/// The members that a match takes, too.
constexpr std::array<std::string_view, 3> kMatchMembers = {"profile", "as_of", "catalogue"};

bool isOfMatch(const json::Member& member) {
  return std::find(kMatchMembers.begin(), kMatchMembers.end(), member.key) != kMatchMembers.end();
}

template <typename Enum>
std::optional<Enum> parse(std::string_view text, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (toString(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

class SheetRequestReader {
 public:
  SheetRequestReader(const json::Value& own, SheetRequest& request)
      : fields_(own), request_(request) {}

  base::Issues read() {
    readLanguage(fields_.optional("lang"));
    readParts(fields_.optional("parts"));
    readName(fields_.optional(kName));
    readCode(fields_.optional("code"));
    readList("measures", request_.measures);
    readList("others", request_.others);
    readMarks(fields_.optional("marks"));
    return fields_.issues();
  }

 private:
  void readLanguage(const json::Value* value) {
    if (value == nullptr) return;
    if (!value->isString()) {
      fields_.reportType("/lang", *value, "`zh` or `en`");
    } else if (value->text != "zh" && value->text != "en") {
      fields_.report("lang", *value, "wrong_value",
                     base::quoted(value->text) + " is neither `zh` nor `en`");
    } else {
      request_.chinese = value->text == "zh";
    }
  }

  void readParts(const json::Value* value) {
    request_.parts.fill(value == nullptr);
    if (value == nullptr) return;
    if (!value->isArray()) return fields_.reportType("/parts", *value, "a list of parts");
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      const json::Value& element = value->elements[i];
      const std::string pointer = base::childPointer("/parts", i);
      const auto part =
          element.isString() ? parse<Part>(element.text, kParts) : std::optional<Part>();
      if (part) {
        request_.parts[static_cast<std::size_t>(*part)] = true;
      } else if (element.isString()) {
        fields_.reportAt(pointer, element, "wrong_value",
                         base::quoted(element.text) + " is not a part of the sheet");
      } else {
        fields_.reportType(pointer, element, "a part of the sheet");
      }
    }
  }

  /// The rules are those of the fact, so that a name that can be saved can be printed.
  void readName(const json::Value* value) {
    const catalogue::Catalogue* catalogue = request_.match.catalogue.get();
    if (value == nullptr || catalogue == nullptr) return;
    const auto fact = catalogue->vocabulary().find(kCompanyName);
    if (!fact) return;
    json::Value as_profile;
    as_profile.type = json::Value::Type::kObject;
    as_profile.members.push_back({std::string(kCompanyName), *value, value->position});
    const auto read = facts::readProfile(as_profile, catalogue->vocabulary(), {});
    if (read.ok()) {
      request_.name = (*read)[*fact].text;
      return;
    }
    base::Issues issues = read.error();
    for (base::Issue& issue : issues) issue.pointer = "/name";
    fields_.add(issues);
  }

  /// The code is a secret: no message repeats it.
  void readCode(const json::Value* value) {
    if (value == nullptr) return;
    if (!value->isString())
      return fields_.reportType("/code", *value, "the code of a saved profile");
    request_.saved_as = vault::AccessCode::read(value->text);
    if (!request_.saved_as) {
      fields_.report("code", *value, "wrong_value", "it is not the code of a saved profile");
    }
  }

  const Clause* readMeasure(std::string_view id, const json::Value& value,
                            const std::string& pointer) {
    const Clause* clause = request_.match.catalogue->find(id);
    if (clause != nullptr && clause->isMeasure()) return clause;
    fields_.reportAt(pointer, value, "unknown_measure",
                     base::quoted(id) + " is not a measure of this catalogue");
    return nullptr;
  }

  void readList(std::string_view key, std::optional<std::vector<const Clause*>>& list) {
    const json::Value* value = fields_.optional(key);
    // An unknown catalogue is already reported; measures cannot be checked without it.
    if (value == nullptr || request_.match.catalogue == nullptr) return;
    const std::string pointer = "/" + std::string(key);
    if (!value->isArray()) return fields_.reportType(pointer, *value, "a list of measures");
    list.emplace();
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
      const json::Value& element = value->elements[i];
      const std::string at = base::childPointer(pointer, i);
      if (!element.isString()) {
        fields_.reportType(at, element, "the id of a measure");
      } else if (const Clause* clause = readMeasure(element.text, element, at)) {
        if (listed_.insert(clause).second) {
          list->push_back(clause);
        } else {
          fields_.reportAt(at, element, "wrong_value", base::quoted(element.text) + " is repeated");
        }
      }
    }
  }

  void readMarks(const json::Value* value) {
    if (value == nullptr || request_.match.catalogue == nullptr) return;
    if (!value->isObject()) return fields_.reportType("/marks", *value, "an object");
    for (const json::Member& member : value->members) {
      const std::string pointer = base::childPointer("/marks", member.key);
      const Clause* clause = readMeasure(member.key, member.value, pointer);
      const auto mark =
          member.value.isString() ? parse<Mark>(member.value.text, kMarks) : std::optional<Mark>();
      if (mark && clause != nullptr) {
        request_.marks.emplace(clause, *mark);
      } else if (!member.value.isString()) {
        fields_.reportType(pointer, member.value, "`wanted`, `applied` or `received`");
      } else if (!mark) {
        fields_.reportAt(
            pointer, member.value, "wrong_value",
            base::quoted(member.value.text) + " is none of `wanted`, `applied` and `received`");
      }
    }
  }

  web::BodyFields fields_;
  SheetRequest& request_;
  std::set<const Clause*> listed_;
};

}  // namespace

std::string_view toString(Mark mark) {
  constexpr std::array<std::string_view, kMarks> kTexts = {"wanted", "applied", "received"};
  return kTexts.at(static_cast<std::size_t>(mark));
}

std::string_view toString(Part part) {
  constexpr std::array<std::string_view, kParts> kTexts = {"hall", "todo", "others", "near",
                                                           "open", "map",  "qr"};
  return kTexts.at(static_cast<std::size_t>(part));
}

base::Result<SheetRequest, base::Issues> readSheetRequest(std::string_view body,
                                                          const web::CatalogueLookup& lookup) {
  auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  if (!document->isObject()) return web::readMatchRequest(*document, lookup).error();
  json::Value own = std::move(document).value();
  json::Value of_match = own;
  std::erase_if(of_match.members, [](const json::Member& member) { return !isOfMatch(member); });
  std::erase_if(own.members, isOfMatch);

  base::Issues issues;
  SheetRequest request;
  auto match = web::readMatchRequest(of_match, lookup);
  if (match.ok()) {
    request.match = std::move(match).value();
  } else {
    issues.addUpTo(base::kMostIssues, match.error());
  }
  issues.addUpTo(base::kMostIssues, SheetRequestReader(own, request).read());
  if (!issues.empty()) return issues;
  return request;
}

}  // namespace policycalc::api
