"""The documentation says what the program does: commands are run, generated parts are fresh, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from rapporteur.cli import app
from scripts.reference import PAGE, page

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples" / "camp-david" / "README.md"])


def blocks(path: Path, language: str) -> list[str]:
    """The code blocks of one language on a page."""
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


def test_the_command_reference_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "Run: make docs"


def test_every_command_has_help_for_every_option() -> None:
    for name, command in typer.main.get_group(app).commands.items():
        assert command.help, name
        assert [p.name for p in command.params if p.name != "help" and not getattr(p, "help", None)] == [], name


README_COMMANDS = [
    line.removeprefix(".venv/bin/rapporteur ")
    for block in blocks(ROOT / "README.md", "sh")
    for line in block.splitlines()
    if line.startswith(".venv/bin/rapporteur ")
]


def test_the_readme_shows_commands() -> None:
    assert [shlex.split(line)[0] for line in README_COMMANDS] == ["build", "meetings", "dossier", "desk"]


@pytest.mark.enable_socket
def test_the_readmes_commands_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("uvicorn.Server.run", lambda _server, sockets: [one.close() for one in sockets])
    monkeypatch.setattr("webbrowser.open", lambda _address: None)
    (tmp_path / "my-articles").symlink_to(ROOT / "examples" / "camp-david" / "articles")
    for line in README_COMMANDS:
        result = CliRunner().invoke(app, shlex.split(line), catch_exceptions=False)
        assert result.exit_code == 0, result.output
    assert (tmp_path / "dossier.html").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("path", "code"),
    [(path.name, code) for path in PAGES for code in blocks(path, "python")],
)
def test_python_on_the_pages_works(
    path: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, path, "exec"), {})
    printed = capsys.readouterr().out
    assert printed.strip()
    shown = blocks(next(page for page in PAGES if page.name == path), "text")
    assert not shown or printed in shown


def test_the_makefile_has_the_verbs_that_the_pages_name() -> None:
    verbs = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {verb for path in PAGES for verb in re.findall(r"`?make ([a-z]+)`", path.read_text(encoding="utf-8"))}
    assert named <= verbs


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_within_the_project_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (path.parent / target).exists()] == []
