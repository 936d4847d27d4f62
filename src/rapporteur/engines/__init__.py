"""Where reading runs: in this process, in a pool of processes, on a Ray cluster."""

from __future__ import annotations

from rapporteur.engines.cluster import Cluster
from rapporteur.engines.engine import Engine
from rapporteur.engines.here import Here
from rapporteur.engines.pool import Pool

__all__ = ["Cluster", "Engine", "Here", "Pool"]
