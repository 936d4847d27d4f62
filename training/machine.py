"""What training runs on: an accelerator where there is one, else the processor, in half precision if it has that."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from typing import TypeVar

import torch

_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Machine:
    """A device, and whether its matrix products are quick in bfloat16."""

    device: torch.device
    half: bool

    @classmethod
    def found(cls, threads: int) -> Machine:
        """The machine at hand, with ``threads`` on the processor."""
        torch.set_num_threads(threads)
        if torch.cuda.is_available():
            return cls(torch.device("cuda"), half=True)
        return cls(torch.device("cpu"), half=torch.cpu._is_avx512_bf16_supported())

    def precision(self) -> AbstractContextManager[None]:
        """The context in which the networks run."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.half)

    def place(self, given: _Given) -> _Given:
        """A dataclass of tensors, moved to the device."""
        for field in fields(given):  # type: ignore[arg-type]
            value = getattr(given, field.name)
            moved = (
                {k: v.to(self.device) for k, v in value.items()} if isinstance(value, dict) else value.to(self.device)
            )
            setattr(given, field.name, moved)
        return given
