"""Many texts at once: in order, lazily, on several processes, each with its brief or its fault."""

from __future__ import annotations

import collections
import contextlib
import itertools
import multiprocessing
import pickle
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeAlias, cast

import attrs

from natobrief.errors import Fault, InvalidValue, ProcessesFailed, show
from natobrief.model import Brief, Source
from natobrief.reader.reader import Reader
from natobrief.when import WhenLike

__all__ = ["Article", "Progress", "Reading", "read_many"]

_AHEAD = 4  # texts in the works for each process: enough to keep it busy, few to hold


@attrs.frozen
class Article:
    """A text to be read, with what is known about it beforehand.

    Nothing is checked here: what doesn't fit is a fault of this one text when it is read.

    Attributes:
        text: Plain text or Markdown, or a page of HTML.
        published: The day from which "yesterday" counts.
        title: The title of the document.
        url: Where the document was found.
        key: A name of your own for it, such as a file name; it is handed back with the result.
        is_html: Whether the text is a page of HTML, which needs the extra ``html``; title and day
            then come from the page where they aren't given.

    >>> Article("They met in Oslo.", published="2022-01-07", key="a.txt").key
    'a.txt'
    """

    text: str
    published: WhenLike | None = attrs.field(default=None, kw_only=True)
    title: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    key: str | None = attrs.field(default=None, kw_only=True)
    is_html: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(kw_only=True)
class Reading:
    """What became of one of many texts: either a brief or a fault.

    Attributes:
        index: Its place in the input, from 0.
        article: The text with what was known about it.
        brief: What was read; None if that failed.
        fault: Why it failed; None if it didn't.
        seconds: How long reading took.

    >>> (reading,) = read_many(["Ann Lee met Bo Kim in Oslo."])
    >>> reading.index, len(reading.unwrap().meetings), reading.fault
    (0, 1, None)
    """

    index: int
    article: Article
    brief: Brief | None
    fault: Exception | None
    seconds: float

    def unwrap(self) -> Brief:
        """Return the brief.

        Raises:
            Exception: The fault, if there is one.

        >>> (reading,) = read_many([Article("They met.", published="soon")])
        >>> reading.unwrap()
        Traceback (most recent call last):
            ...
        natobrief.errors.InvalidDate: read.published: expected a date in EDTF such as 2022-01-07, \
got 'soon'
        """
        if self.fault is not None:
            raise self.fault
        return cast("Brief", self.brief)


Progress: TypeAlias = Callable[[int, int | None, Reading], object]
"""Called after each text: how many are done, how many there are (None if unknown), the result."""

_Outcome: TypeAlias = tuple[Brief | None, Exception | None, float]


def read_many(
    texts: Iterable[str | Article],
    *,
    processes: int = 1,
    progress: Progress | None = None,
    reader: Reader | None = None,
) -> Generator[Reading, None, None]:
    """Read many texts, in their order, each as soon as it is wanted.

    The input is taken lazily, a few texts ahead of the results, so it may be a generator over
    millions of them. A text that can't be read doesn't stop the others: its result has a fault in
    place of a brief. An error of the input itself is raised once all texts before it are read.

    With several processes, call it from a script below ``if __name__ == "__main__":``, since each
    process imports the script. Every process loads the directory once. Closing the generator, or
    Ctrl-C, waits for the texts that are being read and ends the processes.

    Args:
        texts: Texts, or articles with a day of publication, a title, an address and a key.
        processes: On how many processes to read; with 1, in this one.
        progress: Called after each text, before its result is handed out.
        reader: Reads with rules, words, a directory or a zone of your own.

    Returns:
        The results, in the order of the texts.

    Raises:
        InvalidValue: An argument doesn't fit, or the reader can't be sent to other processes.
        ProcessesFailed: Processes couldn't be started, or one of them died.

    >>> texts = [Article("They met in Oslo.", key="a"), Article("They met.", published="soon")]
    >>> for reading in read_many(texts):
    ...     print(reading.article.key, reading.brief is not None, type(reading.fault).__name__)
    a True NoneType
    None False InvalidDate
    """
    _check(texts, processes, progress, reader)
    total = len(texts) if isinstance(texts, Sized) else None
    used = reader if reader is not None else Reader()
    if processes == 1:
        return _told(_here(texts, used), total, progress)
    _check_pickles(used)
    _check_main()
    return _told(_there(texts, used, processes), total, progress)


# --- arguments ------------------------------------------------------------------------------------


def _check(texts: object, processes: object, progress: object, reader: object) -> None:
    faults: list[Fault] = []
    if isinstance(texts, str | Article) or not isinstance(texts, Iterable):
        faults.append(_fault("texts", "an iterable of texts or of Article", texts))
    if type(processes) is not int or processes < 1:
        faults.append(_fault("processes", "a whole number from 1", processes))
    if progress is not None and not callable(progress):
        faults.append(_fault("progress", "a function or None", progress))
    if reader is not None and not isinstance(reader, Reader):
        faults.append(_fault("reader", "a Reader or None", reader))
    if faults:
        raise InvalidValue(faults)


