"""Who does an event to whom: the arguments of the word that tells it, as actors of the article and as spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapporteur.language.trees import Tree
from rapporteur.reading.claims import ActorKind, Mention
from rapporteur.reading.events.arguments import Arguments
from rapporteur.reading.events.mutual import partners
from rapporteur.reading.events.plover import plover_words
from rapporteur.reading.scene import Cast
from rapporteur.spans import Span


@dataclass(frozen=True, slots=True)
class Role:
    """Those who fill one side of an event: local actor ids, and where the words stand."""

    actors: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans)


_OUT_OF = frozenset({"at", "from", "in", "of"})
_BETWEEN = 1
"""Words between two that are named in a row: "and", a comma."""


def roles(tree: Tree, cast: Cast, found: Arguments) -> tuple[Role, Role]:
    """Return the actor and the recipient of an event with these arguments; all are both who do it to one another."""
    actor = _role(tree, cast, found.actors)
    mutual = found.mutual and len(actor.actors) > 1
    recipients = partners(tree, found.recipients) if mutual else found.recipients
    other = _without(_role(tree, cast, recipients, deep=True), actor)
    return (actor, actor) if mutual and not other.actors else (actor, other)


def _role(tree: Tree, cast: Cast, heads: Iterable[int], *, deep: bool = False) -> Role:
    """The side that ``heads`` fill; ``deep``: those named anywhere in a phrase, if its core names nobody."""
    actors: list[str] = []
    spans: list[Span] = []
    for head in heads:
        core = tree.core(head)
        token = tree.tokens[head].span
        inside = cast.outermost(core)
        meant = _person(tree, cast, head) or [m for m in inside if token in m.span] or _longer(cast, core, token)
        chosen: Sequence[Mention] = meant or inside
        if not meant and not cast.named(core):
            renamed = [m for c in tree.children(head, "appos") for one in tree.members(c) for m in _at(tree, cast, one)]
            beyond = renamed or (cast.named(_whole(tree, head)) if deep else _at_home(tree, cast, head))
            chosen = beyond or inside
            spans += [m.span for m in beyond] if deep or renamed else []
        actors += [m.actor for m in chosen]
        spans += [m.span for m in meant] if meant else [core]
    return Role(tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(spans)))


def _person(tree: Tree, cast: Cast, head: int) -> list[Mention]:
    """The person whose office or part a word names, of whose state nothing is said besides: "Peru's envoy, Ana Lee"."""
    if tree.tag(head) != "NOUN":
        return []
    renamed = [m for c in tree.children(head, "appos") for m in _at(tree, cast, c)]
    return [m for m in renamed if cast[m.actor].kind is ActorKind.PERSON]


def _at(tree: Tree, cast: Cast, at: int) -> list[Mention]:
    """The mentions that a word is part of."""
    return [m for m in cast.named(tree.core(at)) if tree.tokens[at].span in m.span]


def named_before(tree: Tree, cast: Cast, at: int) -> Role:
    """Those named in a row right before the word ``at``: who acts where no tree holds: "Kenya and Mali swap maps"."""
    before = Span(tree.tokens[0].start, tree.tokens[at].start)
    row: list[Mention] = []
    for mention in reversed(list(cast.outermost(before))):
        end = row[-1].span.start if row else before.end
        if sum(mention.span.end <= token.start < end for token in tree.tokens) > (_BETWEEN if row else 0):
            break
        row.append(mention)
    return Role(tuple(dict.fromkeys(m.actor for m in reversed(row))), tuple(m.span for m in reversed(row)))


def _at_home(tree: Tree, cast: Cast, head: int) -> list[Mention]:
    """Those from whom people are, or where: "soldiers from Chad", "lawmakers in Chad"."""
    if tree.lemma(head) not in plover_words("people"):
        return []
    near = (*tree.children(head, "nmod"), *(c for c in tree.children(tree.heads[head], "obl", "nmod") if c > head))
    homes = [c for c in near if tree.case(c) in _OUT_OF and min(tree.subtree(c)) == head + 1]
    return [m for home in homes for m in cast.outermost(_whole(tree, home))]


def _whole(tree: Tree, head: int) -> Span:
    """The words of all that hangs on ``head``."""
    nodes = list(tree.subtree(head))
    return Span(tree.tokens[min(nodes)].start, tree.tokens[max(nodes)].end)


def _longer(cast: Cast, core: Span, token: Span) -> list[Mention]:
    """The mentions that hold the head of a phrase and reach beyond it: "the presidents of Peru and Ecuador"."""
    near = Span(max(0, core.start - 80), core.end + 80)
    return [m for m in cast.outermost(near) if token in m.span]


def _without(role: Role, other: Role) -> Role:
    kept = tuple(span for span in role.spans if span not in other.spans)
    return Role(tuple(a for a in role.actors if a not in other.actors), kept) if kept else Role()


__all__ = ["Role", "roles"]
