"""``rapporteur serve`` and ``rapporteur desk``: the record as pages in a browser."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rapporteur.cli.arguments import RecordPath
from rapporteur.cli.output import complain, console, progress_bar
from rapporteur.errors import RapporteurError, UsageError
from rapporteur.record.record import Record

PASSWORD = "RAPPORTEUR_PASSWORD"  # noqa: S105 - the name of a variable
EVERY = 5.0
"""Seconds between two looks at a watched folder."""

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where it answers; others than this machine need a password.")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes any that is free.")]
Open = Annotated[bool, typer.Option("--open", help="Open the browser.")]
Name = Annotated[
    list[str] | None, typer.Option("--name", metavar="HOST", help="Another name under which browsers reach it.")
]


def serve(
    path: RecordPath, host: Host = "127.0.0.1", port: Port = 8321, name: Name = None, browser: Open = False
) -> None:
    """Serve a record as pages; for this machine alone, unless told otherwise and given a password."""
    password = _password(host)
    with Record.open(path) as record:
        _run(record, host, port, name or [], password, browser=browser, folder=None)


def desk(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Articles; what comes into it is read.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="Where the record is kept.")] = Path(
        "record.db"
    ),
    host: Host = "127.0.0.1",
    port: Port = 8321,
    name: Name = None,
    browser: Open = False,
) -> None:
    """Build a folder into a record, serve it, and take in what comes into the folder."""
    from rapporteur.pipeline import build  # noqa: PLC0415 - the model is loaded only where something is read

    password = _password(host)
    with progress_bar() as progress:
        record = build([folder], output=output, progress=progress)
    with record:
        _run(record, host, port, name or [], password, browser=browser, folder=folder)


def _password(host: str) -> str:
    """The password, if one is set.

    Raises:
        UsageError: the desk would be open to other machines without one.
    """
    from rapporteur.web.guard import is_here  # noqa: PLC0415 - the web is loaded only where it is served

    password = os.environ.get(PASSWORD, "")
    if not password and not is_here(host):
        raise UsageError(
            f"At {host} others could reach the desk: it needs a password.",
            hint=f"Set it in the environment variable {PASSWORD}, or leave --host out.",
        )
    return password


def _run(
    record: Record, host: str, port: int, names: list[str], password: str, *, browser: bool, folder: Path | None
) -> None:
    import uvicorn  # noqa: PLC0415 - as above

    from rapporteur.web import guard  # noqa: PLC0415
    from rapporteur.web.app import create_app  # noqa: PLC0415
    from rapporteur.web.desk import Desk  # noqa: PLC0415

    listening = _bound(host, port)
    port = listening.getsockname()[1]
    hosts = guard.hosts_of(host, port) | guard.names(names)
    at_work = Desk(record)
    address = f"http://{'127.0.0.1' if guard.is_here(host) else host}:{port}/"
    console().print(Text.assemble(("Desk ", "bold"), address, ("   Ctrl+C ends it", "dim")))
    ended = threading.Event()
    if folder:
        threading.Thread(target=_watch, args=(at_work, folder, ended), daemon=True).start()
    if browser:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    settings = uvicorn.Config(
        create_app(at_work, guard.Locks(hosts, password)), log_level="warning", server_header=False
    )
    try:
        uvicorn.Server(settings).run(sockets=[listening])
    finally:
        ended.set()


def _bound(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        hint = "Is a desk running already? Name another port with --port."
        raise UsageError(f"The desk cannot answer at {host}:{port}: {error.strerror}.", hint=hint) from None


def _watch(at_work: object, folder: Path, ended: threading.Event) -> None:
    """Take in what comes into a folder, until the desk has ended."""
    while not ended.wait(EVERY):
        try:
            read = at_work.add(folder)  # type: ignore[attr-defined]
        except RapporteurError as error:
            complain(error.message, error.hint)
            continue
        if read:
            console().print(Text(f"{read} new {'article' if read == 1 else 'articles'}", "dim"))
