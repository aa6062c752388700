"""publishing.py PROGRAM POLICIES WEBROOT: a service that is asked all the time, while publishers and the
service itself are killed. Prints each figure beside its bound and fails beyond it. The database is
the one that TESTS_POSTGRESQL names, else a SQLite file."""

import datetime
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [f'{HERE}/../nodes', f'{HERE}/../../support']
from figures import MISSES, tell
from machines import Node
from people import Caller, Working
from places import place
from victims import begin, kill, sleep_until, wait_for_writing

KILLS = int(os.environ.get('TESTS_PUBLISHING_KILLS', '50'))
KILLS_OF_SERVICE = KILLS // 5
RACES = 5
PROMISED = 5  # seconds until a version is served
# The measure that changes is in force on that day in every second version.
MATCH = {'profile': {'district': '360702', 'quality_awards': ['china_quality_award']}, 'as_of': '2999-06-30'}


class Folder:
    """A copy of the policies that is another version whenever it is changed."""

    def __init__(self, program, policies, folder):
        self.program, self.path, self.request = program, f'{folder}/new', f'{folder}/request.json'
        self.number = 0
        shutil.copytree(policies, self.path)
        with open(self.request, 'w', encoding='utf-8') as file:
            json.dump(MATCH, file)

    def change(self):
        """The hash of the next version and all that it answers to MATCH."""
        self.number += 1
        days = self.number if self.number % 2 else -self.number
        day = datetime.date.fromisoformat(MATCH['as_of']) + datetime.timedelta(days)
        name = f'{self.path}/measures/11-quality.json'
        with open(name, encoding='utf-8') as file:
            text = file.read()
        ended = re.sub(r'("id": "11\.1\.1a".*?"to": )[^ }]+', rf'\1"{day}"', text, count=1, flags=re.DOTALL)
        if ended == text:
            sys.exit('the policies have no measure 11.1.1a to end')
        with open(name, 'w', encoding='utf-8') as file:
            file.write(ended)
        return self.answer(self.path)

    def answer(self, policies):
        done = subprocess.run([self.program, 'match', '--policies', policies, self.request],
                              check=True, stdout=subprocess.PIPE)
        answer = json.loads(done.stdout)
        return answer['catalogue'], answer


class Watch:
    """Asks the service all the time and compares each answer with those of whole versions."""

    def __init__(self, port):
        self.caller, self.whole, self.allowed = Caller(port), {}, set()
        self.answers, self.refused, self.wrong, self.unready, self.since = 0, 0, 0, 0, {}
        self.hash = None

    def look(self):
        allowed = set(self.allowed)
        status, body, _ = self.caller.ask('POST', '/api/v1/match', MATCH)
        self.answers += 1
        if status != 200:
            self.refused += 1
            return
        was, self.hash = self.hash, body.get('catalogue')
        if self.hash != was:
            self.since[self.hash] = time.monotonic()
        if self.hash not in allowed | self.allowed or body != self.whole[self.hash]:
            self.wrong += 1
        if self.answers % 10 == 0 or self.hash != was:
            self.unready += self.caller.ask('GET', '/health/ready')[0] != 200


class Publishing:
    """The service, the folder, and what is in use."""

    def __init__(self, program, policies, webroot, folder, rng):
        self.program, self.rng, self.log = program, rng, f'{folder}/publisher.log'
        self.place = place(folder)
        key = ['--service-key', f'{folder}/key']
        self.words = [*self.place.words, *key]
        self.node = Node(program, ['--policies', policies, '--webroot', webroot, *self.words,
                                   '--anonymous-points', '0'], folder, 'service')
        self.folder = Folder(program, policies, folder)
        self.other = Folder(program, policies, f'{folder}/other')
        self.other.number = 100
        self.in_use, answer = self.folder.answer(policies)
        self.watch = Watch(self.node.port)
        self.watch.whole[self.in_use] = answer
        self.watch.allowed = {self.in_use}
        self.count, self.broken_lists, self.unpublished, self.longest = 1, 0, 0, 0.0
        self.length, self.writing = 0.0, 0.0

    def change(self, folder=None):
        """Makes the next version, which may be in use from now on."""
        hash_, answer = (folder or self.folder).change()
        self.watch.whole[hash_] = answer
        self.watch.allowed = self.watch.allowed | {hash_}
        return hash_

    def publish(self, folder=None):
        self.place.note_others()
        return begin([self.program, 'publish', (folder or self.folder).path, '--by', '李娜', '--why', '换季',
                      *self.words], self.log if folder is None else f'{self.log}.other')

    def settle(self, *possible):
        """Reads the list of versions, which has to be whole, and takes what is in use for granted."""
        listed = subprocess.run([self.program, 'versions', *self.place.words], capture_output=True, text=True)
        rows = re.findall(r'^(\S+)  (sha256:\S+)(  in use)?$', listed.stdout, re.MULTILINE)
        numbers = [int(number) for number, _, _ in rows if number.isdigit()]
        whole = (listed.returncode == 0 and len(numbers) == len(rows)
                 and numbers == list(range(len(numbers), 0, -1)) and [bool(row[2]) for row in rows]
                 == [True] + [False] * (len(rows) - 1) and rows[0][1] in (self.in_use, *possible)
                 and all(row[1] in self.watch.whole for row in rows))
        if not whole:
            self.broken_lists += 1
            print(listed.stdout[:500], listed.stderr, flush=True)
            return False
        has_landed = len(rows) > self.count
        self.count, self.in_use = len(rows), rows[0][1]
        return has_landed

    def wait_served(self, since):
        """Waits until the service answers by what is in use; nothing else is right from then on."""
        while self.watch.hash != self.in_use and time.monotonic() < since + 4 * PROMISED:
            time.sleep(0.005)
        if self.watch.hash != self.in_use:
            self.longest = 4 * PROMISED
        elif self.watch.since[self.in_use] > since:
            self.longest = max(self.longest, self.watch.since[self.in_use] - since)
        self.watch.allowed = {self.in_use}

    def publish_unharmed(self, change=True):
        """How long a whole publish takes, and its transaction with what comes after it."""
        hash_ = self.change() if change else None
        before = time.monotonic()
        child = self.publish()
        writing = wait_for_writing(child, self.place)
        child.wait()
        after = time.monotonic()
        landed = self.settle(*([hash_] if hash_ else self.watch.allowed))
        if child.returncode != 0 or not landed:
            self.unpublished += 1
            with open(self.log, encoding='utf-8') as log:
                print(log.read()[-500:], flush=True)
        self.wait_served(after)
        return after - before, after - writing

    def measure(self):
        """How long publishes take here, so that kills can be spread over all of it."""
        times = [self.publish_unharmed() for _ in range(3)]
        self.length, self.writing = (sorted(figures)[1] for figures in zip(*times))
        print(f'  a publish takes {self.length:.2f} s, the last {self.writing * 1000:.0f} ms from where it '
              'begins to write', flush=True)


