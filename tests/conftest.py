"""For all tests: the same examples on every run, and none that fails for being slow."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
