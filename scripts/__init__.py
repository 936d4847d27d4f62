"""What people and CI both call."""
