"""Documents to tag."""

import toolkit
from tests.render.pdf.structure_reader import read_structure

DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)
STYLE = "@page { size: 120mm 60mm; margin: 8mm } .note { float: footnote }"


def document(body, lang="en", direction="ltr", style=""):
    return (
        f'<!doctype html><html lang="{lang}" dir="{direction}"><title>t</title>'
        f"<style>{STYLE}{style}</style><body>{body}"
    )


def structure(body, **named):
    return read_structure(toolkit.write_pdf(document(body, **named)))
