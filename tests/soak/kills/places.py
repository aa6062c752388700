"""The database of the soak of kills: a SQLite file, or a PostgreSQL server."""

import os
import shutil
import sqlite3
import subprocess

LAST_BYTE_OF_WRITERS = 120  # of SQLite's shared memory: who holds this lock is writing
WRITERS_ON_SERVER = 0x7063616C  # the advisory lock of those that write


class File:
    """A SQLite file in a folder."""

    def __init__(self, folder):
        self.path = f'{folder}/store.db'
        self.words = ['--database', self.path]

    def is_written_by(self, pid):
        """Whether that process, which is stopped, is in a transaction that writes."""
        try:
            inode = os.stat(f'{self.path}-shm').st_ino
        except FileNotFoundError:
            return False
        with open('/proc/locks') as locks:
            for line in locks:
                fields = line.split()
                if 'WRITE' not in fields or int(fields[fields.index('WRITE') + 1]) != pid:
                    continue
                file, first, last = fields[-3:]
                if (int(file.rsplit(':', 1)[1]) == inode and int(first) <= LAST_BYTE_OF_WRITERS
                        and (last == 'EOF' or int(last) >= LAST_BYTE_OF_WRITERS)):
                    return True
        return False

    def note_others(self):
        """Locks name the process that holds them, so there is nothing to note."""

    def copy(self, folder):
        """Opens a copy of the file and its log as they are on the disk."""
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for suffix in ('', '-wal', '-journal'):
            if os.path.exists(self.path + suffix):
                shutil.copy(self.path + suffix, f'{folder}/copy.db{suffix}')
        return sqlite3.connect(f'{folder}/copy.db')


class Server:
    """The cluster that tests/tools/cluster.sh has started."""

    def __init__(self, address):
        self.address, self.words = address, ['--database', address]
        self.session = subprocess.Popen(['psql', address, '-XAtq'], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, bufsize=1)
        self.others = '0'

    def ask(self, query):
        """The one value of the one row of a query."""
        self.session.stdin.write(query + ';\n')
        return self.session.stdout.readline().strip()

    def note_others(self):
        """Notes the sessions that are not those of the process that is looked at from now on."""
        self.others = self.ask("SELECT coalesce(string_agg(CAST(pid AS text), ','), '0') FROM pg_stat_activity")

    def is_written_by(self, _):
        return self.ask("SELECT count(*) FROM pg_locks WHERE granted AND locktype = 'advisory'"
                        f' AND objid = {WRITERS_ON_SERVER} AND pid NOT IN ({self.others})') != '0'

    def order(self, statement):
        subprocess.run(['psql', self.address, '-Xqc', statement], check=True, stderr=subprocess.DEVNULL)

    def dump(self, *more):
        """What pg_dump writes, without the lines that differ from dump to dump."""
        text = subprocess.run([f'{os.environ["TESTS_POSTGRESQL_BIN"]}/pg_dump', self.address, *more],
                              check=True, capture_output=True, text=True).stdout
        return [line for line in text.splitlines() if not line.startswith(('\\restrict', '\\unrestrict'))]


def place(folder):
    address = os.environ.get('TESTS_POSTGRESQL')
    return Server(address) if address else File(folder)
