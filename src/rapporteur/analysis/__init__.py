"""What a record shows once it is read as a whole: timelines, positions over time, sticking points."""
