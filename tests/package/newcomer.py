"""newcomer.py MANUAL VERSION: prints what the newcomer runs: blocks of commands of the manual, word for
word but for its placeholders, and checks of what the manual promises about them."""

import html
import re
import sys

NAME = 'policy.test'
FILLED = {
    'YOUR.NAME': NAME,
    'LOGIN --name NAME': 'li.na --name 李娜',
    'DIR': '/srv/policies',
    '--report REPORT': '--report /tmp/report',
    '--by NAME': '--by 李娜',
    '--why TEXT': '--why 省里调整了奖励',
    'BACKUP.db': '"$(ls /var/backups/policycalc | tail -n 1)"',
    './build/release/policycalc_*.deb': '/root/policycalc_*_*.deb',
    './policycalc_NEW.deb': '/root/policycalc_NEW.deb',
}
# The newcomer types yes and the password.
TYPED = {'staff add': 'echo harbour-oxide-lantern-57 | '}

page = open(sys.argv[1], encoding='utf-8').read()
BLOCKS = [html.unescape(block) for block in re.findall('<pre><code>(.*?)</code></pre>', page, re.S)]


def manual(having, without=None):
    """The lines of the one block that has `having`, up to the one that begins with `without`."""
    found = [block for block in BLOCKS if having in block]
    if len(found) != 1:
        sys.exit(f'the manual has {len(found)} blocks with `{having}`')
    lines = re.sub(r'\\\n\s*', '', found[0]).split('\n')
    if without:
        lines = [line for line in lines if not line.startswith(without)]
    print(f'say "manual: {having}"')
    for line in lines:
        for placeholder, text in FILLED.items():
            line = line.replace(placeholder, text)
        for command, typed in TYPED.items():
            line = (typed if command in line else '') + line
        print(re.sub(r'^apt install', 'apt install -y -qq', line))


def settings():
    """Writes the settings that the manual names for a proxy into the settings file."""
    section = page[page.index('id="proxy"'):page.index('id="hall"')]
    named = re.findall(r'<code>("[a-z_]+": "[^"]*")</code>', section)
    if len(named) != 3:
        sys.exit(f'the manual names {len(named)} settings for the proxy')
    named = ', '.join(named).replace('YOUR.NAME', NAME)
    print(f"jq '. + {{{named}}}' /etc/policycalc/policycalc.json >/tmp/settings && "
          'cat /tmp/settings >/etc/policycalc/policycalc.json')
    print('systemctl restart policycalc')


def check(text):
    print(text)


check('''set -euo pipefail
export LANG=C.UTF-8
cd /root
say() { printf '\\n-- %s\\n' "$*"; }
fail() { echo "newcomer: $*"; exit 1; }
ask() { curl -sS --max-time 30 --cacert /etc/ssl/policycalc/fullchain.pem --resolve policy.test:443:127.0.0.1 "$@"; }
hash() { ask https://policy.test/api/v1/catalogue | jq -r .hash; }
is() { [ "$2" = "$3" ] || fail "$1: $2, not $3"; }
echo '127.0.0.1 policy.test' >>/etc/hosts''')

manual('cmake --workflow --preset package', without=('sh .ci', 'cmake'))
check('''is 'the service' "$(systemctl is-active policycalc)" active
is 'the service at the next start' "$(systemctl is-enabled policycalc)" enabled
curl -sSf http://127.0.0.1:8080/health/ready | jq -e '.status == "ready"' >/dev/null || fail 'not ready on port 8080'
is 'who may open the data' "$(stat -c %a:%U /var/lib/policycalc)" 700:policycalc''')

