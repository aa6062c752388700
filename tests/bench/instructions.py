"""Instructions that one `POST /api/v1/match` with `core` costs in process, by callgrind: the
difference between few and many requests, so that starting and loading do not count."""

import re
import shutil
import subprocess
import sys

from bound import tell

BOUND = 150_000
FEW, MANY = 20, 1020  # the more, the less it counts what other threads did at the start


def instructions(program, requests):
    command = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', program, str(requests)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return int(re.search(r'Collected : (\d+)', told).group(1))


if not shutil.which('valgrind'):
    sys.exit('valgrind is missing: install it')
program = sys.argv[1]
cost = (instructions(program, MANY) - instructions(program, FEW)) / (MANY - FEW)
tell('instructions of a match with `core`, in process', cost, BOUND, at_most=True)
