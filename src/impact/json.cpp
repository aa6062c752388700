#include <optional>
#include <string>

#include "policycalc/impact/writing.h"
#include "policycalc/json/writer.h"

namespace policycalc::impact {
namespace {

using json::Writer;

void writeText(Writer& writer, const char* key, const std::optional<std::string>& text) {
  writer.key(key);
  if (text) {
    writer.string(*text);
  } else {
    writer.null();
  }
}

void write(Writer& writer, const catalogue::Change& change) {
  writer.beginObject();
  writer.key("subject").string(toString(change.subject));
  writer.key("id").string(change.id);
  writer.key("title").stringOrNull(change.title);
  writer.key("field").stringOrNull(change.field);
  writeText(writer, "before", change.before);
  writeText(writer, "after", change.after);
  writer.key("affects").string(toString(change.affects));
  writer.key("measures").beginArray();
  for (const std::string& measure : change.measures) writer.string(measure);
  writer.endArray().endObject();
}

void writeOrigins(Writer& writer, const FirmCounts& counts) {
  writer.key("firms").integer(static_cast<std::int64_t>(counts.all()));
  writer.key("by_origin").beginObject();
  for (std::size_t i = 0; i < kOrigins; ++i) {
    writer.key(toString(static_cast<Origin>(i)))
        .integer(static_cast<std::int64_t>(counts.by_origin[i]));
  }
  writer.endObject();
}

void writeKinds(Writer& writer, const FirmCounts& counts) {
  writer.key("by_kind").beginArray();
  for (const auto& [kind, count] : counts.by_kind) {
    writer.beginObject();
    writer.key("id").string(kind.id);
    writer.key("label").string(kind.label);
    writer.key("firms").integer(static_cast<std::int64_t>(count));
    writer.endObject();
  }
  writer.endArray();
}

/// A request as the JSON that it is.
void writeExample(Writer& writer, const std::string& example) {
  writer.key("example");
  if (example.empty()) {
    writer.null();
  } else {
    writer.raw(example);
  }
}

void writeVerdict(Writer& writer, const char* key, const std::optional<engine::Verdict>& verdict) {
  writer.key(key);
  if (verdict) {
    writer.string(toString(*verdict));
  } else {
    writer.null();
  }
}

void writeAmount(Writer& writer, const char* key, const std::optional<base::Decimal>& value) {
  writer.key(key);
  if (value) {
    writer.decimal(*value);
  } else {
    writer.null();
  }
}

void write(Writer& writer, const Turn& turn) {
  writer.beginObject();
  writer.key("measure").string(turn.measure);
  writer.key("title").string(turn.title);
  writeVerdict(writer, "before", turn.before);
  writeVerdict(writer, "after", turn.after);
  writer.key("by").beginArray();
  for (const Deciding& one : turn.by) {
    writer.beginObject();
    writer.key("fact").stringOrNull(one.fact);
    writer.key("text").string(one.text);
    writer.key("of").string(one.is_after ? "after" : "before");
    writer.endObject();
  }
  writer.endArray();
  writeOrigins(writer, turn.firms);
  writeKinds(writer, turn.firms);
  writeExample(writer, turn.example);
  writer.endObject();
}

void write(Writer& writer, const AmountTurn& turn) {
  writer.beginObject();
  writer.key("measure").string(turn.measure);
  writer.key("title").string(turn.title);
  writer.key("benefit").string(turn.benefit);
  writer.key("label").string(turn.label);
  writer.key("unit").stringOrNull(turn.unit);
  writeAmount(writer, "before", turn.before);
  writeAmount(writer, "after", turn.after);
  writeOrigins(writer, turn.firms);
  writeKinds(writer, turn.firms);
  writeExample(writer, turn.example);
  writer.endObject();
}

void write(Writer& writer, const Day& day) {
  writer.beginObject();
  writer.key("day").string(day.day.toString());
  writer.key("verdicts").beginArray();
  for (const Turn& turn : day.turns) write(writer, turn);
  writer.endArray();
  writer.key("amounts").beginArray();
  for (const AmountTurn& turn : day.amounts) write(writer, turn);
  writer.endArray().endObject();
}

}  // namespace

std::string jsonOf(const Report& report) {
  Writer writer;
  writer.beginObject();
  writer.key("before").string(report.before);
  writer.key("after").string(report.after);
  writer.key("changes").beginArray();
  for (const catalogue::Change& change : report.changes) write(writer, change);
  writer.endArray();
  writer.key("tried").beginObject();
  writeOrigins(writer, report.tried);
  writer.endObject();
  writer.key("days").beginArray();
  for (const Day& day : report.days) write(writer, day);
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::impact
