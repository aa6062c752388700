#include "desk/keeping/kept_versions.h"

#include <optional>
#include <set>
#include <string_view>

#include "policycalc/json/writer.h"
#include "policycalc/web/times.h"

namespace policycalc::desk {
namespace {

using store::Publication;
using store::WaitingVersion;

/// A version as it is sent, from either record.
struct Line {
  std::optional<std::int64_t> number = {};
  std::string hash;
  std::string_view state;
  std::string_view way;
  std::chrono::sys_seconds at{};
  std::string by = {};
  std::string approved_by = {};
  std::string why = {};
  std::string what = {};
  bool is_kept = false;
  const WaitingVersion* ended = nullptr;  ///< of a withdrawn one
};

void write(json::Writer& writer, const Line& line) {
  writer.beginObject().key("number");
  if (line.number) {
    writer.integer(*line.number);
  } else {
    writer.null();
  }
  writer.key("hash").string(line.hash);
  writer.key("state").string(line.state);
  writer.key("way").string(line.way);
  writer.key("at").string(web::utcText(line.at));
  writer.key("by").stringOrNull(line.by);
  writer.key("approved_by").stringOrNull(line.approved_by);
  writer.key("why").stringOrNull(line.why);
  writer.key("what").stringOrNull(line.what);
  writer.key("kept").boolean(line.is_kept);
  writer.key("withdrawn");
  if (line.ended != nullptr) {
    writer.beginObject();
    writer.key("at").string(web::utcText(*line.ended->ended_at));
    writer.key("by").string(line.ended->ended_by);
    writer.key("why").string(line.ended->ended_why);
    writer.endObject();
  } else {
    writer.null();
  }
  writer.endObject();
}

void writeWaiting(json::Writer& writer, const std::vector<WaitingVersion>& all,
                  WaitingVersion::State state) {
  const bool waits = state == WaitingVersion::State::kWaiting;
  for (const WaitingVersion& one : all) {
    if (one.state != state) continue;
    write(writer, {.hash = one.hash,
                   .state = waits ? "waiting" : "withdrawn",
                   .way = toString(store::PublicationKind::kPublish),
                   .at = one.at,
                   .by = one.by,
                   .why = one.why,
                   .what = one.what,
                   .is_kept = waits,
                   .ended = waits ? nullptr : &one});
  }
}

}  // namespace

std::string writeKeptVersions(const Services& services) {
  store::Publications& publications = services.store.publications();
  const auto waiting = publications.waitingVersions();
  std::set<std::string> kept;
  for (const auto& version : services.store.catalogueVersions().list()) kept.insert(version.hash);
  const std::int64_t in_use = publications.inUse();
  json::Writer writer;
  writer.beginObject();
  writer.key("served").string(services.catalogues.current()->hash());
  writer.key("versions").beginArray();
  writeWaiting(writer, waiting, WaitingVersion::State::kWaiting);
  for (const Publication& one : publications.list()) {
    write(writer, {.number = one.number,
                   .hash = one.hash,
                   .state = one.number == in_use ? "in_use" : "former",
                   .way = toString(one.kind),
                   .at = one.at,
                   .by = one.by,
                   .approved_by = one.approved_by,
                   .why = one.why,
                   .what = one.what,
                   .is_kept = kept.count(one.hash) != 0});
  }
  writeWaiting(writer, waiting, WaitingVersion::State::kWithdrawn);
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::desk
