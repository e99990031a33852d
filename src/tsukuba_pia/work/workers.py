"""Calls something for each of many items, over several processes; what comes out comes in the items' order."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEW = 12  # items that are done sooner than other processes have begun
CHUNK = 8
RARELY = 400_000  # values that stay, after which it is looked for those that nobody needs
_worker: dict[str, Callable[[Any], Any]] = {}  # what this process was begun for


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def mapped(items: Sequence[T], call: Callable[[T], R], jobs: int, *, few: int = FEW, chunk: int = CHUNK) -> Iterator[R]:
    """What `call` gives for each item.

    The first is done here, so that other processes begin with what `call` has gathered by then (where a process can
    be a copy of this one). Where one of them is killed, the rest is done here. No others are begun for less than `few`;
    `chunk` is how many items one of them takes at a time.
    """
    done = 0
    for item in items[: 1 if jobs > 1 else None]:
        yield call(item)
        done += 1
    if len(items) - done < few:
        yield from map(call, items[done:])
        return
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - only for many

    try:
        for one in _over_processes(items[done:], call, jobs, chunk):
            yield one
            done += 1
    except BrokenProcessPool:
        yield from map(call, items[done:])


def _over_processes(items: Sequence[T], call: Callable[[T], R], jobs: int, chunk: int) -> Iterator[R]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many
    from multiprocessing import get_context  # noqa: PLC0415

    gc.freeze()  # what is there now is shared with the others, and never looked at again
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(call,))
    try:
        yield from pool.map(_call, items, chunksize=chunk)
    finally:
        gc.unfreeze()
        pool.shutdown(cancel_futures=True)


def _begin(call: Callable[[Any], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began us tells us to end
    gc.enable()
    gc.set_threshold(RARELY)  # each item makes many values that live a moment, and none that lead in circles
    _worker["call"] = call
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Whoever began us may be killed, and then tells us nothing."""
    from multiprocessing import parent_process  # noqa: PLC0415 - only for many

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _call(item: Any) -> Any:  # noqa: ANN401 - whatever the call takes and gives
    return _worker["call"](item)
