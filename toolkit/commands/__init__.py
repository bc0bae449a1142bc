"""Groups of commands, one module each; :mod:`toolkit.cli` puts them together."""
