"""nodes.py PROGRAM POLICIES WEBROOT: two nodes behind nginx on one database, under load, while nodes
are killed, restarted one after the other, a clock goes wrong, policies change and the database is
restarted. Prints each figure beside its bound and fails beyond it. The database is the one that
TESTS_POSTGRESQL names, else a SQLite file for both."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from machines import Node, proxy, restart_database
from people import MATCH, PASSWORDS, Caller, Clerk, Versions, Working
from figures import MISSES, tell

KILLS = int(os.environ.get('TESTS_NODES_KILLS', '100'))
POINTS = 60  # of an anonymous caller, a minute: each match costs some
LIMITED_SECONDS = 20
WRONG_CLOCK = 6 * 3600


class Hall:
    """The clerk's work, with what was acknowledged and what went wrong."""

    def __init__(self, port):
        self.clerk = Clerk(port)
        self.clerk.log_in('li.na')
        self.added, self.cut, self.logged_out, self.number = [], 0, 0, 0
        self.other = []

    def work(self):
        self.number += 1
        applicant, status = self.clerk.add(f'赣州第{self.number}食品有限公司')
        if applicant:
            self.added.append(applicant)
        elif status == 0 or status >= 500:
            self.cut += 1
            time.sleep(0.02)
        elif status in (401, 403):
            self.logged_out += 1
        else:
            self.other.append(status)

    def lost(self):
        return sum(not self.clerk.has(applicant) for applicant in self.added)

    def twice(self):
        return len(self.added) - len(set(self.added))


def check(hall, what):
    tell(f'{what}: companies that were acknowledged and are lost', hall.lost(), 0)
    tell(f'{what}: ids given twice', hall.twice(), 0)
    tell(f'{what}: requests told that the clerk is logged out', hall.logged_out, 0)
    tell(f'{what}: answers that nobody expects', len(hall.other), 0)
    print(f'  {len(hall.added)} companies added, {hall.cut} requests cut off', flush=True)


def kills(hall, nodes, rng):
    work = Working(hall.work)
    for _ in range(KILLS):
        node = rng.choice(nodes)
        time.sleep(rng.uniform(0.0, 0.3))
        node.end()
        node.start()
    work.stop()
    check(hall, f'{KILLS} kills of a node')


def one_after_the_other(hall, nodes):
    before = hall.cut
    work = Working(hall.work)
    for node in nodes:
        node.end(signal.SIGTERM)
        node.start()
        time.sleep(2.5)  # nginx asks it again after a second
    work.stop()
    check(hall, 'each node restarted in turn')
    tell('each node restarted in turn: requests cut off', hall.cut - before, 0)


def wrong_clock(hall, nodes):
    if not os.environ.get('TESTS_POSTGRESQL'):
        print('  the nodes share a file and so a machine with one clock', flush=True)
        return
    work = Working(hall.work)
    for seconds in (WRONG_CLOCK, -WRONG_CLOCK, 0):
        nodes[1].set_clock(seconds)
        nodes[1].end(signal.SIGTERM)
        nodes[1].start()
        time.sleep(4)  # nginx asks it again after a second
    work.stop()
    check(hall, 'one clock six hours wrong')


def restarted_database(hall):
    work = Working(hall.work)
    time.sleep(0.5)
    if not restart_database():
        work.stop()
        print('  the database is a file: it is not restarted', flush=True)
        return
    time.sleep(1)
    done = len(hall.added)
    time.sleep(2)
    work.stop()
    tell('the database restarted: nodes that do not go on', 0 if len(hall.added) > done else 1, 0)
    check(hall, 'the database restarted')


