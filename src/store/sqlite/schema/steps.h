#pragma once

#include "store/sqlite/migrations.h"

/// The steps of schema(), each in a function for itself. To change the schema, write one with the
/// next number and append it in schema.cpp; never edit one that was released. Write it for
/// PostgreSQL, too: postgresql/schema.cpp.
///
/// Tables are STRICT: without it SQLite takes any text into an INTEGER column. Times are seconds
/// since 1970 in UTC. Foreign keys are checked at once, not deferred.
///
/// Sealed data must leave no trace once it is removed. SQLite overwrites what it deletes, but when
/// it spreads rows over neighbouring pages, copies stay in the slack of the pages they came from.
/// Only what overflows a row's page is never moved. So `padding`, as long as a page (kPageSize),
/// comes before the sealed columns and drives them all out; it is never changed.
namespace policycalc::store::sqlite::schema_steps {

Migration catalogueVersions();
Migration savedProfiles();
Migration staffAndSessions();
Migration desk();
Migration casesAreMatters();
Migration serviceKey();
Migration confirmedTime();
Migration logIns();
Migration partnerKeys();
Migration catalogueLife();
Migration matterLists();
Migration endsOfMatters();
Migration dutyAndAbsence();
Migration publications();
Migration restsAndReminders();
Migration companiesAsk();
Migration versionsWait();
Migration matterNumbers();
Migration serviceNodes();

}  // namespace policycalc::store::sqlite::schema_steps
