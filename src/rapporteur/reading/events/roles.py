"""Who does an event to whom: the arguments of the word that tells it, as actors of the article and as spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapporteur.language.trees import Tree
from rapporteur.reading.claims import Form, Mention
from rapporteur.reading.events.arguments import Arguments
from rapporteur.reading.events.plover import plover_words
from rapporteur.reading.scene import Cast
from rapporteur.spans import Span

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
"""Types that several can do together, so that one of them is the recipient."""


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


def roles(tree: Tree, cast: Cast, at: int, found: Arguments, kind: str) -> tuple[Role, Role]:
    """Return the actor and the recipient of an event of type ``kind``, told at ``at``, with these arguments."""
    doing, receiving = found.actors, found.recipients
    actor, recipient = _role(tree, cast, doing), _role(tree, cast, receiving, deep=True)
    other = _without(recipient, actor)
    if len(doing) > 1 and not other.actors and (kind in _MUTUAL or _is_theirs(tree, at)):
        actor, other = _role(tree, cast, doing[:1]), _role(tree, cast, doing[1:])
        return actor, _without(other, actor)
    return actor, other


def _is_theirs(tree: Tree, at: int) -> bool:
    """Whether what is done is done to what several share: "postponed their meeting"."""
    verb = at if tree.children(at, "obj") else tree.heads[at]
    shared = (at, *(tree.children(verb, "obj") if verb >= 0 else ()))
    return any(tree.form(owner) == "their" for thing in shared for owner in tree.children(thing, "nmod"))


def _role(tree: Tree, cast: Cast, heads: Iterable[int], *, deep: bool = False) -> Role:
    """The side that ``heads`` fill; ``deep``: those named anywhere in a phrase, if its core names nobody."""
    actors: list[str] = []
    spans: list[Span] = []
    for head in heads:
        core = tree.core(head)
        token = tree.tokens[head].span
        inside = list(cast.outermost(core))
        meant = [m for m in inside if token in m.span] or _longer(cast, core, token)
        if deep and not meant and not inside:
            whole = _whole(tree, head)
            inside = [m for m in cast.outermost(whole) if m.form is not Form.PRONOUN]
            spans += [m.span for m in inside]
        elif not meant and not inside and tree.lemma(head) in plover_words("people"):
            inside = [m for home in _homes(tree, head) for m in cast.outermost(home)]
        chosen = meant or inside
        actors += [m.actor for m in chosen]
        spans += [m.span for m in chosen] if meant else [core]
    return Role(tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(spans)))


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


def _homes(tree: Tree, head: int) -> list[Span]:
    """Where the people are from or are that a noun names: "soldiers from Chad"."""
    return [_whole(tree, child) for child in tree.children(head, "nmod") if tree.case(child) in _OUT_OF]


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
