# Installs the packages of BINARY's lock file there when they are missing or the lock has changed.
# In: NPM, SOURCE, BINARY.
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
