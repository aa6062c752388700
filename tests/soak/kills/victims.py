"""Commands that are killed at an instant, with all their children."""

import os
import signal
import subprocess
import time


def begin(words, log):
    """Starts a command in its own process group; it writes to a log."""
    with open(log, 'w', encoding='utf-8') as file:
        return subprocess.Popen(words, stdout=file, stderr=subprocess.STDOUT, start_new_session=True)


def kill(child, place):
    """Kills a command unless it has ended; tells whether it was writing to the database then."""
    if child.poll() is not None:
        return False
    os.killpg(child.pid, signal.SIGSTOP)
    was_writing = place.is_written_by(child.pid)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    return was_writing


def wait_for_writing(child, place):
    """Returns at the instant at which a command begins to write, or ends."""
    while child.poll() is None and not place.is_written_by(child.pid):
        pass
    return time.monotonic()


def sleep_until(instant):
    """Sleeps, and looks at the clock all the time in the last two milliseconds."""
    time.sleep(max(0.0, instant - time.monotonic() - 0.002))
    while time.monotonic() < instant:
        pass
