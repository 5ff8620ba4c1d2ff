"""The rules of the programme: commented tables and pure functions of dates and facts."""
