"""What people decided about a record: kept for ever, applied on every build, and never silently overruled."""
