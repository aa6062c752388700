#include "api/changes/versions.h"

#include <algorithm>
#include <map>

#include "policycalc/json/writer.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/times.h"

namespace policycalc::api {
namespace {

using catalogue::Change;
using std::chrono::sys_seconds;

void writeVersion(json::Writer& writer, const Versions::Version& version) {
  writer.beginObject();
  writer.key("hash").string(version.hash);
  writer.key("published").string(web::utcText(version.published_at));
  writer.endObject();
}

std::string_view wayOf(const Change& change) {
  if (!change.field.empty() || (!change.before && !change.after)) return "changed";
  return change.after ? "added" : "removed";
}

void writeText(json::Writer& writer, const std::optional<std::string>& text) {
  if (text) {
    writer.string(*text);
  } else {
    writer.null();
  }
}

void writeChange(json::Writer& writer, const Versions::Dated& dated) {
  const Change& change = *dated.change;
  writer.beginObject();
  writer.key("kind").string(catalogue::toString(change.subject));
  writer.key("id").string(change.id);
  writer.key("title").stringOrNull(change.title);
  writer.key("change").string(wayOf(change));
  writer.key("field").stringOrNull(change.field);
  writer.key("old");
  writeText(writer, change.before);
  writer.key("new");
  writeText(writer, change.after);
  writer.key("affects").string(catalogue::toString(change.affects));
  writer.key("measures");
  web::writeStrings(writer, change.measures);
  writer.key("since").string(web::utcText(dated.since));
  writer.endObject();
}

}  // namespace

Versions::Versions(const Services& services, Steps& steps)
    : services_(services), steps_(steps), all_(services.store.catalogueVersions().list()) {}

const Versions::Version* Versions::find(std::string_view hash) const {
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const Version& version) { return version.hash == hash; });
  return found == all_.end() ? nullptr : &*found;
}

const Versions::Version& Versions::at(base::Date day) const {
  constexpr std::chrono::hours kChina{8};
  const sys_seconds begin = sys_seconds(day.days()) - kChina;
  const Version* known = nullptr;
  for (const Version& version : all_) {
    if (version.published_at >= begin) continue;
    if (known == nullptr) known = &version;
    // A version that came back has an earlier publication than the one that it followed.
    if (!version.ended_at || *version.ended_at >= begin) return version;
  }
  return known == nullptr ? oldest() : *known;
}

bool Versions::isCurrent(const Version& version) const {
  return version.hash == services_.catalogues.current()->hash();
}

Steps::Keys Versions::stepTo(std::size_t place) const {
  if (place + 1 >= all_.size()) return nullptr;
  const Version& version = all_[place];
  return steps_.between(services_.catalogues, all_[place + 1].hash, version.hash,
                        base::dayInChina(version.published_at));
}

std::optional<std::size_t> Versions::changesOf(const Version& version) const {
  const auto keys = stepTo(static_cast<std::size_t>(&version - all_.data()));
  if (!keys) return {};
  return keys->size();
}

std::vector<Versions::Dated> Versions::dated(const std::vector<Change>& changes,
                                             const Version& from, const Version& to) const {
  const bool came_back = from.ended_at && from.published_at > to.published_at;
  const sys_seconds last = came_back ? *from.ended_at : to.published_at;
  std::vector<Dated> dated;
  std::map<std::string, Dated*> open;
  dated.reserve(changes.size());
  for (const Change& change : changes) {
    dated.push_back({&change, last});
    open.emplace(keyOf(change), &dated.back());
  }
  const auto newest = static_cast<std::size_t>(&to - all_.data());
  const auto earliest = static_cast<std::size_t>(&from - all_.data());
  // With no version in between, all came with the last one.
  if (newest + 1 >= earliest) return dated;
  for (std::size_t i = newest; i < earliest && !open.empty(); ++i) {
    const auto keys = stepTo(i);
    if (!keys) continue;
    for (const std::string& key : *keys) {
      const auto found = open.find(key);
      if (found == open.end()) continue;
      found->second->since = all_[i].published_at;
      open.erase(found);
    }
  }
  return dated;
}

std::string writeVersions(const Versions& versions, std::chrono::seconds kept) {
  json::Writer writer;
  writer.beginObject().key("catalogues").beginArray();
  for (const Versions::Version& version : versions.all()) {
    const bool is_over = version.ended_at && !versions.isCurrent(version);
    writer.beginObject();
    writer.key("hash").string(version.hash);
    writer.key("published").string(web::utcText(version.published_at));
    writer.key("current").boolean(versions.isCurrent(version));
    writer.key("kept_until");
    writeText(writer,
              is_over ? std::optional(web::utcText(*version.ended_at + kept)) : std::nullopt);
    writer.key("changes");
    if (const auto changes = versions.changesOf(version)) {
      writer.integer(static_cast<std::int64_t>(*changes));
    } else {
      writer.null();
    }
    writer.endObject();
  }
  writer.endArray().endObject();
  return writer.take();
}

std::string writeChanges(const Versions& versions, const std::vector<Change>& changes,
                         const Versions::Version& from, const Versions::Version& to) {
  json::Writer writer;
  writer.beginObject();
  writeVersion(writer.key("from"), from);
  writeVersion(writer.key("to"), to);
  writer.key("known_since").string(web::utcText(versions.oldest().published_at));
  writer.key("changes").beginArray();
  for (const Versions::Dated& dated : versions.dated(changes, from, to)) {
    writeChange(writer, dated);
  }
  writer.endArray().endObject();
  return writer.take();
}

}  // namespace policycalc::api
