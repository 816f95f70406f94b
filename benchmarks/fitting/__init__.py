"""Weights of stride patterns, fitted to simulated people and written into the engine."""
