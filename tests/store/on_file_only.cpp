#include "store/on_file_only.h"

#include <boost/test/tools/assertion_result.hpp>

#include "store/server_database.h"

namespace policycalc::store::test {
namespace {

boost::test_tools::assertion_result mayRunOnFile(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result result(!isBesideServer());
  result.message() << "it is about SQLite's file";
  return result;
}

}  // namespace

boost::unit_test::precondition onFileOnly() {
  return boost::unit_test::precondition(mayRunOnFile);
}

}  // namespace policycalc::store::test
