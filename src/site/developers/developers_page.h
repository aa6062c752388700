#pragma once

#include "policycalc/engine/edition.h"

#include "site/developers/answer_sizes.h"
#include "site/page.h"

namespace policycalc::site {

/// How a program calls the service: a first call, answers, verdicts, keys, errors, clients,
/// versions and what becomes of the data. Its snippets name the service's public address, or that
/// of a local one; a test runs each.
Page developersPage(const engine::Edition& edition, const std::vector<AnswerSize>& sizes,
                    const Services& services);

/// Every fact and option that a profile can hold.
Page factsPage(const engine::Edition& edition);

}  // namespace policycalc::site
