"""Those who work while nodes come and go: a clerk who adds companies, a partner, a watcher."""

import http.client
import json
import threading
import time

MATCH = {'profile': {'district': '360702', 'employees': 8}}
PASSWORDS = ('harbour-oxide-lantern-57', 'meadow-copper-window-83')


class Caller:
    """Asks one address; a request that is cut off or refused by the proxy has the status 0."""

    def __init__(self, port, client='198.51.100.1'):
        self.port, self.headers = port, {'Host': 'localhost', 'X-Tested-Client': client}

    def ask(self, method, path, body=None, more=None):
        headers = {**self.headers, **(more or {})}
        data = None if body is None else json.dumps(body)
        if data is not None:
            headers['Content-Type'] = 'application/json'
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=30)
        try:
            connection.request(method, path, data, headers)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException):
            return 0, {}, {}
        finally:
            connection.close()
        if answer.status in (502, 504):  # nginx: the node was killed
            return 0, {}, {}
        kind = answer.getheader('Content-Type', '')
        return answer.status, json.loads(text) if 'json' in kind and text else {}, answer.headers


class Clerk(Caller):
    """A clerk at the desk with one session."""

    def log_in(self, login):
        first, own = PASSWORDS
        self.take(self.ask('POST', '/api/v1/hall/session', {'login': login, 'password': first}))
        self.take(self.ask('PUT', '/api/v1/hall/password', {'old': first, 'new': own}))

    def take(self, answer):
        """Takes the session that an answer begins."""
        status, body, headers = answer
        if status != 200:
            raise RuntimeError(f'no session: {status} {body}')
        self.headers['Cookie'] = headers['Set-Cookie'].split(';')[0]
        self.headers['X-CSRF-Token'] = body['csrf']

    def add(self, name):
        """The id of the company that was added, or nothing; and whether the session has ended."""
        status, body, _ = self.ask('POST', '/api/v1/hall/applicants', {
            'name': name, 'contact': '13800000000', 'profile': {'district': '360702'}, 'verified': [],
            'authorisation': {'given': 'paper', 'for_matters': True, 'given_by': '王经理', 'days': 365},
            'is_another': True})
        return (str(body['id']) if status == 201 else None), status

    def has(self, applicant):
        """Whether the company is there; asks again while nginx has no node."""
        for _ in range(600):
            status = self.ask('GET', f'/api/v1/hall/applicants/{applicant}')[0]
            if status != 0:
                return status == 200
            time.sleep(0.1)
        raise RuntimeError('no node answers')


class Working(threading.Thread):
    """Repeats `act` until stop() is called."""

    def __init__(self, act, pause=0.0):
        super().__init__(daemon=True)
        self.act, self.pause, self.ends = act, pause, threading.Event()
        self.failure = None
        self.start()

    def run(self):
        try:
            while not self.ends.is_set():
                self.act()
                if self.pause:
                    self.ends.wait(self.pause)
        except Exception as failure:  # told by stop()
            self.failure = failure

    def stop(self):
        self.ends.set()
        self.join()
        if self.failure:
            raise self.failure


class Versions:
    """For how long the nodes have answered by different catalogues at most."""

    def __init__(self, nodes):
        self.nodes, self.since, self.longest = nodes, None, 0.0

    def look(self):
        hashes = set()
        for node in self.nodes:
            status, body, _ = Caller(node.port).ask('GET', '/api/v1/catalogue')
            if status == 200:
                hashes.add(body['hash'])
        now = time.monotonic()
        if len(hashes) < 2:
            self.since = None
        else:
            self.since = self.since or now
            self.longest = max(self.longest, now - self.since)
