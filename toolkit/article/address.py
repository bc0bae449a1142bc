"""Web and mail addresses that a page may carry."""

import re
from urllib.parse import urljoin, urlsplit

from toolkit.article.characters import excerpt
from toolkit.errors import ArticleError, Diagnostic

__all__ = ["LONGEST_ADDRESS", "check_address", "resolve"]

LONGEST_ADDRESS = 2048
_SCHEMES = {"http", "https", "mailto"}
# Control codes, spaces, quotation marks and bidi controls have no place in an address, and hide
# where it leads (https://url.spec.whatwg.org/#url-code-points).
_FORBIDDEN = re.compile(
    '[\x00-\x20\x7f-\xa0"<>\\\\^`{|}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]'
)


def check_address(address: str) -> str:
    """Return an address that is safe to follow.

    Args:
        address: ``http:``, ``https:`` or ``mailto:``, absolute.

    Returns:
        The address itself.

    Raises:
        ArticleError: Another scheme, no host, a name or password, or characters that no
            address has.
    """
    if len(address) > LONGEST_ADDRESS:
        raise _refused(address, f"is longer than {LONGEST_ADDRESS} characters")
    if bad := _FORBIDDEN.search(address):
        raise _refused(address, f"holds a character that no address has, {_name(bad[0])}")
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError as error:
        raise _refused(address, "is not a web address") from error
    if parts.scheme not in _SCHEMES:
        raise _refused(address, "is not an http, https or mailto address", "bad-scheme")
    if parts.scheme == "mailto":
        if "@" not in parts.path:
            raise _refused(address, "names no mail address")
    elif not host:
        raise _refused(address, "names no site")
    elif user is not None:
        raise _refused(address, "carries a user name or password")
    return address


def resolve(address: str, base: str | None) -> str:
    """Return an address as a browser would follow it from a page.

    Args:
        address: An address in markup, maybe relative, maybe with spaces.
        base: The page's own address, or ``None`` where that is not known.

    Returns:
        The address, absolute if it can be; not checked.
    """
    address = re.sub("[\t\n\r]", "", address.strip("\x00\x09\x0a\x0c\x0d\x20")).replace(" ", "%20")
    if address.startswith("//"):
        return f"https:{address}"
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address


def _name(character: str) -> str:
    return (
        f"U+{ord(character):04X}"
        if ord(character) <= 0x20 or ord(character) > 0x7E
        else (f"“{character}”")
    )


def _refused(address: str, reason: str, code: str = "bad-address") -> ArticleError:
    remedy = "Write it in full, such as https://example.org/report"
    return ArticleError(
        Diagnostic(code=code, reason=reason, remedy=remedy, excerpt=excerpt(address))
    )
