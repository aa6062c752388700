# Copies the bench to BINARY, and installs the packages of the lock file there when they are missing
# or the lock has changed.
cmake_minimum_required(VERSION 3.25)

if(NOT NPM)
  message(FATAL_ERROR "npm was not found when the build was configured: run .ci/setup and configure again")
endif()

file(COPY "${SOURCE}/peers.mjs" "${SOURCE}/package.json" "${SOURCE}/package-lock.json"
  "${SOURCE}/.npmrc" DESTINATION "${BINARY}")

include("${CMAKE_CURRENT_LIST_DIR}/../../support/npm_packages.cmake")
