#include "api/reference/reference.h"
#include "api/reference/reference_parts.h"

namespace policycalc::api {
namespace {

using catalogue::Catalogue;
using catalogue::Contact;

void writeWays(json::Writer& writer, const Contact& contact, base::Date today) {
  writer.key("address").stringOrNull(contact.address);
  writer.key("telephone").stringOrNull(contact.telephone);
  writer.key("hours").stringOrNull(contact.hours);
  writer.key("page").stringOrNull(contact.page);
  writer.key("source").stringOrNull(contact.source);
  writer.key("last_checked")
      .stringOrNull(contact.last_checked ? contact.last_checked->toString() : std::string());
  writer.key("outdated").boolean(contact.isOutdated(today));
}

/// The name of the unit, or of the place that a hall serves.
std::string nameOf(const Contact& contact, const Catalogue& catalogue) {
  if (contact.unit) return catalogue.registry().units()[*contact.unit].name;
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  const catalogue::AnswerTexts& texts = catalogue.texts();
  return contact.district ? district.options[*contact.district].label +
                                texts[catalogue::Phrase::kCountyHall].text
                          : texts[catalogue::Phrase::kCityHall].text;
}

/// The same in English; "" in earlier versions.
std::string englishNameOf(const Contact& contact, const Catalogue& catalogue) {
  if (contact.unit) return catalogue.registry().units()[*contact.unit].name_en;
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  const catalogue::AnswerTexts& texts = catalogue.texts();
  return contact.district ? district.options[*contact.district].label_en +
                                texts[catalogue::Phrase::kCountyHall].text_en
                          : texts[catalogue::Phrase::kCityHall].text_en;
}

void writeContact(json::Writer& writer, const Contact& contact, const Catalogue& catalogue,
                  base::Date today) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  writer.beginObject();
  writer.key("place").string(contact.place);
  writer.key("kind").string(contact.isHall() ? "hall" : "unit");
  writer.key("unit").stringOrNull(contact.unit ? catalogue.registry().units()[*contact.unit].id
                                               : std::string());
  writer.key("district")
      .stringOrNull(contact.district ? district.options[*contact.district].code : std::string());
  writer.key("name").string(nameOf(contact, catalogue));
  writer.key("name_en").stringOrNull(englishNameOf(contact, catalogue));
  writeWays(writer, contact, today);
  writer.endObject();
}

}  // namespace

void writeContactOf(json::Writer& writer, const Contact* contact, base::Date today) {
  writer.beginObject();
  writeWays(writer, contact == nullptr ? Contact{} : *contact, today);
  writer.endObject();
}

std::string writeContacts(const Catalogue& catalogue, base::Date today) {
  json::Writer writer;
  writer.beginObject().key("contacts").beginArray();
  for (const Contact& contact : catalogue.contacts().all()) {
    writeContact(writer, contact, catalogue, today);
  }
  writer.endArray();
  const catalogue::Sentence& otherwise = catalogue.texts()[catalogue::Phrase::kNoTelephone];
  writer.key("fallback").string(otherwise.text);
  writer.key("fallback_en").string(otherwise.text_en);
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::api
