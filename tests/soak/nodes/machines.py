"""What the soak of several nodes runs: the nodes, nginx before them, and their database."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../support'))
from ports import PATIENCE, free_port, wait_for

NGINX = '''daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream nodes {{ {servers} keepalive 32; keepalive_timeout 4s; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://nodes;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $http_x_tested_client;
      proxy_set_header X-Forwarded-Proto https;
      proxy_connect_timeout 2s;
      proxy_next_upstream error timeout;
    }}
  }}
}}
'''


class Node:
    """One `policycalc serve`, on a port that it keeps. Its clock may be wrong by some seconds."""

    def __init__(self, program, options, folder, name):
        self.program, self.options, self.name = program, options, name
        self.log, self.clock = f'{folder}/{name}.log', f'{folder}/{name}.clock'
        self.port = free_port()
        self.child = None
        self.set_clock(0)

    def set_clock(self, seconds):
        with open(self.clock, 'w') as file:
            file.write(str(seconds))

    def start(self):
        words = [self.program, 'serve', '--port', str(self.port), *self.options]
        variables = {**os.environ, 'TESTED_CLOCK': self.clock}
        with open(self.log, 'a') as log:
            self.child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=log, env=variables)
        wait_for(self.port, self.child, self.name)

    def end(self, number=signal.SIGKILL):
        self.child.send_signal(number)
        self.child.wait(PATIENCE)

    def processor_seconds(self):
        with open(f'/proc/{self.child.pid}/stat') as file:
            fields = file.read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


@contextlib.contextmanager
def proxy(nodes, folder):
    """nginx that sends requests to the nodes in turn; gives its port."""
    nginx = shutil.which('nginx', path=f'{os.environ["PATH"]}:/usr/sbin')
    if not nginx:
        sys.exit('nginx is missing: install nginx-light')
    port = free_port()
    servers = ' '.join(f'server 127.0.0.1:{node.port} max_fails=1 fail_timeout=1s;' for node in nodes)
    with open(f'{folder}/nginx.conf', 'w') as file:
        file.write(NGINX.format(folder=folder, port=port, servers=servers))
    os.chmod(folder, 0o755)
    child = subprocess.Popen([nginx, '-c', f'{folder}/nginx.conf'], stderr=subprocess.DEVNULL)
    try:
        wait_for(port, child, 'nginx')
        yield port
    finally:
        child.terminate()
        child.wait()


def restart_database():
    """Restarts the cluster that tests/tools/cluster.sh has started; False if there is none."""
    data = os.environ.get('TESTS_POSTGRESQL_DATA')
    if not data:
        return False
    as_user = ['runuser', '-u', 'postgres', '--'] if os.geteuid() == 0 else []
    control = f'{os.environ["TESTS_POSTGRESQL_BIN"]}/pg_ctl'
    subprocess.run([*as_user, control, '-D', data, '-l', f'{data}/../log', '-m', 'fast', '-w', 'restart'],
                   check=True, stdout=subprocess.DEVNULL, cwd='/')
    return True
