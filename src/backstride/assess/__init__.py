"""Tests that a person can repeat: what is done, what is kept, and how large a change must be to be real."""
