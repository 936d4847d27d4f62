"""Zip archives, and the Word documents that are some."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from rapporteur.config import Config
from rapporteur.errors import IntakeError, RefusedError, UnreadableError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.formats import word
from rapporteur.intake.formats.expanding import BROKEN, Expanding
from rapporteur.intake.kinds import is_known, is_passed_over, unknown_format
from rapporteur.intake.limits import (
    MAX_DEPTH,
    MAX_EXPANDED,
    MAX_MEMBER_NAME,
    MAX_MEMBERS,
    MAX_PAPER,
    MAX_RATIO,
    MEGABYTE,
    bomb,
    too_large,
)
from rapporteur.intake.pieces import Piece

_WORD = "word/document.xml"
_OFFICE = {"[Content_Types].xml": "xlsx", "mimetype": "odt"}


def read(piece: Piece, config: Config) -> Iterator[Document | Skipped | Piece]:  # noqa: ARG001
    """The members of ``piece``, or the document that it is; raises IntakeError if it is damaged or a bomb."""
    data = io.BytesIO(piece.read(MAX_PAPER))
    size = data.getbuffer().nbytes
    archive = _open(data)
    names = {info.filename for info in archive.infolist()}
    if _WORD in names:
        _check_total(archive.infolist(), size)
        yield word.read_document(piece, data)
        return
    office = next((ending for name, ending in _OFFICE.items() if name in names), None)
    if office:
        raise unknown_format(f"document.{office}")
    if piece.depth >= MAX_DEPTH:
        raise RefusedError("It lies in archives within archives.", reason="too deep", hint="Unpack it first.")
    yield from _members(piece, archive, size)


def _open(data: io.BytesIO) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(data)
    except (*BROKEN, NotImplementedError) as error:
        raise UnreadableError(f"The archive is damaged: {error}.", reason="damaged", hint="Fetch it again.") from error
    if len(archive.infolist()) > MAX_MEMBERS:
        raise too_large("The archive", MAX_MEMBERS, "members")
    return archive


def _members(piece: Piece, archive: zipfile.ZipFile, size: int) -> Iterator[Skipped | Piece]:
    good: list[zipfile.ZipInfo] = []
    seen = False
    for info in archive.infolist():
        if info.is_dir() or _is_passed(info):
            continue
        seen = True
        refused = _refusal(info)
        if refused:
            yield piece.skip(refused, member=_shown(info))
        else:
            good.append(info)
    if not seen:
        raise UnreadableError("The archive holds no file that is read.", reason="no articles", hint="Look inside it.")
    _check_total(good, size)
    for info in good:
        yield _member(piece, archive, info)


def _is_passed(info: zipfile.ZipInfo) -> bool:
    return not _climbs(info) and is_passed_over(PurePosixPath(info.filename))


def _check_total(infos: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse the archive before anything of it is expanded, on what it says of itself."""
    total = sum(info.file_size for info in infos)
    if total > MAX_EXPANDED:
        raise bomb(f"It expands to {total // MEGABYTE} MB, more than {MAX_EXPANDED // MEGABYTE}.")
    if total > MAX_RATIO * size:
        raise bomb(f"It expands to {total // max(size, 1)} times its size, more than {MAX_RATIO}.")


def _refusal(info: zipfile.ZipInfo) -> IntakeError | None:
    """Why a member is not taken, told from the archive's directory alone."""
    if _climbs(info):
        return RefusedError(
            "The member's name leads out of the archive.",
            reason="unsafe path",
            hint="Do not trust this archive; ask where it comes from.",
        )
    if info.flag_bits & 1:
        return UnreadableError("It is locked with a password.", reason="encrypted", hint="Unpack it with the password.")
    if info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return bomb(f"It expands to more than {MAX_RATIO} times its size.")
    return None if is_known(info.filename) else unknown_format(info.filename)


def _climbs(info: zipfile.ZipInfo) -> bool:
    """Whether a member would land outside the archive's folder, or is a link that could point there."""
    name = info.orig_filename
    parts = PureWindowsPath(name.replace("\\", "/")).parts
    absolute = name.startswith(("/", "\\")) or bool(PureWindowsPath(name).drive)
    link = stat.S_ISLNK(info.external_attr >> 16)
    return ".." in parts or absolute or link or "\0" in name or len(name) > MAX_MEMBER_NAME


def _shown(info: zipfile.ZipInfo) -> str:
    """The name for a report: in one line, of bearable length, with backslashes and NULs to be seen."""
    name = info.orig_filename
    if not name.isprintable():
        name = name.encode("unicode_escape").decode()
    return name if len(name) <= 200 else f"{name[:200]}…"


def _member(piece: Piece, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Skipped | Piece:
    try:
        return piece.member(info.filename, Expanding(archive.open(info), piece.allowance))
    except NotImplementedError as error:
        message = f"It is packed in a way that is not read: {error}."
        problem = UnreadableError(message, reason="format", hint="Unpack the archive first.")
        return piece.skip(problem, member=info.filename)
    except (*BROKEN, RuntimeError) as error:
        problem = UnreadableError(f"The member is damaged: {error}.", reason="damaged", hint="Fetch the archive again.")
        return piece.skip(problem, member=info.filename)
