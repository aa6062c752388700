#pragma once

#include "policycalc/catalogue/contacts.h"
#include "policycalc/json/writer.h"

namespace policycalc::api {

/// {address, telephone, hours, page, source, last_checked, outdated}; nulls without a contact.
void writeContactOf(json::Writer& writer, const catalogue::Contact* contact, base::Date today);

}  // namespace policycalc::api
