#include "desk/matters/matter_body.h"

#include <algorithm>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/web/body_fields.h"

#include "desk/matters/text_fault.h"

namespace policycalc::desk {
namespace {

/// Larger than any id or revision will ever be.
constexpr std::int64_t kLargest = 1'000'000'000'000;

class Reader {
 public:
  explicit Reader(const json::Value& root) : fields_(root) {}

  web::BodyFields& fields() { return fields_; }

  void wrong(std::string_view key, const json::Value& value, const std::string& message) {
    fields_.report(key, value, "wrong_value", message);
  }

  /// An id or a revision.
  std::int64_t number(std::string_view key) {
    const json::Value* value = fields_.required(key);
    return value == nullptr ? 0 : number(key, *value);
  }

  std::int64_t number(std::string_view key, const json::Value& value) {
    const auto found = web::wholeNumber(value);
    if (!value.isNumber()) {
      fields_.report(key, value, "wrong_type", "a number is expected");
    } else if (!found || *found < 1 || *found > kLargest) {
      wrong(key, value, base::quoted(value.text) + " is not an id or a revision");
    } else {
      return *found;
    }
    return 0;
  }

  /// An id, or 0 for null; nothing if the member is absent.
  std::optional<std::int64_t> person(std::string_view key, const json::Value& root) {
    const json::Value* member = root.find(key);
    const json::Value* value = fields_.optional(key);
    if (value != nullptr) return number(key, *value);
    return member == nullptr ? std::nullopt : std::optional<std::int64_t>(0);
  }

  void checkText(std::string_view key, const json::Value& value, std::size_t most) {
    const std::string fault = textFault(value.text, most);
    if (!fault.empty()) wrong(key, value, fault);
  }

  /// How the company was spoken to, and a note.
  MatterContact contact() {
    MatterContact read;
    if (const json::Value* way = fields_.text("way")) {
      const auto known = contactWayNamed(way->text);
      if (known) read.way = *known;
      if (!known) wrong("way", *way, base::quoted(way->text) + " is not a way");
    }
    if (const json::Value* note = fields_.optionalText("note")) {
      checkText("note", *note, kMostReason);
      read.note = note->text;
    }
    return read;
  }

  template <typename T>
  Read<T> take(T read) {
    base::Issues issues = fields_.issues();
    if (!issues.empty()) return issues;
    return read;
  }

