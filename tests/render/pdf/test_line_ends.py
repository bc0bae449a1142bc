import pytest

from tests.render.pdf.laid_out import lay_out, lines, text
from toolkit import write_pdf

ADDRESS = "https://example.org/documents/s-2026-53/"
PAGE = """<html lang=en><title>t</title><style>@page { size: 90mm 60mm; margin: 4mm }
p { font: 9.75pt "Toolkit Serif"; width: 82mm; hyphens: %s }</style>
<p>All measurements will be free for anyone to use from %s. Farmers can report"""


@pytest.mark.parametrize("hyphens", ["auto", "manual", "none"])
@pytest.mark.parametrize(
    "token", [f"<a href=x>{ADDRESS}</a>", f"<a><bdi dir=ltr>{ADDRESS}</bdi></a>"]
)
def test_the_line_before_an_address_is_full(hyphens, token):
    (page,) = lay_out(lambda: write_pdf(PAGE % (hyphens, token)))
    first = next(lines(page))
    assert text(first).strip(" \u200d").endswith("use from")
