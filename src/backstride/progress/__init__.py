"""Whether it works for this person: change with its uncertainty, and a verdict for each claim."""
