from urllib.parse import parse_qs, urlsplit

from toolkit.language import Labels
from toolkit.render.share import share_links

URL = "https://example.org/water-report.fa.html?a=1&b=2"
TITLE = "آب & نان: ۵۰٪"


def links(*networks, locale="fa"):
    return share_links(networks, URL, TITLE, Labels(locale))


def test_each_network_gets_address_and_headline_whole():
    telegram, whatsapp, facebook, email = links("telegram", "whatsapp", "facebook", "email")
    assert parse_qs(urlsplit(telegram.href).query) == {"url": [URL], "text": [TITLE]}
    assert parse_qs(urlsplit(whatsapp.href).query) == {"text": [f"{TITLE} {URL}"]}
    assert parse_qs(urlsplit(facebook.href).query) == {"u": [URL]}
    assert parse_qs(urlsplit(email.href).query) == {"subject": [TITLE], "body": [URL]}


def test_copy_is_a_plain_link_to_the_page():
    assert links("copy")[0].href == URL


def test_names_are_the_locales_own():
    assert "تلگرام" in links("telegram")[0].name
    assert "Telegram" in links("telegram", locale="en")[0].name


def test_unknown_networks_are_left_out():
    assert links("no-such-network") == ()
