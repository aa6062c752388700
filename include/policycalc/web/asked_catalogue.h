#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/http/message.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/query.h"

namespace policycalc::web {

/// Refuses a hash that find() does not know: kGone with `catalogue_gone` if the catalogue's time is
/// over, else kInvalid with `unknown_catalogue`. `pointer` is the place of the hash.
http::Response noSuchCatalogue(const http::Request& request, const Catalogues& catalogues,
                               std::string_view hash, std::string_view pointer);

/// The answer of `write` for the catalogue that `?catalogue=` names, else for the current one.
/// Call it last: it reports what else is wrong with the query. `for_good` says whether the answer
/// depends on nothing but the query; then an answer by a named catalogue may be kept for ever.
http::Response answeredBy(
    const http::Request& request, Query& query, Catalogues& catalogues, bool for_good,
    const std::function<http::Response(const std::shared_ptr<const catalogue::Catalogue>&)>& write);

}  // namespace policycalc::web
