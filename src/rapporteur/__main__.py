"""``python -m rapporteur``: the command line."""

from __future__ import annotations

from rapporteur.cli import main

if __name__ == "__main__":
    main()
