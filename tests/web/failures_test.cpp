#include "policycalc/web/failures.h"

#include <new>
#include <ostream>
#include <stdexcept>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

namespace policycalc::web::test {
namespace {

namespace data = boost::unit_test::data;
using http::Failure;
using Kind = store::StoreError::Kind;

struct Row {
  Kind kind;
  Failure failure;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << "kind " << static_cast<int>(row.kind);
}

const Row kRows[] = {
    {Kind::kCannotOpen, Failure::kUnavailable},
    {Kind::kNewerThanProgram, Failure::kUnavailable},
    {Kind::kBusy, Failure::kBusy},
    {Kind::kConstraint, Failure::kInternal},
    {Kind::kCorrupt, Failure::kUnavailable},
    {Kind::kUnknownWord, Failure::kInternal},
    {Kind::kDisk, Failure::kUnavailable},
    {Kind::kFull, Failure::kStorageFull},
    {Kind::kCeiling, Failure::kCeiling},
    {Kind::kStaleKey, Failure::kBusy},
    {Kind::kOther, Failure::kInternal},
};

template <typename Error>
bool is(const Error& error, Failure expected) {
  return failureOf(std::make_exception_ptr(error)) == expected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(FailuresOfModules)

BOOST_DATA_TEST_CASE(each_kind_of_store_error_is_a_failure, data::make(kRows), row) {
  BOOST_TEST(is(store::StoreError(row.kind, "m"), row.failure));
}

BOOST_AUTO_TEST_CASE(the_table_has_every_kind) {
  BOOST_TEST(std::size(kRows) == static_cast<std::size_t>(Kind::kOther) + 1);
}

BOOST_AUTO_TEST_CASE(lack_of_memory_passes_and_the_rest_is_internal) {
  BOOST_TEST(is(std::bad_alloc(), Failure::kBusy));
  BOOST_TEST(is(std::runtime_error("a record was changed"), Failure::kInternal));
  BOOST_TEST(is(42, Failure::kInternal));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::web::test
