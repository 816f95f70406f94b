"""For all tests."""

from hypothesis import settings

# A test of properties says nothing of how busy the machine is.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
