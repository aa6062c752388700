#pragma once

#include <boost/test/tree/decorator.hpp>

namespace policycalc::store::test {

/// For a case about what only SQLite's file has: skips it beside a server.
boost::unit_test::precondition onFileOnly();

}  // namespace policycalc::store::test
