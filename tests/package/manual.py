"""The operator's manual keeps to the program: each log line that it explains is one that the program
writes, and the Chinese page has the same commands and log lines as the English one."""

import html
import pathlib
import re
import sys

WEBROOT = pathlib.Path('webroot')
PAGES = [WEBROOT / 'operate.html', WEBROOT / 'operate.zh.html']
BLOCK = re.compile('<pre><code>(.*?)</code></pre>', re.S)
LOG = re.compile('<code class="log">(.*?)</code>', re.S)
HEADING = re.compile('<h2 id="([^"]*)"')
# What changes from case to case: names, numbers, codes.
PLACE = re.compile(r'…|`[^`]*`|\(key …\)|\d+( days past| issues)?|storage_full|^policycalc serve:|, which')


def written():
    """The texts in the sources, those that are split over several literals put together."""
    texts = []
    for source in sorted(pathlib.Path('src').rglob('*.cpp')):
        code = re.sub(r'"\s*\n\s*"', '', source.read_text('utf-8'))
        texts += re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)
    return '\n'.join(texts)


def faults():
    english, chinese = (page.read_text('utf-8') for page in PAGES)
    for what, pattern in [('commands', BLOCK), ('log lines', LOG)]:
        if pattern.findall(english) != pattern.findall(chinese):
            yield f'the two pages have different {what}'
        if len(pattern.findall(english)) < 5:
            yield f'only {len(pattern.findall(english))} {what} were found'
    headings = HEADING.findall(english)
    if [name for name in headings if name in HEADING.findall(chinese)] != HEADING.findall(chinese):
        yield 'the sections of the Chinese page are not those of the English one, in their order'
    sources = written()
    for line in LOG.findall(english):
        for part in PLACE.sub('\0', html.unescape(line)).split('\0'):
            part = part.strip(' :;,()')
            if len(part) > 3 and part not in sources:
                yield f'no source writes `{part}` of `{line}`'


found = list(faults())
print('\n'.join(found))
sys.exit(1 if found else 0)
