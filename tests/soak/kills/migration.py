"""migration.py PROGRAM POLICIES WEBROOT OLDER: kills services while they bring a database to the schema
of this version. A SQLite file is of version 4, with rows, and OLDER makes it. On the PostgreSQL server
that TESTS_POSTGRESQL names there is no older version: the first schema is made, and a service and the
doctor start on rows. Prints each figure beside its bound and fails beyond it."""

import collections
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f'{HERE}/../nodes', f'{HERE}/../../support']
import older
from figures import MISSES, tell
from machines import Node
from people import PASSWORDS, Clerk
from places import place
from victims import begin, kill, sleep_until, wait_for_writing

KILLS = int(os.environ.get('TESTS_MIGRATION_KILLS', '50'))
KILLS_ON_ROWS = 20
LATEST = 19
COMPANIES = 20
# What services write while they run.
LIVELY = ('heartbeat', 'service_node', 'clock', 'login_home')


class Installation:
    """One service, its database and its key."""

    def __init__(self, program, policies, webroot, folder):
        self.program, self.folder, self.log = program, folder, f'{folder}/killed.log'
        os.makedirs(f'{folder}/data', exist_ok=True)
        self.place = place(f'{folder}/data')
        self.shared = ['--policies', policies, '--webroot', webroot, *self.place.words,
                       '--service-key', f'{folder}/key']
        self.node = Node(program, [*self.shared, '--allowed-hosts', 'localhost'], folder, 'service')
        self.unsound, self.length, self.writing = 0, 0.0, 0.0

    def start(self):
        self.place.note_others()
        return begin([self.program, 'serve', '--port', str(self.node.port), *self.shared], self.log)

    def finish(self):
        """Starts the service unharmed, ends it and asks the doctor, who must be content."""
        self.node.start()
        self.node.end(signal.SIGTERM)
        doctor = subprocess.run([self.program, 'doctor', '--port', str(self.node.port), *self.shared],
                                capture_output=True, text=True)
        if doctor.returncode != 0 or 'schema ' + str(LATEST) not in doctor.stdout:
            self.unsound += 1
            print(doctor.stdout, doctor.stderr, flush=True)

    def kill_a_start(self, rng, number):
        """At any instant of a start in every fifth round, else from where it begins to write."""
        child = self.start()
        start = time.monotonic()
        if number % 5 == 4:
            sleep_until(start + rng.uniform(0, self.length))
        else:
            sleep_until(wait_for_writing(child, self.place) + rng.uniform(0, 1.2 * self.writing))
        return kill(child, self.place)


def measure(one, is_done):
    """How long a start takes until the schema is whole, and from where it begins to write."""
    start = time.monotonic()
    child = one.start()
    writing = wait_for_writing(child, one.place)
    while child.poll() is None and not is_done():
        time.sleep(0.0005)
    end = time.monotonic()
    kill(child, one.place)
    one.length, one.writing = end - start, end - writing
    print(f'  the schema is whole after {one.length:.2f} s, {one.writing * 1000:.0f} ms from where the '
          'service begins to write', flush=True)


def on_file(one, maker, rng):
    one.node.start()  # makes the key
    one.node.end(signal.SIGTERM)
    data, old = f'{one.folder}/data', f'{one.folder}/old.db'

    def put_back():
        shutil.rmtree(data)
        os.makedirs(data)
        if os.path.exists(old):
            shutil.copy(old, one.place.path)
            os.chmod(one.place.path, 0o600)

    def look(ask):
        session = one.place.copy(f'{one.folder}/copy')
        answer = ask(session)
        session.close()
        return answer

    def version(session):
        return session.execute('PRAGMA user_version').fetchone()[0]

    def quick_check(session):
        return session.execute('PRAGMA quick_check').fetchone()[0]

    put_back()
    counts = older.make(maker, one.place)
    shutil.copy(one.place.path, old)
    live = sqlite3.connect(one.place.path)
    measure(one, lambda: version(live) == LATEST)
    live.close()
    put_back()
    one.finish()
    unharmed = look(older.contents)
    tell('an unharmed upgrade: tables with other numbers of rows than before',
         sum(len(unharmed[name]) != count for name, count in counts.items()), 0)
    writing, versions, damaged, different = 0, collections.Counter(), 0, 0
    for number in range(KILLS):
        put_back()
        for _ in range(2 if number % 10 == 9 else 1):  # some are killed once more
            writing += one.kill_a_start(rng, number)
            found, check = look(lambda session: (version(session), quick_check(session)))
            versions[found] += 1
            damaged += check != 'ok'
        one.finish()
        different += look(older.contents) != unharmed
    total = sum(versions.values())
    print(f'  {total} upgrades killed, {writing} while they wrote; versions left: '
          + ', '.join(f'{key} ({versions[key]})' for key in sorted(versions)), flush=True)
    between = sum(count for key, count in versions.items() if older.VERSION < key < LATEST)
    print(f'  {sum(counts.values())} rows; {between} kills left a version in between', flush=True)
    tell('upgrades killed: files that are damaged', damaged, 0)
    tell('upgrades killed: schema or rows other than of an unharmed upgrade', different, 0)
    tell('upgrades killed: kills outside of all steps', total - max(writing, between), total * 0.8)


