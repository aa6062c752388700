// The one place that makes a Boost.Test executable's main().
#define BOOST_TEST_MODULE policycalc
#include <boost/test/unit_test.hpp>
