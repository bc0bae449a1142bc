"""Addresses that a page may carry, and those it may not."""

import pytest

from toolkit.article.address import LONGEST_ADDRESS, check_address, resolve
from toolkit.errors import ArticleError


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://fa.wikipedia.org/wiki/ایران",
        "https://[::1]/",
        "mailto:a@example.org?subject=x",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_taken(address):
    assert check_address(address) == address


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("javascript:alert(1)", "not an http, https or mailto address"),
        ("data:text/html,x", "not an http, https or mailto address"),
        ("ftp://example.org", "not an http, https or mailto address"),
        ("/report", "not an http, https or mailto address"),
        ("//example.org", "not an http, https or mailto address"),
        ("", "not an http, https or mailto address"),
        ("https:///report", "names no site"),
        ("https://user:password@example.org/", "carries a user name or password"),
        ("https://user@example.org/", "carries a user name or password"),
        ("mailto:nobody", "names no mail address"),
        ("https://example.org/a b", "U+0020"),
        ("https://example.org/\u202egpj.exe", "U+202E"),
        ('https://example.org/"x', '“"”'),
        ("https://example.org\\@evil.example/", "“\\”"),
        ("https://[::1", "is not a web address"),
        ("https://example.org:port/", "is not a web address"),
        ("https://example.org/" + "x" * LONGEST_ADDRESS, "longer than 2048"),
    ],
)
def test_refused(address, reason):
    with pytest.raises(ArticleError) as caught:
        check_address(address)
    assert reason in caught.value.diagnostic.reason


@pytest.mark.parametrize(
    ("address", "base", "found"),
    [
        ("a", "https://example.org/b/", "https://example.org/b/a"),
        ("a", None, "a"),
        ("//example.org/", None, "https://example.org/"),
        (" java\nscript:x ", None, "javascript:x"),
        ("http://[", "https://example.org/", "http://["),
        ("https://example.org/a b", None, "https://example.org/a%20b"),
    ],
)
def test_resolve(address, base, found):
    assert resolve(address, base) == found
