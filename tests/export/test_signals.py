"""The first signal asks for an end, the second one makes it."""

import os
import signal
from threading import Thread

import pytest

from toolkit.export.signals import first_signal_to


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_asks_and_the_second_ends(number):
    came = []
    before = signal.getsignal(number)
    with first_signal_to(came.append):
        os.kill(os.getpid(), number)
        assert came == [signal.Signals(number).name]
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(number) is before


def test_another_thread_leaves_signals_alone():
    seen = []

    def work():
        with first_signal_to(seen.append):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGINT)]
