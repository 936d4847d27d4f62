"""What each page shows: functions from a view, and what an address asks for, to what a template writes."""
