#include <algorithm>
#include <vector>

#include "policycalc/base/decimal.h"
#include "policycalc/json/writer.h"

namespace policycalc::json {
namespace {

void writeCanonical(Writer& out, const Value& value);

void writeSorted(Writer& out, const std::vector<Member>& members) {
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  // std::string compares as unsigned bytes, which is the order of the code points.
  std::sort(sorted.begin(), sorted.end(),
            [](const Member* a, const Member* b) { return a->key < b->key; });
  out.beginObject();
  for (const Member* member : sorted) {
    out.key(member->key);
    writeCanonical(out, member->value);
  }
  out.endObject();
}

void writeNumber(Writer& out, const std::string& digits) {
  const auto number = base::Decimal::parse(digits);
  if (number.ok()) {
    out.decimal(*number);
  } else {
    out.raw(digits);  // not from our reader, which refuses such numbers
  }
}

// Recurses as deep as the value is nested, which the reader limits.
void writeCanonical(Writer& out, const Value& value) {
  switch (value.type) {
    case Value::Type::kNumber:
      writeNumber(out, value.text);
      break;
    case Value::Type::kArray:
      out.beginArray();
      for (const Value& element : value.elements) writeCanonical(out, element);
      out.endArray();
      break;
    case Value::Type::kObject:
      writeSorted(out, value.members);
      break;
    default:
      out.value(value);
  }
}

}  // namespace

std::string canonical(const Value& value) {
  Writer out;
  writeCanonical(out, value);
  return out.take();
}

}  // namespace policycalc::json
