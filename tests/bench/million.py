"""A million made companies, CSV with the mapping of the policies, to lists of verdicts by
`policycalc batch` on two cores: seconds and the most memory."""

import os
import subprocess
import sys
import tempfile
import time

from bound import tell

SECONDS, MEGABYTES = 5, 200

program, register, policies = sys.argv[1:4]
firms = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000_000

with tempfile.TemporaryDirectory() as folder:
    source, target = f'{folder}/register.csv', f'{folder}/verdicts.ndjson'
    with open(source, 'wb') as file:
        subprocess.run([register, str(firms)], stdout=file, check=True)
    words = [program, 'batch', source, '--policies', policies, '--jobs', '2', '--output', target,
             '--mapping', f'{policies}/mappings/company-register.json']
    begin = time.monotonic()
    child = os.posix_spawn(program, words, os.environ)
    _, status, used = os.wait4(child, 0)
    seconds = time.monotonic() - begin
    with open(target, 'rb') as file:
        file.seek(max(0, os.path.getsize(target) - 200))
        last = file.read().splitlines()[-1].decode()
    if os.waitstatus_to_exitcode(status) != 0 or not last.startswith('{"done":true'):
        sys.exit(f'the batch did not come to its end: {last}')
    print(f'{firms:,} companies, {os.path.getsize(source) / 1e6:,.0f} MB in, '
          f'{os.path.getsize(target) / 1e6:,.0f} MB out, {used.ru_utime + used.ru_stime:.1f} s of processor time')
    tell('seconds', seconds, SECONDS, at_most=True)
    tell('memory at the peak, MB', used.ru_maxrss / 1024, MEGABYTES, at_most=True)
