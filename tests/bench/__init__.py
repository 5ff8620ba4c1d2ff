"""How fast, as ratios to a peer in the same run: these say something on any machine, seconds do not."""
