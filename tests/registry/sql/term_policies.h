#pragma once

#include <memory>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::test {

/// Measures whose right sides are computed from facts: 1.1.a and 1.1.b compare with a sum and a
/// difference of shares, 1.1.c with a product of shares, 1.1.d with the least of two amounts, 1.1.e
/// and 1.1.f with a figure of 2024, 1.1.g with a figure beyond all budgets; with `wide` also
/// 1.1.h with a share of an amount, whose figures SQLite cannot hold.
std::shared_ptr<const catalogue::Catalogue> termPolicies(bool wide);

}  // namespace policycalc::test
