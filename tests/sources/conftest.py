"""Settings of the property tests."""

from hypothesis import settings

# The first example imports parsers and reads tables from disk.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
