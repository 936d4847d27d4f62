"""Invented articles that several tests build records of: a bridge, the life of a commitment, and a border."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

TEXTS = {
    "one.txt": "OSLO, March 4, 1996 (Polar News) -- Prime Minister Arta Hoxhaj of Albania met Greek Foreign Minister "
    "Nikos Vellis in Oslo on Monday.\n\n“We want the bridge open by spring,” Hoxhaj said after the talks.\n",
    "two.txt": "ATHENS, March 5, 1996 (Southern Wire) -- Greece's foreign minister, Nikos Vellis, said on Tuesday "
    "that his meeting in Oslo with Albania's prime minister, Arta Hoxhaj, was useful.\n\n"
    "He agreed to open the bridge by June.\n",
    "three.txt": "TIRANA, March 9, 1996 (Polar News) -- Albania rejected a Greek proposal to delay the opening of the "
    'bridge.\n\n"That is out of the question," a government spokesman told reporters on Saturday.\n',
}
LIFE = {
    "made.txt": "OSLO, March 4, 1996 (Polar News) -- Prime Minister Arta Hoxhaj of Albania met Greek Foreign Minister "
    "Nikos Vellis in Oslo on Monday.\n\nAlbania and Greece agreed during the talks to exchange 120 prisoners by "
    "1 April.\n",
    "put-off.txt": "ATHENS, March 29, 1996 (Southern Wire) -- The exchange of prisoners between Albania and Greece was "
    "put off to May, officials said.\n",
    "done.txt": "TIRANA, May 20, 1996 (Polar News) -- Albania and Greece exchanged 120 prisoners on Friday.\n",
}

BORDER = {
    "pass.txt": "LIMA, June 3, 2008 (Pacific Wire) -- Bolivia will not release the prisoners unless Chile first lifts "
    "the blockade, Bolivian Foreign Minister Rosa Quispe said on Tuesday.\n\n"
    "Chile has said that it will lift the blockade only if Bolivia first releases the prisoners.\n",
    "ships.txt": "QUITO, June 5, 2008 (Andes Post) -- Peru demanded on Thursday that Ecuador return the seized ships."
    '\n\nEcuador rejected the demand. "We will never return the seized ships," Ecuadorean Foreign Minister Luz Andrade '
    "told reporters.\n",
}
"""Conditions that wait for each other in a ring, and a demand that is refused."""


def write(folder: Path, names: Iterable[str] = TEXTS) -> list[Path]:
    """Write the named articles into a folder."""
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text({**TEXTS, **LIFE, **BORDER}[path.name], encoding="utf-8")
    return paths