def tables(server):
    return int(server.ask('SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace'
                          " WHERE n.nspname = 'policycalc' AND c.relkind = 'r'"))


def first_schemas(one, rng):
    server = one.place

    def clear():
        server.order('DROP SCHEMA IF EXISTS policycalc CASCADE')

    clear()
    measure(one, lambda: tables(server) > 0)
    clear()
    one.finish()
    whole, unharmed = tables(server), server.dump('--schema-only')
    writing, left, half, different = 0, 0, 0, 0
    for number in range(KILLS):
        clear()
        writing += one.kill_a_start(rng, number)
        while server.is_written_by(None):  # the server has not seen yet that its client is gone
            pass
        found = tables(server)
        half += found not in (0, whole)
        left += found == 0
        one.writing *= 1.1 if found == 0 else 0.9  # the commit stays within what kills are spread over
        one.finish()
        different += server.dump('--schema-only') != unharmed
    print(f'  {KILLS} first starts killed, {writing} while they made the schema; {left} left no table, '
          f'{KILLS - left - half} all {whole}', flush=True)
    tell('first starts killed: a part of the tables left', half, 0)
    tell('first starts killed: another schema than of an unharmed start', different, 0)
    tell('first starts killed: all on one side of the commit', left in (0, KILLS), 0)


def starts_on_rows(one, rng):
    server = one.place
    one.node.start()
    subprocess.run([one.program, 'staff', 'add', 'li.na', '--name', '李娜', '--role', 'clerk', '--county',
                    '360702', *one.shared[:2], *server.words], input=PASSWORDS[0] + '\n', text=True,
                   check=True, stdout=subprocess.DEVNULL)
    clerk = Clerk(one.node.port)
    clerk.log_in('li.na')
    added = [clerk.add(f'赣州第{number}食品有限公司')[0] for number in range(COMPANIES)]
    one.node.end(signal.SIGTERM)
    dumped = ['--data-only', '--inserts', *(f'--exclude-table-data=policycalc.{name}' for name in LIVELY)]
    one.finish()
    before, different = sorted(server.dump(*dumped)), 0
    for number in range(KILLS_ON_ROWS):
        if number % 2:
            child = begin([one.program, 'doctor', '--port', str(one.node.port), *one.shared], one.log)
        else:
            child = one.start()
        sleep_until(time.monotonic() + rng.uniform(0, 2 * one.length))
        kill(child, server)
        one.finish()
        different += sorted(server.dump(*dumped)) != before
    print(f'  {KILLS_ON_ROWS} starts and doctors killed on {len(before)} lines of rows', flush=True)
    tell('starts on rows killed: other rows than before', different + added.count(None), 0)


def main(program, policies, webroot, maker):
    rng = random.Random(20261201)
    with tempfile.TemporaryDirectory() as folder:
        one = Installation(program, policies, webroot, folder)
        try:
            if os.environ.get('TESTS_POSTGRESQL'):
                first_schemas(one, rng)
                starts_on_rows(one, rng)
            else:
                on_file(one, maker, rng)
        finally:
            if one.node.child and one.node.child.poll() is None:
                one.node.end()
    tell('doctors that are not content after the next start', one.unsound, 0)
    sys.exit(1 if MISSES else 0)


main(*sys.argv[1:5])
