"""How often verdicts on one person's change are right, over simulated people of whom the truth is known."""
