"""What is looked for in a PDF, beyond what validators report."""

from toolkit.check.pdf.rules import (  # noqa: F401 - each registers its finders
    catalogue,
    content,
    fonts,
    languages,
    press,
    safety,
    source,
    structure,
)