def changed_policies(program, database, nodes, policies, folder, rng):
    """Publishes and goes back while nodes are killed."""
    changed = f'{folder}/changed'
    shutil.copytree(policies, changed)
    with open(f'{changed}/measures/11-quality.json', encoding='utf-8') as file:
        text = file.read()
    ended = re.sub(r'("id": "11\.1\.1a".*?"to": )[^ }]+', r'\1"2999-06-30"', text, count=1, flags=re.DOTALL)
    if ended == text:
        sys.exit('the policies have no measure 11.1.1a to end')
    with open(f'{changed}/measures/11-quality.json', 'w', encoding='utf-8') as file:
        file.write(ended)
    before = Caller(nodes[0].port).ask('GET', '/api/v1/catalogue')[1]['hash']
    versions = Versions(nodes)
    watching = Working(versions.look, pause=0.05)
    publish = [program, 'publish', changed, '--by', '李娜', '--why', '换季', *database]
    back = [program, 'rollback', before[7:19], '--by', '李娜', '--why', '写错了', *database]
    for words in (publish, back, publish, back):
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f'{words[1]}: {done.stderr}')
        time.sleep(3)
        node = rng.choice(nodes)
        node.end()
        node.start()
    time.sleep(6)
    watching.stop()
    tell('policies changed 4 times: the longest time with two catalogues', versions.longest, 5, ' s')


def limits(port):
    """What one caller gets by asking both nodes, against what is its own."""
    caller = Caller(port, client='203.0.113.7')
    end, matches, cost = time.monotonic() + LIMITED_SECONDS, 0, 0
    while time.monotonic() < end:
        status, _, headers = caller.ask('POST', '/api/v1/match', MATCH)
        if status == 429:
            time.sleep(0.05)
        elif matches == 0:  # what is left of this node's part
            cost = POINTS // 2 - int(re.search(r'r=(\d+)', headers['RateLimit']).group(1))
        matches += status == 200
    # A whole minute's points at once, and those that come back meanwhile.
    most = POINTS + POINTS * LIMITED_SECONDS / 60
    tell(f'points that one caller got from two nodes in {LIMITED_SECONDS} s', matches * cost, most)
    tell('what it got less than its limit allows', most - matches * cost, POINTS / 4)


def growth(nodes, port):
    """What a match costs the processor at one node alone and at each of two."""
    def cost(asked, at):
        before = [node.processor_seconds() for node in asked]
        caller = Caller(at, client='127.0.0.1')
        for _ in range(3000):
            if caller.ask('POST', '/api/v1/match', MATCH)[0] != 200:
                sys.exit('a match failed')
        return sum(node.processor_seconds() - was for node, was in zip(asked, before)) / 3000 * 1e6
    alone = cost(nodes[:1], nodes[0].port)
    both = cost(nodes, port)
    print(f'  a match costs {alone:.0f} us of the processor at one node, {both:.0f} us over two', flush=True)
    tell('what a match costs over two nodes, to one', both / alone, 1.3, ' x')


def main(program, policies, webroot):
    with tempfile.TemporaryDirectory() as folder:
        database = ['--database', os.environ.get('TESTS_POSTGRESQL') or f'{folder}/store.db']
        shared = [*database, '--service-key', f'{folder}/key']
        options = ['--policies', policies, '--webroot', webroot, *shared, '--trusted-proxies', '127.0.0.1',
                   '--allowed-hosts', 'localhost', '--anonymous-points', str(POINTS),
                   '--session-idle-minutes', '30']
        nodes = [Node(program, options, folder, name) for name in ('one', 'two')]
        rng = random.Random(20261130)
        try:
            nodes[0].start()
            subprocess.run([program, 'staff', 'add', 'li.na', '--name', '李娜', '--role', 'clerk', '--county',
                            '360702', '--policies', policies, *database], input=PASSWORDS[0] + '\n',
                           text=True, check=True, stdout=subprocess.DEVNULL)
            nodes[1].start()
            with proxy(nodes, folder) as port:
                time.sleep(11)  # each has seen the other: twice the time between two beats
                limits(port)
                growth(nodes, port)
                hall = Hall(port)
                one_after_the_other(hall, nodes)
                wrong_clock(hall, nodes)
                restarted_database(hall)
                kills(hall, nodes, rng)
                changed_policies(program, database, nodes, policies, folder, rng)
        finally:
            for node in nodes:
                if node.child and node.child.poll() is None:
                    node.end()
    sys.exit(1 if MISSES else 0)


main(*sys.argv[1:4])