def kill_a_publisher(one, number, child):
    """At any instant of a publish, and in every second round at one from where it begins to write."""
    start = time.monotonic()
    if number % 2:
        sleep_until(start + one.rng.uniform(0, one.length * 1.1))
    else:
        sleep_until(wait_for_writing(child, one.place) + one.rng.uniform(0, one.writing))
    return kill(child, one.place)


def kills(one):
    """Kills publishers; the figures are those of the kills before and after the commit, and in it."""
    before, after, writing = 0, 0, 0
    for number in range(KILLS):
        hash_ = one.change()
        writing += kill_a_publisher(one, number, one.publish())
        end = time.monotonic()
        has_landed = one.settle(hash_)
        after += has_landed
        before += not has_landed
        if has_landed:
            one.wait_served(end)
        elif number % 4 == 0:
            one.publish_unharmed(change=False)  # the same folder once more, without repair
        one.watch.allowed = {one.in_use}
    print(f'  {KILLS} publishers killed: {before} before the commit, {after} after; '
          f'{writing} while they wrote', flush=True)
    tell('publishers killed: kills that all fell on one side of the commit', min(before, after) == 0, 0)


def kills_of_the_service(one, watching):
    """Kills the service while publishers run; half of them are killed, too."""
    watching.stop()
    different, writing, came_up = 0, 0, 0
    for number in range(KILLS_OF_SERVICE):
        hash_ = one.change()
        child = one.publish()
        if number % 2:
            sleep_until(time.monotonic() + one.rng.uniform(0, one.length))
        else:
            wait_for_writing(child, one.place)
        writing += child.poll() is None
        one.node.end()
        if number % 4 > 1:
            kill(child, one.place)
        elif child.wait() != 0:
            one.unpublished += 1
        one.settle(hash_)
        one.node.start()
        status, body, _ = one.watch.caller.ask('POST', '/api/v1/match', MATCH)
        ready = one.watch.caller.ask('GET', '/health/ready')[0]
        came_up += status == 200 and ready == 200
        different += body != one.watch.whole[one.in_use]
        one.watch.allowed, one.watch.hash = {one.in_use}, one.in_use
    print(f'  {KILLS_OF_SERVICE} kills of the service, {writing} while a publisher ran', flush=True)
    tell('the service killed: starts that do not answer and get ready', KILLS_OF_SERVICE - came_up, 0)
    tell('the service killed: starts with another version than the one in use', different, 0)
    return Working(one.watch.look, pause=0.01)


def races(one):
    """Two publishers at once: each version is whole, and one of them is in use."""
    lost, odd = 0, 0
    for _ in range(RACES):
        hashes = one.change(), one.change(one.other)
        children = [one.publish(), one.publish(one.other)]
        codes = sorted(child.wait() for child in children)
        since, before = time.monotonic(), one.count
        one.settle(*hashes)
        odd += codes not in ([0, 0], [0, 1]) or one.count - before != codes.count(0)
        lost += codes == [0, 1]
        one.wait_served(since)
    print(f'  {RACES} times two publishers at once, {lost} times the second was refused', flush=True)
    tell('two publishers at once: what they say and what is listed differ', odd, 0)


def main(program, policies, webroot):
    rng = random.Random(20261201)
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f'{folder}/other')
        one = Publishing(program, policies, webroot, folder, rng)
        watching = None
        try:
            one.node.start()
            watching = Working(one.watch.look, pause=0.01)
            one.measure()
            kills(one)
            races(one)
            watching = kills_of_the_service(one, watching)
            one.publish_unharmed()
            watching.stop()
        finally:
            if one.node.child and one.node.child.poll() is None:
                one.node.end()
    watch = one.watch
    print(f'  {watch.answers} answers, {one.count} versions', flush=True)
    tell('answers that are not those of one whole version in use', watch.wrong, 0)
    tell('requests refused', watch.refused, 0)
    tell('times that the service was not ready', watch.unready, 0)
    tell('lists of versions that are not whole', one.broken_lists, 0)
    tell('publishes that failed after a kill', one.unpublished, 0)
    tell('the longest time until a version was served', one.longest, PROMISED, ' s')
    sys.exit(1 if MISSES else 0)


main(*sys.argv[1:4])
