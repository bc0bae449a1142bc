"""The plural forms of a language, as a PO file's header has them.

https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html; the rules are CLDR's,
https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html.
"""

from toolkit.language.plural_forms import PluralForms
from toolkit.language.tag import Tag
from toolkit.translation.tables import table

__all__ = ["are_equal", "plural_forms"]

_MANY = 1_000


def plural_forms(tag: str) -> str:
    """Return the ``Plural-Forms`` of a language.

    Args:
        tag: A BCP 47 tag.

    Returns:
        Such as ``nplurals=2; plural=(n > 1);``; English ones where CLDR has none.
    """
    pinned: dict[str, str] = table("plurals")
    return pinned.get(tag) or pinned.get(Tag.parse(tag).language) or _of_cldr(tag)


def _of_cldr(tag: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.plural import to_gettext

    try:
        return to_gettext(Locale.parse(Tag.parse(tag).language).plural_form)
    except UnknownLocaleError:
        return str(table("plurals")["en"])


def are_equal(header: str, other: str) -> bool:
    """Tell whether two ``Plural-Forms`` choose the same form for every number below 1,000."""
    forms, others = (PluralForms.parse(f"Plural-Forms: {text}") for text in (header, other))
    return (
        forms is not None
        and others is not None
        and forms.count == others.count
        and all(forms.form(number) == others.form(number) for number in range(_MANY))
    )
