"""What pages share is made once, and anew for whatever differs."""

from PIL import Image

from toolkit.render import Renderer
from toolkit.render.keeping import Kept


def test_a_thing_is_made_once():
    made = []
    kept = Kept(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(key, lambda key=key: made.append(key) or key.upper()) == key.upper()
    assert made == ["a", "b", "c", "b"]  # "b" had to make room for "c"


def listing(samples, **changes):
    shown, *others = samples.values()
    other = others[0].model_copy(update={"related": (), **changes})
    return shown, Renderer("en", articles=[other], report=[].append)


def test_a_card_follows_its_article(samples):
    shown, renderer = listing(samples)
    renderer.html(shown)
    changed = listing(samples, title={"en": "Another headline"})[1]
    changed._kept = renderer._kept
    changed._filling._parts = renderer._filling._parts
    assert "Another headline" in changed.html(shown)


def test_a_card_follows_its_picture(samples, tmp_path):
    shown, renderer = listing(samples)
    image = samples["water-report"].image.model_copy(update={"src": "a.png", "alt": "A field"})
    other = samples["ferry-line"].model_copy(update={"image": image})
    renderer = Renderer(
        "en", articles=[other.located(file=None, folder=tmp_path)], report=[].append
    )

    def pictures(size):
        Image.effect_noise(size, 80).save(tmp_path / "a.png")
        return set(renderer.page(shown).pictures)

    before, after = pictures((640, 480)), pictures((480, 640))
    assert before != after
    (tmp_path / "a.png").unlink()
    assert set(renderer.page(shown).pictures) < before | after


def test_each_page_is_told_what_its_cards_lack(samples, tmp_path):
    found = []
    shown, *others = samples.values()
    elsewhere = [article.located(file=article.id, folder=tmp_path) for article in others]
    renderer = Renderer("en", articles=elsewhere, report=found.append)
    renderer.html(shown)
    first, found[:] = list(found), []
    renderer.html(shown)
    assert first == found != []
