"""The main job, end to end: from files to a settled record."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rapporteur._version import __version__
from rapporteur.config import Config, find_config
from rapporteur.engines import Engine, Here
from rapporteur.errors import ModelError, UsageError
from rapporteur.intake.article import Article
from rapporteur.intake.document import Skipped
from rapporteur.intake.lines_in import article_of_line
from rapporteur.intake.sources import SourceFile, discover, open_source
from rapporteur.reading.claims import Reading
from rapporteur.reading.read import read
from rapporteur.record.record import Record
from rapporteur.record.report import BuildReport
from rapporteur.record.settling import Settling
from rapporteur.record.store import Store

Progress = Callable[[int, int, str], None]
"""Called with how many files are done, how many there are, and the name of the one in work."""


@dataclass(frozen=True, slots=True)
class _Done:
    """A file whose articles have all been passed on."""

    digest: str
    name: str
    path: str


_Work = Article | Skipped | _Done
_Result = tuple[Article, Reading] | Skipped | _Done


def build(
    paths: Sequence[str | Path],
    *,
    output: str | Path | None = None,
    config: Config | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    restore: bool = False,
) -> Record:
    """Read files and folders into a record, new or grown.

    Args:
        paths: articles in any format that intake knows, and folders of them.
        output: where the record is kept; in memory if ``None``.  What it holds already stays.
        config: the analyst's own names; by default the ``rapporteur.toml`` found beside or above ``paths``.
        engine: where reading runs; by default in this process.
        progress: called as files are done.
        restore: take articles again that a person removed.

    Returns:
        The record; its ``report`` says what the build did.

    Raises:
        UsageError: no path is given, or one does not exist.
        ConfigError: the configuration cannot be understood.
        RecordError: ``output`` is a file that no record can be kept in.
    """
    taking = _Taking(paths, config, engine or Here(), progress or _silent, restore)
    store = Store(Path(output) if output else None, create=True)
    try:
        report = taking(store)
        settling = Settling(store)
        if not store.settled:
            settling.settle()
        report.seconds = taking.seconds
        return Record(store, report, settling)
    except BaseException:
        store.close()
        raise


def add(
    record: Record,
    paths: Sequence[str | Path],
    *,
    config: Config | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    restore: bool = False,
) -> BuildReport:
    """Read files and folders into an open record.

    The entries become what follows from all articles, as by `build`; but a record that stays open remembers what it
    made of the others, so that an article more takes little time.

    Args:
        record: the record that grows.
        paths: as for `build`.
        config: as for `build`.
        engine: as for `build`.
        progress: as for `build`.
        restore: as for `build`.

    Returns:
        What was done, which is the record's ``report`` now.

    Raises:
        UsageError: no path is given, or one does not exist.
        ConfigError: the configuration cannot be understood.
    """
    taking = _Taking(paths, config, engine or Here(), progress or _silent, restore)
    report = record.grow(taking)
    report.seconds = taking.seconds
    return report


class _Taking:
    """Takes files and folders into a store; the arguments are those of `build`."""

    def __init__(
        self, paths: Sequence[str | Path], config: Config | None, engine: Engine, progress: Progress, restore: bool
    ) -> None:
        if not paths:
            raise UsageError("There is nothing to build from.", hint="Name files or folders of articles.")
        self._started = time.monotonic()
        self._found = discover([Path(path) for path in paths])
        self._config = config or find_config([Path(path) for path in paths])
        self._engine, self._progress, self._restore = engine, progress, restore

    @property
    def seconds(self) -> float:
        """How long ago it began."""
        return time.monotonic() - self._started

    def __call__(self, store: Store) -> BuildReport:
        report = BuildReport()
        _Building(store, report, self._config, self._engine, self._restore).run(self._found, self._progress)
        return report


@dataclass(frozen=True, slots=True)
class _Building:
    """One build under way."""

    store: Store
    report: BuildReport
    config: Config
    engine: Engine
    restore: bool

    def run(self, found: Sequence[SourceFile | Skipped], progress: Progress) -> None:
        reader = reader_of(self.config)
        origin: dict[str, str] = {}
        stale = self.store.read_otherwise(reader)
        results = self.engine.map(partial(work, config=self.config), self._items(found, stale, progress))
        again = {article.id for article in stale}
        for result in results:
            match result:
                case Skipped():
                    self._skip(result)
                case _Done():
                    self.store.add_source(result.digest, result.name)
                case (article, reading) if article.id in again:
                    self.store.add(article, reading, reader)
                    self.report.reread += 1
                case (article, reading):
                    self._add(article, reading, reader, origin)

    def _items(
        self, found: Iterable[SourceFile | Skipped], stale: list[Article], progress: Progress
    ) -> Iterator[_Work]:
        yield from stale
        listed = list(found)
        for number, source in enumerate(listed):
            progress(number, len(listed), source.file if isinstance(source, Skipped) else source.name)
            if isinstance(source, Skipped):
                yield source
                continue
            digest = digest_of(source.path)
            if self.store.has_source(digest, source.name) and not self.restore:
                self.report.known += 1
                continue
            self.store.unskip(str(source.path))
            yield from open_source(source, self.config)
            yield _Done(digest, source.name, str(source.path))
        progress(len(listed), len(listed), "")

    def _add(self, article: Article, reading: Reading, reader: str, origin: dict[str, str]) -> None:
        if article.id in origin:
            where = f"{article.file} says word for word what {origin[article.id]} says."
            self._skip(Skipped(article.file, article.source, "duplicate", where, "Nothing to do: it counts once."))
            return
        origin[article.id] = article.source
        if self.store.has_article(article.id):
            self.report.known += 1
        elif self.store.is_removed(article.id) and not self.restore:
            self.report.removed += 1
        else:
            self.store.add(replace(article, received=today()), reading, reader)
            self.report.read += 1
            self._note_language(article)

    def _note_language(self, article: Article) -> None:
        if not article.is_read:
            self.report.unread += 1
            why = f"{article.file} is kept but not read: its language is {article.language}."
            self._skip(Skipped(article.file, article.source, "language", why, "The program reads English."))

    def _skip(self, skipped: Skipped) -> None:
        self.store.skip(skipped)
        self.report.skipped.append(skipped)


def today() -> dt.date:
    """The day on which articles are taken in."""
    return dt.date.today()


def work(item: _Work, *, config: Config) -> _Result:
    """Read one article; pass everything else on.

    Runs in a worker, so that nothing escapes from it but what would stop every article: a missing model.
    """
    if not isinstance(item, Article):
        return item
    try:
        return item, read(item, config)
    except ModelError:
        raise
    except Exception as error:
        why = f"{item.file} could not be read: {type(error).__name__}: {error}."
        return Skipped(item.file, item.source, "defect", why, "This is a defect of the program: please report it.")


def reader_of(config: Config) -> str:
    """What a reading depends on besides its article: a digest of the version and the configuration."""
    return hashlib.sha256(f"{__version__}\0{config.model_dump_json()}".encode()).hexdigest()[:16]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; empty for a file that cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def read_files(
    paths: Sequence[str | Path], config: Config | None = None
) -> Iterator[tuple[Article, Reading] | Skipped]:
    """Read files one by one, storing nothing.

    Args:
        paths: as for ``build``.
        config: as for ``build``.

    Yields:
        Each article with its reading, in the order of the files, or what could not be taken in.
    """
    config = config or find_config([Path(path) for path in paths])
    for source in discover([Path(path) for path in paths]):
        for item in (source,) if isinstance(source, Skipped) else open_source(source, config):
            result = work(item, config=config)
            if not isinstance(result, _Done):
                yield result


def read_lines(lines: Iterable[str], config: Config | None = None) -> Iterator[tuple[Article, Reading] | Skipped]:
    """Read articles given as JSON Lines of ``{"id", "text" or "html", "published"?, "title"?, "url"?}``.

    A ``text`` is taken as the article's own words from end to end, in English; a ``html`` is a whole page.

    Yields:
        Each article, under the id it was given, with its reading; or why its line could not be taken.
    """
    config = config or Config()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        item = article_of_line(line, number)
        result = work(item, config=config)
        if not isinstance(result, _Done):
            yield result


def _silent(_done: int, _total: int, _name: str) -> None:
    """No progress is shown."""
