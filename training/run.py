"""One training run: stages of epochs of batches, with checkpoints from which an interrupted run goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

import torch
from torch import Tensor, nn

from training.machine import Machine
from training.progress import Progress

EVERY = 100
"""Steps between checkpoints."""
_Batch = TypeVar("_Batch")
_Schedule: TypeAlias = torch.optim.lr_scheduler.LRScheduler


@dataclass(frozen=True, slots=True)
class State:
    """How far a run has come: the stage and epoch under way, and the steps of that epoch that are done."""

    stage: int = 0
    epoch: int = 0
    step: int = 0


@dataclass(frozen=True)
class Task(Generic[_Batch]):
    """What a run learns: the batches of an epoch of a stage, and the loss of a batch with its number of words."""

    batches: Callable[[Mapping[str, Any], int], Sequence[_Batch]]
    loss: Callable[[nn.Module, _Batch], tuple[Tensor, int]]


class Run(Generic[_Batch]):
    """Trains ``model`` on ``task`` as ``settings`` say; the checkpoint is ``name``.pt in ``folder``."""

    def __init__(
        self,
        folder: Path,
        name: str,
        model: nn.Module,
        task: Task[_Batch],
        settings: Mapping[str, Any],
        machine: Machine,
    ) -> None:
        self.folder, self.name, self.model, self.task = folder, name, model.to(machine.device), task
        self.settings, self.machine = settings, machine
        self.state = State()

    def train(self) -> None:
        """Go through every stage that is not done."""
        given = self._resume()
        for number, stage in enumerate(self.settings["stages"]):
            if number < self.state.stage:
                continue
            self._stage(stage, given)
            given = None
            self.state = State(number + 1)
            self._save(None)

    def _stage(self, stage: Mapping[str, Any], given: Mapping[str, Any] | None) -> None:
        epochs = [self.task.batches(stage, epoch) for epoch in range(stage["epochs"])]
        optimizer, schedule = self._optimizer(stage, sum(map(len, epochs)))
        if given and given["optimizer"]:
            optimizer.load_state_dict(given["optimizer"])
            schedule.load_state_dict(given["schedule"])
            torch.set_rng_state(given["random"])
        with Progress(f"{self.name}: {stage['name']}", sum(map(len, epochs))) as progress:
            progress.start_at(sum(map(len, epochs[: self.state.epoch])) + self.state.step)
            for epoch in range(self.state.epoch, len(epochs)):
                for step in range(self.state.step, len(epochs[epoch])):
                    value, words = self._learn(epochs[epoch][step], optimizer)
                    schedule.step()
                    self.state = State(self.state.stage, epoch, step + 1)
                    progress.step(value, words)
                    if (step + 1) % EVERY == 0:
                        self._save((optimizer, schedule))
                self.state = State(self.state.stage, epoch + 1, 0)

    def _learn(self, batch: _Batch, optimizer: torch.optim.Optimizer) -> tuple[float, int]:
        self.model.train()
        with self.machine.precision():
            value, words = self.task.loss(self.model, batch)
        value.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), self.settings["clip"])
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        return float(value.item()), words

    def _optimizer(self, stage: Mapping[str, Any], total: int) -> tuple[torch.optim.Optimizer, _Schedule]:
        """AdamW with a rate of its own for the encoder; both rise, then fall to a fiftieth."""
        named = [(name, p) for name, p in self.model.named_parameters() if p.requires_grad]
        encoder = [p for name, p in named if name.startswith("encoder.")]
        heads = [p for name, p in named if not name.startswith("encoder.")]
        groups = [{"params": encoder, "lr": stage["encoder_rate"]}, {"params": heads, "lr": stage["head_rate"]}]
        optimizer = torch.optim.AdamW(groups, weight_decay=self.settings["decay"])
        warmup = self.settings["warmup"]
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min((step + 1) / warmup, max(0.02, (total - step) / total))
        )
        return optimizer, schedule

    def _resume(self) -> Mapping[str, Any] | None:
        path = self.folder / f"{self.name}.pt"
        if not path.is_file():
            return None
        given: dict[str, Any] = torch.load(path, map_location=self.machine.device, weights_only=False)
        self.model.load_state_dict(given["model"])
        self.state = State(*given["state"])
        return given

    def _save(self, learning: tuple[torch.optim.Optimizer, _Schedule] | None) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f"{self.name}.new"
        kept = {
            "model": self.model.state_dict(),
            "state": astuple(self.state),
            "optimizer": learning[0].state_dict() if learning else None,
            "schedule": learning[1].state_dict() if learning else None,
            "random": torch.get_rng_state(),
        }
        torch.save(kept, fresh)
        fresh.replace(self.folder / f"{self.name}.pt")
