# Installs the packages of the lock file into BINARY when they are missing or the lock has changed.
cmake_minimum_required(VERSION 3.25)

if(NOT NPM)
  message(FATAL_ERROR "npm was not found when the build was configured: run .ci/setup and configure again")
endif()

file(COPY "${SOURCE}/package.json" "${SOURCE}/package-lock.json" "${SOURCE}/.npmrc"
  "${SOURCE}/eslint.config.mjs" "${SOURCE}/types.mjs" DESTINATION "${BINARY}")

file(SHA256 "${SOURCE}/package-lock.json" wanted)
set(stamp "${BINARY}/node_modules/.lock-sha256")
set(installed "")
if(EXISTS "${stamp}")
  file(READ "${stamp}" installed)
endif()
if(NOT installed STREQUAL wanted)
  execute_process(COMMAND "${NPM}" ci WORKING_DIRECTORY "${BINARY}" COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE "${stamp}" "${wanted}")
endif()
