#include "desk/applicants/withdrawn.h"

#include <cstdint>
#include <initializer_list>

#include "policycalc/json/writer.h"

namespace policycalc::desk {

std::string writeWithdrawn(std::size_t matters) {
  json::Writer writer;
  const auto list = [&](const char* key, std::initializer_list<const char*> names) {
    writer.key(key).beginArray();
    for (const char* name : names) writer.string(name);
    writer.endArray();
  };
  writer.beginObject();
  list("erased", {"name", "contact", "profile", "notes", "reasons", "ends", "contacts", "ratings"});
  list("kept", {"reference", "measure", "county", "unit", "states", "times", "staff", "scores"});
  writer.key("matters_withdrawn").integer(static_cast<std::int64_t>(matters));
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::desk
