"""A shipped network: words as numbers in, numbers out, on one thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rapporteur.language.model.files import damaged, file
from rapporteur.language.model.shapes import shape
from rapporteur.language.model.subwords import CLS, SEP

Array = NDArray[Any]


def inputs(pieces: Sequence[tuple[int, ...]], forms: Sequence[str]) -> dict[str, Array]:
    """What a network is given of the words of one window, all int64.

    Args:
        pieces: the numbers of the subwords of each word, one or more.
        forms: the words.

    Returns:
        ``ids`` [subwords + 2]: the subwords between the marks of start and end; ``first`` and ``last`` [words]: where
        in ``ids`` each word starts and ends; ``shape`` [words]: how it is written.
    """
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    last = np.cumsum(lengths)
    ids = np.array([CLS, *(number for piece in pieces for number in piece), SEP], np.int64)
    shapes = np.array([shape(form) for form in forms], np.int64)
    return {"ids": ids, "first": last - lengths + 1, "last": last, "shape": shapes}


class Network:
    """An ONNX graph.  One thread, so that results do not hang on the machine; more articles at once want processes.

    Raises:
        ModelError: the file is missing or damaged.
    """

    def __init__(self, name: str) -> None:
        import onnxruntime  # noqa: PLC0415 - slow to import, and not every command reads

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        options.enable_cpu_mem_arena = False  # memory is bounded by the longest window, not by the longest ever seen
        path = file(name)
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has no public class of its own errors
            raise damaged(name, error) from error
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, given: Mapping[str, Array]) -> dict[str, Array]:
        """The graph's outputs by name for ``given`` inputs by name."""
        found = self._session.run(self._outputs, {name: np.asarray(value) for name, value in given.items()})
        return dict(zip(self._outputs, found, strict=True))
