"""Ports of this machine for the scripts that start servers on them."""

import socket
import sys
import time

PATIENCE = 60  # seconds until a server is said not to start


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


def wait_for(port, child, name):
    """Returns once `port` takes connections; ends the script if `child` ends or nothing listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and child.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(('127.0.0.1', port)) == 0:
                return
        time.sleep(0.02)
    sys.exit(f'{name} does not listen on port {port}')
