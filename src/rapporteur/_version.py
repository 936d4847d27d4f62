"""The version: part of every record, because another version may read the same article otherwise."""

__version__ = "0.1.0"
