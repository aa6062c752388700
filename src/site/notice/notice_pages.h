#pragma once

#include "policycalc/engine/edition.h"

#include "site/page.h"

namespace policycalc::site {

/// The notice: its chapters, items and clauses as a table of contents.
Page noticePage(const engine::Edition& edition, const Services& services);

/// One item with the text and units of each clause.
Page itemPage(const catalogue::Item& item, const engine::Edition& edition,
              const Services& services);

/// The notices, laws and standards that are cited.
Page documentsPage(const engine::Edition& edition, const Services& services);

}  // namespace policycalc::site
