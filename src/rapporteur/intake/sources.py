"""From paths to articles: which files there are, and what each one holds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rapporteur.config import Config
from rapporteur.errors import IntakeError, UnreadableError, UsageError
from rapporteur.intake.article import Article
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.kinds import is_known, is_passed_folder, is_passed_over, kind_of, reader, unknown_format
from rapporteur.intake.languages import has_sentence
from rapporteur.intake.limits import MAX_EXPANDED, Allowance, check_article_text, check_document
from rapporteur.intake.pieces import MEMBER, Piece, buffered


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read, or the one ``member`` of it that is wanted; ``size`` in bytes, for showing progress."""

    path: Path
    member: str | None
    name: str
    size: int

    @property
    def source(self) -> str:
        """The path as given, with the member if one is wanted."""
        return str(self.path) if self.member is None else f"{self.path}{MEMBER}{self.member}"


def discover(paths: Sequence[Path]) -> list[SourceFile | Skipped]:
    """The files at ``paths``, folders with all that lies in them by name; a file that is found twice comes once.

    Hidden files, settings, records and the parts of saved pages are passed over in folders; other files that no
    reader takes are reported as skipped.

    Raises:
        UsageError: there is nothing at one of the paths.
    """
    found: dict[str, SourceFile | Skipped] = {}
    for path in paths:
        for item in _walk(path) if path.is_dir() else [_given(path)]:
            where = path if isinstance(item, Skipped) else item.path
            key = item.source if isinstance(item, Skipped) else f"{os.path.realpath(where)}{MEMBER}{item.member or ''}"
            found.setdefault(key, item)
    return list(found.values())


def open_source(source: SourceFile, config: Config) -> Iterator[Article | Skipped]:
    """The articles of ``source`` and what of it could not be taken in.

    A function of the file's bytes and the configuration alone: it raises nothing, whatever the bytes are.
    """
    try:
        with source.path.open("rb") as stream:
            piece = Piece(source.path.name, str(source.path), buffered(stream), Allowance(source.size))
            items = _opened(piece, config, wanted=source.source)
            first = next(items, None)
            yield first or _nothing(source)
            yield from items
    except OSError as error:
        problem = _unreadable(error)
        yield Skipped(source.name, source.source, problem.reason, problem.message, problem.hint)


def open_stream(stream: BinaryIO, name: str, config: Config) -> Iterator[Article | Skipped]:
    """The articles in a stream, as if it were a file of that ``name`` (``standard input.jsonl``)."""
    piece = Piece(name, name, buffered(stream), Allowance(MAX_EXPANDED))
    yield from _opened(piece, config, wanted=name)


def _walk(folder: Path) -> Iterator[SourceFile | Skipped]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_passed_folder(name))
        for name in sorted(names):
            if not is_passed_over(PurePosixPath(name)):
                yield _found(Path(path) / name)


def _given(path: Path) -> SourceFile | Skipped:
    """A file that was named outright, or a member of one, as reports name it."""
    if path.exists():
        return _found(path)
    whole = str(path)
    at = whole.find(MEMBER)
    while at > 0:
        archive, member = Path(whole[:at]), whole[at + len(MEMBER) :]
        if archive.is_file() and member:
            return SourceFile(archive, member, PurePosixPath(member).name, archive.stat().st_size)
        at = whole.find(MEMBER, at + 1)
    raise UsageError(f"There is no file or folder {path}.", hint="Check the spelling, or give the full path.")


def _found(path: Path) -> SourceFile | Skipped:
    try:
        if not path.is_file():
            what = "The link leads nowhere." if path.is_symlink() and not path.exists() else "It is no ordinary file."
            raise UnreadableError(what, reason="unreadable", hint="Take it out of the folder.")
        if not is_known(path.name):
            raise unknown_format(path.name)
        return SourceFile(path, None, path.name, path.stat().st_size)
    except OSError as error:
        problem: IntakeError = _unreadable(error)
    except IntakeError as error:
        problem = error
    return Skipped(path.name, str(path), problem.reason, problem.message, problem.hint)


def _nothing(source: SourceFile) -> Skipped:
    hint = "Give the name as the report shows it."
    return Skipped(source.name, source.source, "unreadable", "The archive has no such member.", hint)


def _unreadable(error: OSError) -> IntakeError:
    return UnreadableError(
        f"The file cannot be read: {error.strerror or error}.", reason="unreadable", hint="Check that you may read it."
    )


def _opened(piece: Piece, config: Config, *, wanted: str) -> Iterator[Article | Skipped]:
    """What a piece holds, members within members included, as far as they are ``wanted``.

    This is the wall behind which a file's faults stay: those that readers foresee, and those of the libraries that
    nobody foresaw, which are reported as failures of the program and not of the file.
    """
    try:
        for item in reader(kind_of(piece))(piece, config):
            if not _is_wanted(item.source, wanted):
                continue
            if isinstance(item, Piece):
                yield from _opened(item, config, wanted=wanted)
            elif isinstance(item, Document):
                yield _composed(item)
            else:
                yield item
    except IntakeError as error:
        yield piece.skip(error)
    except Exception as error:  # one file never costs another
        yield piece.skip(_failure(error))


def _is_wanted(source: str, wanted: str) -> bool:
    """Whether a piece is the wanted one, lies in it, or is on the way to it."""
    within = (f"{wanted}{MEMBER}", f"{wanted}#")
    return source == wanted or source.startswith(within) or wanted.startswith(f"{source}{MEMBER}")


def _composed(document: Document) -> Article | Skipped:
    from rapporteur.intake.compose import compose  # noqa: PLC0415  # loads the reader of pages, which is heavy

    try:
        check_document(document)
        return _checked(compose(document))
    except IntakeError as error:
        problem = error
    except Exception as error:  # one article never costs the others in its file
        problem = _failure(error)
    return Skipped(document.file, document.source, problem.reason, problem.message, problem.hint)


def _checked(article: Article) -> Article:
    """``article``; raises IntakeError if it is too long, or holds no sentence."""
    check_article_text(article.text)
    prose = "\n".join(span.of(article.text) for span in article.body) or article.text
    if not has_sentence(prose):
        hint = "If it should, look at how it was saved."
        raise UnreadableError("It does not hold one sentence.", reason="no sentence", hint=hint)
    return article


def _failure(error: Exception) -> IntakeError:
    message = f"Reading it failed: {type(error).__name__}: {error}."
    return UnreadableError(message, reason="failed", hint="Please report this, with the file if you can.")
