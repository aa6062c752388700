#pragma once

#include "policycalc/engine/edition.h"

#include "site/measures/measure_filter.h"
#include "site/page.h"
#include "site/search/search.h"

namespace policycalc::site {

/// The list of measures: all by topic, or those that the filter leaves, twenty at a time.
Page measuresPage(const MeasureFilter& filter, const SearchIndex& index,
                  const engine::Edition& edition, const Services& services);

}  // namespace policycalc::site
