"""Requests a second of `POST /api/v1/match` with `core` beside nginx that serves a file of the size
of that answer, on 16, 64 and 256 keep-alive connections, in turns."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

from bound import middle, tell

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../support'))
from ports import free_port, wait_for

BOUNDS = {16: 0.40, 64: 0.40, 256: 0.30}
ROUNDS = 5
MILLISECONDS = 1500

NGINX = '''daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  sendfile on; tcp_nodelay on; keepalive_requests 100000000; open_file_cache max=10;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
'''


@contextlib.contextmanager
def running(words, **more):
    child = subprocess.Popen(words, **more)
    try:
        yield child
    finally:
        child.terminate()
        child.wait()


def rate(load, port, connections, request):
    words = [load, str(port), str(connections), str(MILLISECONDS)]
    told = json.loads(subprocess.run(words, input=request, capture_output=True, check=True).stdout)
    if told['failed'] > 0:
        sys.exit(f'{told["failed"]} requests failed on port {port}')
    return told['requests_per_second']


def bench(program, load, policies, webroot, folder):
    nginx = shutil.which('nginx', path=f'{os.environ["PATH"]}:/usr/sbin')
    if not nginx:
        sys.exit('nginx is missing: install nginx-light')
    with open(f'{os.path.dirname(os.path.abspath(__file__))}/match.json', 'rb') as file:
        body = file.read()
    words = [program, 'serve', '--port', '0', '--database', f'{folder}/store.db', '--policies', policies,
             '--webroot', webroot, '--anonymous-points', '0', '--service-key', f'{folder}/key']
    with running(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as service:
        port = int(re.search(r':(\d+)', service.stdout.readline()).group(1))
        url = f'http://127.0.0.1:{port}/api/v1/match'
        asked = urllib.request.Request(url, body, {'Content-Type': 'application/json'})
        answer = urllib.request.urlopen(asked).read()
        os.mkdir(f'{folder}/files')
        with open(f'{folder}/files/answer.json', 'wb') as file:
            file.write(answer)
        other = free_port()
        with open(f'{folder}/nginx.conf', 'w') as file:
            file.write(NGINX.format(folder=folder, port=other))
        os.chmod(folder, 0o755)
        head = f'POST /api/v1/match HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n'
        ours = f'{head}Content-Length: {len(body)}\r\n\r\n'.encode() + body
        static = b'GET /answer.json HTTP/1.1\r\nHost: localhost\r\n\r\n'
        with running([nginx, '-c', f'{folder}/nginx.conf'], stderr=subprocess.DEVNULL) as static_server:
            wait_for(other, static_server, 'nginx')
            print(f'an answer of {len(answer):,} bytes')
            for connections, bound in BOUNDS.items():
                ratios, rates = [], []
                for _ in range(ROUNDS):
                    one = rate(load, port, connections, ours)
                    two = rate(load, other, connections, static)
                    ratios.append(one / two)
                    rates.append(f'{one:,.0f}/{two:,.0f}')
                print(f'  {" ".join(rates)}')
                tell(f'{connections} connections, ours to nginx', middle(ratios), bound)


with tempfile.TemporaryDirectory() as made:
    bench(*sys.argv[1:5], made)