manual('staff add LOGIN')
manual('openssl req')
manual('cp /usr/share/doc/policycalc/examples/nginx')
settings()
check('''for _ in $(seq 50); do ask -o /dev/null https://policy.test/health/ready && break; sleep 0.2; done
is 'plain HTTP' "$(curl -sS -o /dev/null -w '%{http_code} %{redirect_url}' http://policy.test/)" '308 https://policy.test/'
ask -D /tmp/head -o /tmp/start https://policy.test/
grep -qi '^strict-transport-security: max-age=' /tmp/head || fail 'no HSTS'
grep -q 'HTTP/2 200' /tmp/head || fail "no HTTP/2: $(head -n 1 /tmp/head)"
grep -q '</html>' /tmp/start || fail 'no start page'
is 'figures for strangers' "$(ask -o /dev/null -w '%{http_code}' https://policy.test/metrics)" 404
is 'another name' "$(ask -o /dev/null -w '%{http_code}' --resolve other.test:443:127.0.0.1 -k https://other.test/api/v1/hall/session)" 421

say 'the first administrator logs in and takes a password'
json='Content-Type: application/json'
ask -D /tmp/head -H "$json" https://policy.test/api/v1/hall/session -d '{"login":"li.na","password":"harbour-oxide-lantern-57"}' >/tmp/me
jq -e .csrf /tmp/me >/dev/null || fail "no log-in: $(cat /tmp/me)"
cookie=$(sed -n 's/^set-cookie: \\([^;]*\\).*/\\1/Ip' /tmp/head)
is 'the new password' "$(ask -o /tmp/new -w '%{http_code}' -X PUT -H "$json" -H "Cookie: $cookie" \\
  -H "X-CSRF-Token: $(jq -r .csrf /tmp/me)" https://policy.test/api/v1/hall/password \\
  -d '{"old":"harbour-oxide-lantern-57","new":"meadow-copper-window-83"}')" 200

say 'a firm saves its answers'
code=$(ask -H "$json" https://policy.test/api/v1/profiles \\
  -d '{"profile":{"company_name":"赣州甲食品有限公司","district":"360702","employees":8},"expires_in_days":30}' | jq -r .code)
kept() { ask -H "Authorization: Bearer $code" https://policy.test/api/v1/profiles/mine | grep -q 赣州甲食品有限公司 || fail "the saved answers are lost: $1"; }
kept 'at once'

first=$(hash)''')

manual('cp -r /usr/share/policycalc/policies DIR')
check('''say 'the keeper raises a figure'
file=/srv/policies/measures/11-quality.json
jq --indent 2 '(.. | objects | select(.id? == "11.1.1a") | .valid) |= . + {"to": "2999-06-30"}' $file >/tmp/changed
cat /tmp/changed >$file''')
manual('policycalc-service publish DIR --dry-run', without=('policycalc-service versions', 'policycalc-service rollback'))
check('''grep -q '11.1.1a' /tmp/report/*.json || fail 'the report lacks what changed'
sleep 5
second=$(hash)
[ "$first" != "$second" ] || fail 'five seconds later the former policies still answer'
policycalc-service versions | grep -q '李娜' || fail 'versions do not name who published'
policycalc-service rollback "$first" --by 王芳 --why 写错了
sleep 5
is 'the policies after the rollback' "$(hash)" "$first"
policycalc-service rollback "$second" --by 李娜 --why 没有写错
sleep 5
is 'the policies after the second rollback' "$(hash)" "$second"''')

manual('apt install ./policycalc_NEW.deb')
check('''is 'the service after the upgrade' "$(systemctl is-active policycalc)" active
is 'the version' "$(dpkg-query -W -f '${Version}' policycalc)" 99.0
is 'the policies after the upgrade' "$(hash)" "$second"
kept 'by the upgrade'
grep -q policy.test /etc/policycalc/policycalc.json || fail 'the changed settings are lost'
[ "$(ls /var/backups/policycalc | wc -l)" -ge 1 ] || fail 'the upgrade made no backup' ''')

manual('policycalc-service backup --dated /var/backups/policycalc')
check('''is 'who may read backups' "$(stat -c %a:%U /var/backups/policycalc/*.db | sort -u)" 600:policycalc
say 'a disaster: the database is gone'
systemctl kill -s KILL policycalc
rm /var/lib/policycalc/policycalc.db*''')
manual('BACKUP.db\nsystemctl start policycalc\npolicycalc-service doctor')
check('''is 'the service after the restore' "$(systemctl is-active policycalc)" active
is 'the policies after the restore' "$(hash)" "$second"
kept 'by the disaster'
is 'the session of before' "$(ask -o /dev/null -w '%{http_code}' -H "Cookie: $cookie" https://policy.test/api/v1/hall/session)" 401
is 'a log-in after the restore' "$(ask -o /dev/null -w '%{http_code}' -H "$json" https://policy.test/api/v1/hall/session \\
  -d '{"login":"li.na","password":"meadow-copper-window-83"}')" 200
say 'every promise is kept' ''')
