"""A database of version 4, the first with a desk, with rows. None is sealed: the key was another one."""

import os
import sqlite3
import subprocess

VERSION = 4
MEMBERS, APPLICANTS, MATTERS, PROFILES = 20, 3000, 20000, 500
FAR = 4102444800  # 2100: nothing runs out while the services run

ROWS = (
    f'''INSERT INTO staff_member SELECT n, 'login' || n, 'A', 'clerk', '360702', '', 'h', 0, 1, 1, 0
        FROM numbers WHERE n <= {MEMBERS}''',
    f'''INSERT INTO saved_profile (id, lookup, revision, saved_at, expires_at, may_help, may_notify,
        key_by_code, key_by_service, sealed) SELECT n, 'l' || n, 1, 0, {FAR}, 0, 0, 'c', '', 'p' || n
        FROM numbers WHERE n <= {PROFILES}''',
    f'''INSERT INTO applicant (id, county, firm, revision, created_at, changed_at, erased, key_by_service,
        sealed_name, sealed) SELECT n, '360702', '', 1, 0, 0, 1, '', '', '' FROM numbers
        WHERE n <= {APPLICANTS}''',
    f'''INSERT INTO authorisation (id, applicant_id, given, for_cases, until, lookup, recorded_at,
        recorded_by, ended_at, sealed_by) SELECT n, n, 'paper', 1, {FAR}, '', 0, 1, n % 2, 'b' FROM numbers
        WHERE n <= {APPLICANTS}''',
    f'''INSERT INTO hall_case SELECT n, 'R' || n, 1 + n % {APPLICANTS}, '11.1.1a', 'c', '360702', 'u', 0,
        'withdrawn', n, 0, 0, 1 + n % {MEMBERS}, n, 1 FROM numbers''',
    "INSERT INTO case_document (case_id, place, name) SELECT n, 0, 'd' || n FROM numbers",
    '''INSERT INTO case_note (case_id, at, staff_id, padding, sealed_text)
        SELECT n, 0, 1, x'', 't' || n FROM numbers''',
    '''INSERT INTO case_change (case_id, at, staff_id, from_state, to_state, handler_id, padding,
        sealed_reason) SELECT n, n, n % 2, 'received', 'withdrawn', 0, x'', 'r' || n FROM numbers''',
    '''INSERT INTO audit SELECT n, n, 1, '', 'changed', CASE n % 2 WHEN 0 THEN 'case' ELSE 'applicant' END,
        n, 1, '360702', CASE n % 2 WHEN 0 THEN '' ELSE 'name for_cases' END FROM numbers''',
)
# What the upgrade keeps row by row, and under which name.
KEPT = {'staff_member': 'staff_member', 'saved_profile': 'saved_profile', 'applicant': 'applicant',
        'authorisation': 'authorisation', 'hall_case': 'matter', 'case_document': 'matter_document',
        'case_note': 'matter_note', 'case_change': 'matter_change', 'audit': 'audit'}


def make(program, file):
    """Makes the database; returns its counts by the names of today."""
    subprocess.run([program, file.path, str(VERSION)], check=True)
    os.chmod(file.path, 0o600)
    session = sqlite3.connect(file.path)
    session.execute(f'''CREATE TEMP TABLE numbers AS WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL
                    SELECT n + 1 FROM up WHERE n < {MATTERS}) SELECT n FROM up''')
    for rows in ROWS:
        session.execute(rows)
    session.commit()
    counts = {new: session.execute(f'SELECT count(*) FROM {old}').fetchone()[0] for old, new in KEPT.items()}
    session.close()
    return counts


def contents(session):
    """The schema, and all rows of the tables in KEPT."""
    return {'schema': session.execute('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
            .fetchall(), **{name: session.execute(f'SELECT * FROM {name}').fetchall()
                            for name in KEPT.values()}}
