#pragma once

#include "policycalc/engine/edition.h"

#include "site/page.h"

namespace policycalc::site {

/// A measure, whole, with its conditions in words.
Page measurePage(const engine::Edition::Entry& entry, const engine::Edition& edition,
                 const Services& services);

/// A clause that is the government's own work: what it is, and why there is nothing to apply for.
Page internalPage(const catalogue::Clause& clause, const engine::Edition& edition);

}  // namespace policycalc::site
