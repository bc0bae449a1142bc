from types import SimpleNamespace

from toolkit.language import Locale
from toolkit.render.first_view import first_texts
from toolkit.render.phrase import Phrase
from toolkit.render.views import CardView, ListingView, PageView

ENGLISH = Locale.parse("en")


def phrase(text):
    return Phrase(text, "en", ENGLISH)


def card(title, teaser):
    teaser = teaser and phrase(teaser)
    return CardView(
        href="", title=phrase(title), teaser=teaser, picture=None, published=None, notice=None
    )


def view(**parts):
    return PageView(locale=ENGLISH, publication=None, **parts)


def test_a_front_page_begins_with_its_lead():
    shown = first_texts(view(lead=card("Bread", "Salt"), latest=(card("Tea", None),)))
    assert shown == {"heading": "Bread", "text": "Salt"}


def test_a_list_begins_with_its_first_cards():
    cards = [card(title, None) for title in ("Bread", "Tea", "Rice", "Oil")]
    listing = ListingView(name=None, number=1, cards=tuple(cards), pagination=None)
    assert first_texts(view(listing=listing))["heading"] == "Bread Tea Rice"


def test_an_article_begins_with_headline_names_and_standfirst():
    names = (phrase("Leyla"), phrase("Mina"))
    article = SimpleNamespace(
        title=phrase("Bread"), authors=names, subtitle=None, summary=phrase("Salt")
    )
    shown = first_texts(view(article=article))
    assert shown == {"heading": "Bread Leyla Mina", "text": "Salt"}
