"""Names of languages, in themselves and in each other."""

from functools import lru_cache

from toolkit.language.cldr import cldr
from toolkit.language.negotiation import nearest
from toolkit.language.tables import table
from toolkit.language.tag import Tag

__all__ = ["language_name"]


@lru_cache(maxsize=1024)
def language_name(tag: str, reader: str) -> str:
    """Return the name of a language.

    Args:
        tag: BCP 47 tag of the language to name.
        reader: BCP 47 tag of the language to name it in.

    Returns:
        Its name, such as ``Dari`` for ``fa-AF`` in ``en``.  Where CLDR has no name in the
        reader's language: its name in itself, else in English, else the tag.
    """
    return _name(tag, reader) or _name(tag, tag) or _name(tag, "en") or tag


def _name(tag: str, reader: str) -> str | None:
    ours = {
        entry["language"]: entry["name"]
        for entry in table("overrides")["name"]
        if entry["tag"] == tag
    }
    if own := nearest(ours, reader):
        return str(own)
    data, parts = cldr(reader), Tag.parse(tag)
    names = data.languages
    if whole := names.get(tag.replace("-", "_")):
        return str(whole)
    language = names.get(parts.language)
    script = data.scripts.get(parts.script) if f"-{parts.script}" in tag else None
    details = [detail for detail in (script, data.territories.get(parts.territory or "")) if detail]
    return f"{language} ({' – '.join(details)})" if language and details else language
