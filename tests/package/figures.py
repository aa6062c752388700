"""Every figure that the alerts and the dashboard name is one that the service gives, with the labels
that they ask for. argv: the program."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request

FOLDER = pathlib.Path('src/package/prometheus')
# name{label="value",…} with or without the braces
SELECTOR = re.compile(r'\b(policycalc_\w+)(?:\{([^}]*)\})?')
MATCHER = re.compile(r'(\w+)\s*(=~|=|!=)\s*"([^"]*)"')
GROUPING = re.compile(r'by \(([^)]*)\)')
OF_PROMETHEUS = {'job', 'instance'}


def expressions():
    rules = (FOLDER / 'policycalc.rules.yml').read_text('utf-8')
    # Each `expr` ends where the next key begins.
    for text in re.findall(r'expr: (.*?)\n        (?:for|labels):', rules, re.S):
        yield 'policycalc.rules.yml', text
    dashboard = json.loads((FOLDER / 'dashboard.json').read_text('utf-8'))
    for panel in dashboard['panels']:
        for target in panel['targets']:
            yield panel['title'], target['expr']
    for variable in dashboard['templating']['list'][1:]:
        yield variable['name'], variable['query']['query']


def samples_of(text):
    """Of each figure, the labels of its samples."""
    found = {}
    for line in text.splitlines():
        if line.startswith('#'):
            continue
        name, labels = re.match(r'(\w+)(?:\{(.*)\})? ', line).groups()
        found.setdefault(name, []).append(dict(re.findall(r'(\w+)="([^"]*)"', labels or '')))
    return found


def fits(sample, matchers):
    for label, operator, value in matchers:
        if label in OF_PROMETHEUS:
            continue
        given = sample.get(label, '')
        equal = re.fullmatch(value, given) is not None if operator == '=~' else given == value
        if equal == (operator == '!='):
            return False
    return True


def faults(samples):
    checked = 0
    for where, expression in expressions():
        named = SELECTOR.findall(expression)
        for name, braces in named:
            checked += 1
            if not any(fits(sample, MATCHER.findall(braces)) for sample in samples.get(name, [])):
                yield f'{where}: no sample of {name}{{{braces}}}'
        labels = {label for name, _ in named for sample in samples.get(name, []) for label in sample}
        for group in GROUPING.findall(expression):
            for label in set(re.split(r',\s*', group)) - labels - OF_PROMETHEUS:
                yield f'{where}: no figure has the label {label}'
    if checked < 20:
        yield f'only {checked} selectors were found'


def metrics(program, folder):
    command = [program, 'serve', '--port', '0', '--database', f'{folder}/p.db']
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as service:
        try:
            address = service.stdout.readline().removeprefix('listening on ').strip()
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            return opener.open(f'{address}/metrics', timeout=60).read().decode('utf-8')
        finally:
            service.terminate()


with tempfile.TemporaryDirectory() as own_folder:
    found = list(faults(samples_of(metrics(sys.argv[1], own_folder))))
print('\n'.join(found))
sys.exit(1 if found else 0)
