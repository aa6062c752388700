// What MatterWriter writes of the record of a matter: its papers, notes, history and deeds.

#include "policycalc/web/times.h"

#include "desk/applicants/applicant_record.h"
#include "desk/matters/matter_measures.h"
#include "desk/matters/matter_writer.h"

namespace policycalc::desk {

using store::Matter;

namespace {

/// `json`, or null for an empty text.
void writeRawOrNull(json::Writer& writer, const std::string& json) {
  if (json.empty()) {
    writer.null();
  } else {
    writer.raw(json);
  }
}

}  // namespace

void MatterWriter::writeDocuments(json::Writer& writer,
                                  const std::vector<store::MatterDocument>& documents) {
  writer.key("documents").beginArray();
  for (const store::MatterDocument& document : documents) {
    writer.beginObject();
    writer.key("name").string(document.name);
    writer.key("ticked");
    if (document.ticked_by == 0) {
      writer.null();
    } else {
      writer.beginObject();
      staff_.write(writer.key("by"), document.ticked_by);
      writer.key("at").string(web::utcText(document.ticked_at));
      writer.endObject();
    }
    writer.endObject();
  }
  writer.endArray();
}

std::string MatterWriter::opened(const Matter& matter, const std::string& sealed,
                                 std::string_view as) {
  if (sealed.empty() || matter.erased) return {};
  return openSealed(sealed, openApplicantKey(matter.key_by_service, services_.service_key), as);
}

void MatterWriter::writeNotes(json::Writer& writer, const store::MatterFile& file) {
  writer.key("notes").beginArray();
  for (const store::MatterNote& note : file.notes) {
    if (note.sealed_text.empty()) continue;
    writer.beginObject();
    writer.key("at").string(web::utcText(note.at));
    staff_.write(writer.key("by"), note.staff_id);
    writer.key("text").string(opened(file.matter, note.sealed_text, sealed_as::kNote));
    writer.endObject();
  }
  writer.endArray();
}

void MatterWriter::writeHistory(json::Writer& writer, const store::MatterFile& file) {
  writer.key("history").beginArray();
  for (const store::MatterChange& change : file.history) {
    writer.beginObject();
    writer.key("at").string(web::utcText(change.at));
    staff_.write(writer.key("by"), change.staff_id);
    writer.key("from").stringOrNull(change.from ? nameOf(*change.from) : std::string_view());
    writer.key("to").string(nameOf(change.to));
    writer.key("reason").stringOrNull(
        opened(file.matter, change.sealed_reason, sealed_as::kReason));
    staff_.write(writer.key("handler"), change.handler_id);
    writeRawOrNull(writer.key("end"), opened(file.matter, change.sealed_end, sealed_as::kEnd));
    writer.endObject();
  }
  writer.endArray();
}

void MatterWriter::writeDeeds(json::Writer& writer, const store::MatterFile& file) {
  writer.key("deeds").beginArray();
  for (const store::MatterDeed& deed : file.deeds) {
    writer.beginObject();
    writer.key("at").string(web::utcText(deed.at));
    staff_.write(writer.key("by"), deed.staff_id);
    writer.key("deed").string(nameOf(deed.deed));
    writeRawOrNull(writer.key("said"), opened(file.matter, deed.sealed, sealed_as::kDeed));
    staff_.write(writer.key("to"), deed.to_id);
    writer.key("seen_at").stringOrNull(
        deed.seen_at == std::chrono::sys_seconds() ? std::string() : web::utcText(deed.seen_at));
    writer.endObject();
  }
  writer.endArray();
}

void MatterWriter::writeMeasureChanges(json::Writer& writer, const store::MatterFile& file) {
  writer.key("measure_changes").beginArray();
  if (file.matter.measure_moved) {
    for (const catalogue::Change& change : measureChanges(file, services_)) {
      writer.beginObject();
      writer.key("title").string(change.title);
      writer.key("field").stringOrNull(change.field);
      const auto text = [&](std::string_view key, const std::optional<std::string>& value) {
        writer.key(key);
        if (value) {
          writer.string(*value);
        } else {
          writer.null();
        }
      };
      text("before", change.before);
      text("after", change.after);
      writer.key("affects").string(toString(change.affects));
      writer.endObject();
    }
  }
  writer.endArray();
}

void MatterWriter::writeRating(json::Writer& writer, const store::MatterFile& file,
                               const Seat& seat) {
  writer.key("rating");
  if (!file.rating || !isOfWindow(file.matter, seat)) {
    writer.null();
    return;
  }
  writer.beginObject();
  writer.key("score").integer(file.rating->score);
  writer.key("words").stringOrNull(
      opened(file.matter, file.rating->sealed_words, sealed_as::kRating));
  writer.key("at").string(web::utcText(file.rating->at));
  writer.endObject();
}

}  // namespace policycalc::desk
