"""How well and how fast the program reads, against gold made by hand.  Run: python -m benchmarks."""
