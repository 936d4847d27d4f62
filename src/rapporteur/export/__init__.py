"""The record and the reading in formats that others read: a file a format."""
