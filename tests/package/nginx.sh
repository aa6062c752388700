#!/usr/bin/env bash
# The site for nginx: nginx takes it, and a request gets through it to the service, which believes what
# it says about the client. $1: the program.
set -euo pipefail
nginx=$(command -v nginx || echo /usr/sbin/nginx)
if ! [ -x "$nginx" ] || ! command -v openssl >/dev/null || ! command -v curl >/dev/null; then
  echo 'nginx: no nginx, openssl or curl here'
  exit 77
fi
folder=$(mktemp -d)
proxy=''
service=''
stop() {
  for process in $proxy $service; do kill "$process" 2>/dev/null && wait "$process" || true; done
  rm -rf "$folder"
}
trap stop EXIT
fail() {
  echo "nginx: $*" >&2
  tail -n 5 "$folder"/*.log >&2 || true
  exit 1
}

"$1" serve --port 0 --database "$folder/p.db" --trusted-proxies 127.0.0.1 --public-url '' \
  --allowed-hosts policy.example.cn >"$folder/out.log" 2>"$folder/service.log" &
service=$!
for _ in $(seq 600); do
  grep -q listening "$folder/out.log" && break
  kill -0 "$service" || fail 'the service does not start'
  sleep 0.1
done
port=$(sed -n 's/^listening on .*://p' "$folder/out.log")

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=policy.example.cn \
  -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
plain=$(free_port)
tls=$(free_port)
# The site as it is, but for its ports and paths.
sed -e "s/127.0.0.1:8080/127.0.0.1:$port/" -e '/listen \[::\]/d' -e "s/listen 80;/listen 127.0.0.1:$plain;/" \
  -e "s/listen 443 /listen 127.0.0.1:$tls /" -e "s|/etc/ssl/policycalc/fullchain.pem|$folder/cert.pem|" \
  -e "s|/etc/ssl/policycalc/privkey.pem|$folder/key.pem|" -e "s|/var/log/nginx|$folder|" \
  src/package/nginx/policycalc.conf >"$folder/site.conf"
cat >"$folder/nginx.conf" <<EOF
daemon off;
pid $folder/nginx.pid;
error_log $folder/error.log;
events {}
http {
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  include $folder/site.conf;
}
EOF
"$nginx" -t -c "$folder/nginx.conf" 2>"$folder/check.log" || fail 'nginx refuses the site'
grep -q warn "$folder/check.log" && ! grep -q 'listen ... http2' "$folder/check.log" && fail 'nginx warns'
"$nginx" -c "$folder/nginx.conf" &
proxy=$!

get() { curl -sS --noproxy '*' --cacert "$folder/cert.pem" --resolve "policy.example.cn:$tls:127.0.0.1" "$@"; }
site=https://policy.example.cn:$tls
for _ in $(seq 100); do
  get -o /dev/null "$site/health/ready" 2>/dev/null && break
  sleep 0.1
done
head=$(get -D - -o "$folder/answer" -H 'Content-Type: application/json' -H 'X-Forwarded-For: 10.9.9.9' \
  -d '{"profile":{"district":"360702"},"as_of":"2026-11-25"}' "$site/api/v1/match")
grep -q '^HTTP/2 200' <<<"$head" || fail "a match is answered: $head"
grep -qi '^strict-transport-security: max-age=' <<<"$head" || fail "no HSTS: $head"
grep -q '"measures"\|"matches"' "$folder/answer" || fail 'the answer has no measures'
id=$(sed -n 's/^x-request-id: *\([^\r]*\).*/\1/ip' <<<"$head")
[ "${#id}" -eq 32 ] || fail "the id of the request is not that of nginx: $id"
grep -q "$id" "$folder/service.log" || fail 'the log of the service has another id'
# The desk sees the name that the visitor used.
[ "$(get -o /dev/null -w '%{http_code}' "$site/hall")" = 200 ] || fail 'the desk does not answer'
[ "$(get -o /dev/null -w '%{http_code}' "$site/metrics")" = 404 ] || fail '/metrics is public'
[ "$(curl -s --noproxy '*' -o /dev/null -w '%{http_code}' "http://127.0.0.1:$plain/a?b=c" \
  -H 'Host: policy.example.cn')" = 308 ] || fail 'plain HTTP is not sent to HTTPS'
get -o /dev/null "$site/search?q=secretword" || true
grep -q secretword "$folder/policycalc.log" && fail 'the log of nginx has the query'
exit 0
