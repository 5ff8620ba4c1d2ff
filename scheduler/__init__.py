"""What happens when time passes: a duty handles one due row and returns."""
