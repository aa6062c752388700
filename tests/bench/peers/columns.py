"""The exported rules on the columns of the same companies by numpy: companies a second of processor
time on one core, as JSON. Prints `null` where numpy is missing."""

import json
import sys
import time

try:
    import numpy as np
except ImportError:
    print('null')
    sys.exit()

COPIES, SECONDS = 20, 0.5

exported = json.load(sys.stdin)
companies = exported['profiles'] * COPIES
rows = len(companies)
columns = {}
codes = {}


def numbers_of(fact):
    """The answers and where they are known."""
    if fact not in columns:
        known = np.array([fact in company for company in companies])
        columns[fact] = (np.array([float(company.get(fact, 0)) for company in companies]), known)
    return columns[fact]


def number_of(fact, option):
    return codes.setdefault(fact, {}).setdefault(option, len(codes[fact]))


def sets_of(fact):
    """The answers as sets of bits and where they are known; a single answer is a set of one."""
    if fact not in columns:
        sets = np.zeros(rows, np.uint64)
        for row, company in enumerate(companies):
            answer = company.get(fact, [])
            for option in answer if isinstance(answer, list) else [answer]:
                sets[row] |= np.uint64(1 << number_of(fact, option))
        columns[fact] = (sets, np.array([fact in company for company in companies]))
    return columns[fact]


def bits_of(fact, options):
    return np.uint64(sum(1 << number_of(fact, option) for option in options))


COMPARE = {'greaterThanInclusive': np.greater_equal, 'greaterThan': np.greater,
           'lessThanInclusive': np.less_equal, 'lessThan': np.less}


def compiled(node):
    """A function to what holds and what is not refuted, for all rows. Each comparison is made once
    a round and shared by the rules, as in the program."""
    for form, joined in (('all', np.logical_and), ('any', np.logical_or)):
        if form in node:
            parts = [compiled(child) for child in node[form]]
            if not parts:
                every = np.full(rows, form == 'all')
                return lambda made: (every, every)

            def join(made, parts=parts, joined=joined):
                met, opened = parts[0](made)
                for part in parts[1:]:
                    more_met, more_open = part(made)
                    met, opened = joined(met, more_met), joined(opened, more_open)
                return met, opened
            return join
    if 'not' in node:
        inner = compiled(node['not'])

        def negated(made):
            met, opened = inner(made)
            return ~opened, ~met
        return negated
    name = json.dumps(node, sort_keys=True)
    compare = comparison(node)

    def shared(made):
        if name not in made:
            holds, known = compare()
            made[name] = (holds & known, holds | ~known)
        return made[name]
    return shared


def comparison(node):
    fact, operator, value = node['fact'], node['operator'], node['value']
    if operator in COMPARE:
        left, known = numbers_of(fact)
        if not isinstance(value, dict):
            right = float(value)
            return lambda: (COMPARE[operator](left, right), known)
        right, also_known = numbers_of(value['fact'])
        return lambda: (COMPARE[operator](left, right), known & also_known)
    sets, known = sets_of(fact)
    bits = bits_of(fact, value)
    if operator == 'hasAll':
        return lambda: ((sets & bits) == bits, known)
    return lambda: ((sets & bits) != 0, known)


rules = [compiled({'all': rule['all']}) for rule in exported['rules']]


def match():
    made = {}
    found = 0
    for rule in rules:
        met, opened = rule(made)
        found += int(np.count_nonzero(met)) + int(np.count_nonzero(~opened))
    return found


match()
begin = time.process_time()
rounds = 0
while time.process_time() - begin < SECONDS:
    match()
    rounds += 1
print(json.dumps({'numpy': rounds * rows / (time.process_time() - begin)}))
