"""The counter styles of the languages, as rules of a style sheet.

CSS Counter Styles 3, https://www.w3.org/TR/css-counter-styles-3/
"""

from collections.abc import Mapping
from functools import cache

from toolkit.language.counters import TYPES, CounterStyle, languages

__all__ = ["counter_rules"]


@cache
def counter_rules() -> str:
    """Return the styles that browsers lack, and the tokens that name each language's styles.

    The tokens are ``--counter-figures``, ``-letters``, ``-capitals``, ``-numerals`` and
    ``-capital-numerals``.
    """
    styles = (_definition(style) for style in CounterStyle.all() if not style.predefined)
    tokens = (_tokens(tags, styles) for tags, styles in languages())
    return "\n".join((*styles, *tokens))


def _definition(style: CounterStyle) -> str:
    written = [f'"{symbol}"' for symbol in style.symbols]
    if style.weights:
        pairs = zip(style.weights, written, strict=True)
        symbols = "additive-symbols: " + ", ".join(f"{weight} {symbol}" for weight, symbol in pairs)
    else:
        symbols = "symbols: " + " ".join(written)
    bound = f" range: 1 {style.most};" if style.most else ""
    return (
        f"@counter-style {style.name} {{ system: {style.system}; {symbols};{bound}"
        f' suffix: "{style.suffix}"; fallback: {style.fallback}; }}'
    )


def _tokens(tags: tuple[str, ...], styles: Mapping[str, CounterStyle]) -> str:
    named = " ".join(f"--counter-{TYPES[kind]}: {style.name};" for kind, style in styles.items())
    anywhere = ", ".join(f'[lang|="{tag}"]' for tag in tags)
    return f"{anywhere} {{ {named} }}"
