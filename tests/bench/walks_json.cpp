#include "bench/walks_json.h"

#include "policycalc/json/writer.h"

#include "bench/screen_walk.h"

namespace policycalc::bench {
namespace {

void writeScreen(json::Writer& writer, const WalkedScreen& screen) {
  const auto count = [&](const char* key, std::size_t number) {
    writer.key(key).integer(static_cast<std::int64_t>(number));
  };
  writer.beginObject().key("id").string(screen.id);
  count("taps", screen.taps);
  count("details", screen.details);
  count("rows", screen.rows);
  count("found", screen.found);
  writer.key("found_own").boolean(screen.found_own).endObject();
}

void writeFirm(json::Writer& writer, const std::string& group, const Firm& firm,
               const engine::Edition& edition) {
  writer.beginObject().key("group").string(group).key("name").string(firm.name);
  writer.key("as_of").string(firm.as_of.toString()).key("profile");
  facts::writeProfile(writer, firm.profile, edition.catalogue().vocabulary());
  writer.key("useful").beginArray();
  for (const std::string& id : usefulOf(edition, firm.profile)) writer.string(id);
  writer.endArray().key("screens").beginArray();
  for (const WalkedScreen& screen : walk(edition, firm.profile).screens) {
    writeScreen(writer, screen);
  }
  writer.endArray().endObject();
}

}  // namespace

std::string writeWalks(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                       const std::vector<FirmGroup>& groups) {
  json::Writer writer;
  writer.beginArray();
  for (const FirmGroup& group : groups) {
    for (const Firm& firm : group.firms) {
      writeFirm(writer, group.name, firm, engine::Edition(catalogue, firm.as_of));
    }
  }
  writer.endArray();
  return writer.take();
}

}  // namespace policycalc::bench
