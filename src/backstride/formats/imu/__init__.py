"""Readers of inertial sensor files: tables of text from phones, watches and loggers."""