 private:
  web::BodyFields fields_;
};

/// The unit that the body names, or else the first one of the measure.
std::string unitFor(Reader& reader, const catalogue::Clause& measure,
                    const catalogue::Catalogue& catalogue) {
  const auto& units = catalogue.registry().units();
  const json::Value* value = reader.fields().optionalText("unit");
  for (const catalogue::ResponsibleUnit& responsible : measure.units) {
    const std::string& id = units[responsible.unit].id;
    if (value == nullptr || value->text == id) return id;
  }
  if (value != nullptr) {
    reader.wrong("unit", *value, base::quoted(value->text) + " is not responsible for the measure");
  } else {
    reader.fields().reportMissing("unit");
  }
  return {};
}

}  // namespace

Read<NewMatter> readNewMatter(std::string_view body, const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  NewMatter read;
  read.applicant_id = reader.number("applicant");
  const json::Value* measure = reader.fields().text("measure");
  const catalogue::Clause* clause = measure ? catalogue.find(measure->text) : nullptr;
  if (clause != nullptr && clause->isMeasure()) {
    read.measure = clause;
    read.unit = unitFor(reader, *clause, catalogue);
  } else {
    reader.fields().optionalText("unit");
    if (measure != nullptr) {
      reader.wrong("measure", *measure, base::quoted(measure->text) + " is not a measure");
    }
  }
  if (const json::Value* accepts = reader.fields().optional("accept_short_permission")) {
    read.accepts_short_permission = accepts->isBoolean() && accepts->boolean;
    if (!accepts->isBoolean()) {
      reader.fields().report("accept_short_permission", *accepts, "wrong_type",
                             "true or false is expected");
    }
  }
  return reader.take(std::move(read));
}

Read<StepBody> readStep(std::string_view body, base::Date today) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  StepBody read;
  if (const json::Value* to = reader.fields().text("to")) {
    const auto state = matterStateNamed(to->text);
    if (state) read.to = *state;
    if (!state) reader.wrong("to", *to, base::quoted(to->text) + " is not a state of a matter");
  }
  if (const json::Value* reason = reader.fields().optionalText("reason")) {
    reader.checkText("reason", *reason, kMostReason);
    read.reason = reason->text;
  }
  if (const json::Value* end = reader.fields().optional("end")) {
    base::Issues issues;
    read.end = readEnd(*end, today, issues);
    reader.fields().add(issues);
  }
  read.handler_id = reader.person("handler", *document);
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

Read<Reassignment> readReassignment(std::string_view body, const catalogue::Catalogue& catalogue) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  Reassignment read;
  if (const json::Value* unit = reader.fields().text("unit")) {
    read.unit = unit->text;
    if (!catalogue.registry().findUnit(unit->text)) {
      reader.wrong("unit", *unit, base::quoted(unit->text) + " is not a unit");
    }
  }
  const auto handler = reader.person("handler", *document);
  if (!handler && document->isObject()) reader.fields().reportMissing("handler");
  read.handler_id = handler.value_or(0);
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

Read<Ticks> readTicks(std::string_view body, std::size_t documents) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  Ticks read;
  const json::Value* list = reader.fields().required("ticked");
  if (list != nullptr && !list->isArray()) {
    reader.fields().report("ticked", *list, "wrong_type", "a list of places is expected");
  }
  for (std::size_t i = 0; list != nullptr && i < list->elements.size(); ++i) {
    const json::Value& element = list->elements[i];
    const auto place = web::wholeNumber(element);
    const bool is_place = place && *place >= 0 && static_cast<std::size_t>(*place) < documents;
    const auto at = static_cast<std::size_t>(is_place ? *place : 0);
    if (is_place && std::find(read.places.begin(), read.places.end(), at) == read.places.end()) {
      read.places.push_back(at);
    } else {
      reader.fields().reportAt(
          base::childPointer("/ticked", i), element, "wrong_value",
          "the matter has no document at that place, or the place is repeated");
    }
  }
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

Read<std::string> readNote(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  std::string read;
  if (const json::Value* text = reader.fields().text("text")) {
    reader.checkText("text", *text, kMostNote);
    read = text->text;
  }
  return reader.take(std::move(read));
}

Read<ReopeningBody> readReopening(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  ReopeningBody read;
  if (const json::Value* reason = reader.fields().text("reason")) {
    reader.checkText("reason", *reason, kMostReason);
    read.reason = reason->text;
  }
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

Read<ReopeningBody> readUndo(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  ReopeningBody read;
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

Read<MatterContact> readAttempt(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  return reader.take(reader.contact());
}

Read<Awaiting> readAwaiting(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  Awaiting read;
  const bool is_there = reader.fields().required("until") != nullptr;
  if (is_there) read.until = reader.fields().optionalDate("until");
  if (const json::Value* note = reader.fields().text("note")) {
    reader.checkText("note", *note, kMostReason);
    read.note = note->text;
  }
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

Read<std::int64_t> readRevision(std::string_view body) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  const std::int64_t revision = reader.number("revision");
  return reader.take(revision);
}

Read<Telling> readTelling(std::string_view body, base::Date today) {
  const auto document = web::readBody(body);
  if (!document.ok()) return document.error();
  Reader reader(*document);
  Telling read;
  read.contact = reader.contact();
  read.contact.day = reader.fields().optionalDate("day");
  if (read.contact.day && *read.contact.day > today) {
    reader.wrong("day", *document->find("day"), "the day is in the future");
  }
  if (!read.contact.day) read.contact.day = today;
  read.revision = reader.number("revision");
  return reader.take(std::move(read));
}

}  // namespace policycalc::desk