def _fault(name: str, allowed: str, came: object) -> Fault:
    return Fault(path=f"read_many.{name}", allowed=allowed, came=show(came))


def _check_pickles(reader: Reader) -> None:
    try:
        pickle.dumps(reader)
    except Exception as error:
        allowed = "a reader that pickles, with functions that stand in a module"
        raise InvalidValue([_fault("reader", allowed, error)]) from error


def _check_main() -> None:
    """Refuse a main module that no other process can import: one that came through a pipe."""
    main = sys.modules["__main__"]
    path = getattr(main, "__file__", None)
    if path is not None and getattr(main, "__spec__", None) is None and not Path(path).exists():
        raise ProcessesFailed(f"the running script ({path}) is no file that they could import")


# --- in this process ------------------------------------------------------------------------------


def _here(texts: Iterable[str | Article], reader: Reader) -> Iterator[Reading]:
    for index, text in enumerate(texts):
        article = _article(text)
        yield _reading(index, article, _outcome(reader, article))


def _article(text: object) -> Article:
    # Whatever it is if it is no article: reading it reports what isn't text.
    return text if isinstance(text, Article) else Article(text)  # type: ignore[arg-type]


def _outcome(reader: Reader, article: Article) -> _Outcome:
    """Read one text; whatever goes wrong is its own fault, in every sense."""
    began = time.perf_counter()
    brief: Brief | None = None
    fault: Exception | None = None
    try:
        source = Source(title=article.title, url=article.url)
        how = reader.read_html if article.is_html else reader.read
        brief = how(article.text, published=article.published, source=source)
    except Exception as error:  # noqa: BLE001 - one text must not stop the others
        fault = error
    return brief, fault, time.perf_counter() - began


def _reading(index: int, article: Article, outcome: _Outcome) -> Reading:
    brief, fault, seconds = outcome
    return Reading(index=index, article=article, brief=brief, fault=fault, seconds=seconds)


def _told(
    readings: Iterator[Reading], total: int | None, progress: Progress | None
) -> Generator[Reading, None, None]:
    """Hand the results out, and tell of each; closing this closes the inner generator."""
    with contextlib.closing(readings):  # type: ignore[type-var]
        for done, reading in enumerate(readings, 1):
            if progress is not None:
                progress(done, total, reading)
            yield reading


# --- in other processes ---------------------------------------------------------------------------


def _there(texts: Iterable[str | Article], reader: Reader, processes: int) -> Iterator[Reading]:
    """Keep a bounded number of texts in the works, and hand the results out in order."""
    pool = ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(reader,),
    )
    waiting: collections.deque[tuple[int, Article, Future[_Outcome]]] = collections.deque()
    source = enumerate(texts)
    broken: list[Exception] = []
    try:
        while True:
            for index, text in _next(source, processes * _AHEAD - len(waiting), broken):
                article = _article(text)
                with _ctrl_c_waits():
                    waiting.append((index, article, pool.submit(_work, article)))
            if not waiting:
                break
            index, article, future = waiting.popleft()
            yield _reading(index, article, future.result())
    except BrokenProcessPool as error:
        reason = "one ended before its time; is the script's own code below"
        raise ProcessesFailed(f'{reason} if __name__ == "__main__":') from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    if broken:
        raise broken[0]


@contextlib.contextmanager
def _ctrl_c_waits() -> Generator[None, None, None]:
    """Hold Ctrl-C back while processes start, so that they never hear of it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _next(
    source: Iterator[tuple[int, str | Article]], count: int, broken: list[Exception]
) -> Iterator[tuple[int, str | Article]]:
    """Take the next texts; an error of the input waits until those before it are read."""
    if broken:
        return
    try:
        yield from itertools.islice(source, count)
    except Exception as error:  # noqa: BLE001 - raised later, when it is its turn
        broken.append(error)


_reader: Reader | None = None


def _begin(reader: Reader) -> None:
    """Set a new process up: Ctrl-C is for the first process, which ends the others."""
    global _reader  # noqa: PLW0603 - an initializer can leave its work nowhere else
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader = reader


def _work(article: Article) -> _Outcome:
    brief, fault, seconds = _outcome(cast("Reader", _reader), article)
    return brief, _sendable(fault), seconds


def _sendable(fault: Exception | None) -> Exception | None:
    """Return a fault that can go back to the first process: itself, or its words."""
    try:
        pickle.loads(pickle.dumps(fault))  # noqa: S301 - made right here
    except Exception:  # noqa: BLE001 - whatever pickling raises
        return RuntimeError(f"{type(fault).__name__}: {fault}")
    return fault
