#include "desk/matters/matter_end.h"

#include <set>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"

#include "desk/matters/text_fault.h"

namespace policycalc::desk {
namespace {

/// Reads the parts of one end.
class Reader {
 public:
  explicit Reader(const json::Value& value) : fields_(value, "/end") {}

  std::optional<base::Money> amount() {
    const json::Value* value = fields_.optional(key(EndPart::kAmount));
    if (value == nullptr) return std::nullopt;
    const auto yuan = base::Decimal::parse(value->text);
    if (!value->isNumber() || !yuan.ok()) {
      fields_.report(key(EndPart::kAmount), *value, "wrong_type", "an amount in yuan is expected");
      return std::nullopt;
    }
    const auto money = base::Money::fromYuan(*yuan);
    if (money.ok() && money->fen() > 0) return *money;
    wrong(EndPart::kAmount, *value, "an amount above 0 with at most two decimals is expected");
    return std::nullopt;
  }

  std::optional<base::Date> day(base::Date today) {
    const json::Value* value = fields_.optionalText(key(EndPart::kDay));
    if (value == nullptr) return std::nullopt;
    const auto day = base::Date::parse(value->text);
    if (day.ok() && *day <= today) return *day;
    wrong(EndPart::kDay, *value,
          day.ok() ? "the day is in the future" : base::quoted(value->text) + " is not a day");
    return std::nullopt;
  }

  std::string text(EndPart part) {
    const json::Value* value = fields_.optionalText(key(part));
    if (value == nullptr) return {};
    const std::string fault = textFault(value->text, kMostEndText);
    if (!fault.empty()) wrong(part, *value, fault);
    return fault.empty() ? value->text : std::string();
  }

  std::optional<ContactWay> way() {
    const json::Value* value = fields_.optionalText(key(EndPart::kWay));
    if (value == nullptr) return std::nullopt;
    const auto way = contactWayNamed(value->text);
    if (!way) wrong(EndPart::kWay, *value, base::quoted(value->text) + " is not a way");
    return way;
  }

  base::Issues issues() { return fields_.issues(); }

 private:
  static std::string_view key(EndPart part) { return nameOf(part); }

  void wrong(EndPart part, const json::Value& value, const std::string& message) {
    fields_.report(key(part), value, "wrong_value", message);
  }

  web::BodyFields fields_;
};

std::set<EndPart> partsOf(const MatterEnd& end) {
  std::set<EndPart> parts;
  const auto add = [&](EndPart part, bool is_given) {
    if (is_given) parts.insert(part);
  };
  add(EndPart::kAmount, end.amount.has_value());
  add(EndPart::kDay, end.day.has_value());
  add(EndPart::kNumber, !end.number.empty());
  add(EndPart::kProof, !end.proof.empty());
  add(EndPart::kService, !end.service.empty());
  add(EndPart::kRecipient, !end.recipient.empty());
  add(EndPart::kHeardBy, !end.heard_by.empty());
  add(EndPart::kWay, end.way.has_value());
  return parts;
}

}  // namespace

MatterEnd readEnd(const json::Value& value, base::Date today, base::Issues& issues) {
  Reader reader(value);
  MatterEnd end;
  end.amount = reader.amount();
  end.day = reader.day(today);
  end.number = reader.text(EndPart::kNumber);
  end.proof = reader.text(EndPart::kProof);
  end.service = reader.text(EndPart::kService);
  end.recipient = reader.text(EndPart::kRecipient);
  end.heard_by = reader.text(EndPart::kHeardBy);
  end.way = reader.way();
  issues.addUpTo(base::kMostIssues, reader.issues());
  return end;
}

base::Issues issuesOfEnd(MatterState to, const MatterEnd& end) {
  base::Issues issues;
  for (const EndFault& fault : faultsOf(to, partsOf(end))) {
    base::Issue issue;
    issue.code = fault.missing ? "missing_field" : "wrong_value";
    issue.pointer = base::childPointer("/end", std::string(nameOf(fault.part)));
    issue.message = fault.missing ? "this end needs " + base::quoted(nameOf(fault.part))
                                  : "this end has no " + base::quoted(nameOf(fault.part));
    issues.push_back(std::move(issue));
  }
  return issues;
}

std::string textOfEnd(const MatterEnd& end) {
  const std::set<EndPart> parts = partsOf(end);
  if (parts.empty()) return {};
  json::Writer writer;
  writer.beginObject();
  const auto text = [&](EndPart part, const std::string& value) {
    if (!value.empty()) writer.key(nameOf(part)).string(value);
  };
  if (end.amount) writer.key(nameOf(EndPart::kAmount)).decimal(end.amount->yuan());
  text(EndPart::kDay, end.day ? end.day->toString() : std::string());
  text(EndPart::kNumber, end.number);
  text(EndPart::kProof, end.proof);
  text(EndPart::kService, end.service);
  text(EndPart::kRecipient, end.recipient);
  text(EndPart::kHeardBy, end.heard_by);
  text(EndPart::kWay, std::string(end.way ? nameOf(*end.way) : std::string_view()));
  writer.endObject();
  return writer.take();
}

std::string textOfContact(const MatterContact& contact) {
  json::Writer writer;
  writer.beginObject();
  writer.key("way").string(nameOf(contact.way));
  if (contact.day) writer.key("day").string(contact.day->toString());
  if (!contact.note.empty()) writer.key("note").string(contact.note);
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::desk
