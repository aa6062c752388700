# Copies the tests and the scripts under test to BINARY, and installs the packages of the lock file there
# when they are missing or the lock file has changed.
cmake_minimum_required(VERSION 3.25)

if(NOT NPM)
  message(FATAL_ERROR "npm was not found when the build was configured: run .ci/setup and configure again")
endif()

file(GLOB tests "${SOURCE}/*.mjs")
file(COPY ${tests} "${SOURCE}/package.json" "${SOURCE}/package-lock.json" "${SOURCE}/.npmrc" DESTINATION "${BINARY}")
file(REMOVE_RECURSE "${BINARY}/js" "${BINARY}/kit")
file(COPY "${WEBROOT}/js" "${WEBROOT}/kit" "${WEBROOT}/index.html" DESTINATION "${BINARY}")

include("${CMAKE_CURRENT_LIST_DIR}/../support/npm_packages.cmake")
