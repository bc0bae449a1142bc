"""Articles and publications whose own words are masked: what can still be read is the page's."""

import re
from unicodedata import category, name

from lxml import html
from pydantic import BaseModel

LATIN, ARABIC = "ø", "ڭ"
"""Stand for each letter of an article; no label in a pseudo-locale has them."""

ADDRESS = "https://example.org/"
"""Stands for each address in an article."""

_WORDED = {"title", "subtitle", "summary", "alt", "caption", "credit", "name", "tags", "rights"}
_WORDED |= {"tagline", "section", "sections"}


def masked(record, sections=()):
    """Return an article, a publication, or a part of one, with every letter of its texts masked.

    A section that the publication names by its key, one of ``sections``, keeps it.
    """
    changes = {field: _mask(field, getattr(record, field)) for field in type(record).model_fields}
    section = getattr(record, "section", None)
    if isinstance(section, str) and section in sections:
        del changes["section"]
    return record.model_copy(update=changes)


def mask(text):
    """Return a text with each of its letters masked, its digits and signs as they were."""
    return "".join(map(_masked_letter, text or ""))


def _mask(field, value):
    if isinstance(value, BaseModel):
        return masked(value)
    if isinstance(value, dict):
        return {key: _mask(field, part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_mask(field, part) for part in value)
    if field == "body":
        return _masked_markup(value)
    if field == "url":
        return value and ADDRESS
    return mask(value) if isinstance(value, str) and field in _WORDED else value


def _masked_letter(character):
    if category(character)[0] not in "LM":
        return character
    return LATIN if "LATIN" in name(character, "") else ARABIC


def _masked_markup(markup):
    root = html.fragment_fromstring(markup, create_parent="div")
    for element in root.iter():
        element.text, element.tail = mask(element.text), mask(element.tail)
        if "://" in element.get("href", ""):
            element.set("href", ADDRESS)
        for attribute in ("alt", "title"):
            if element.get(attribute):
                element.set(attribute, mask(element.get(attribute)))
    return re.sub("^<div>|</div>$", "", html.tostring(root, encoding="unicode"))
