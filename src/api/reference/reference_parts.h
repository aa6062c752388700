#pragma once

#include "policycalc/catalogue/contacts.h"
#include "policycalc/engine/edition.h"
#include "policycalc/json/writer.h"

namespace policycalc::api {

/// The members that all forms of a clause share.
void writeClauseHead(json::Writer& writer, const catalogue::Clause& clause,
                     const engine::Edition& edition);

/// All that the catalogue says of one measure.
void writeWholeMeasure(json::Writer& writer, const engine::Edition::Entry& entry,
                       const engine::Edition& edition);

/// {address, telephone, hours, page, source, last_checked, outdated}; nulls without a contact.
void writeContactOf(json::Writer& writer, const catalogue::Contact* contact, base::Date today);

}  // namespace policycalc::api
