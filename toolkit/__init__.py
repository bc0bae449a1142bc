"""Mixed English and Persian articles as accessible HTML and PDF."""

__version__ = "0.1.0"
