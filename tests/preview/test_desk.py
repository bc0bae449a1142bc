"""A publication's folder of labels, made where there is none."""

import pytest

from toolkit.article import Publication
from toolkit.errors import PublicationError
from toolkit.preview.desk import Desk, make_folder


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "",
        "# The valley's paper.\n\n# Languages\nlanguages = ['fa']\n\n[name]\nfa = 'پیک'\n",
        "[name]\nen = 'Courier'\n",
        "\ufeff# From Windows\r\nlanguages = [\r\n'fa',\r\n]\r\n",
        "languages = ['fa'] # no end of line",
        "# Only a comment",
    ],
)
def test_the_settings_name_it_and_keep_all_else(tmp_path, settings):
    file = tmp_path / "toolkit.toml"
    before = Publication()
    if settings is not None:
        file.write_bytes(settings.encode())
        before = Publication.load(file)
    make_folder(file)
    now = Publication.load(file)
    assert now.labels_folder == (tmp_path / "labels").resolve()
    assert now.model_dump(exclude={"labels"}) == before.model_dump(exclude={"labels"})
    for line in (settings or "").split("\n"):
        assert line in file.read_bytes().decode()


@pytest.mark.parametrize("settings", ["labels = 'words'\n", "languages = [\n", "a = 1\na = 2\n"])
def test_settings_that_name_one_or_are_damaged_stay_as_they_are(tmp_path, settings):
    file = tmp_path / "toolkit.toml"
    file.write_text(settings, "utf-8")
    with pytest.raises(PublicationError) as raised:
        make_folder(file)
    assert raised.value.diagnostic.remedy
    assert file.read_text("utf-8") == settings
    assert not (tmp_path / "labels").exists()


def test_why_labels_cannot_be_changed(tmp_path):
    own = Publication(labels="labels")
    assert Desk(own).obstacle("en") == "none"
    assert Desk(own).obstacle("ar-XB") == "pseudo"
    assert Desk(Publication()).obstacle("fa") == "no-folder"
    assert Desk(Publication(), edits_built_in=True).obstacle("fa") == "none"
    assert Desk(Publication(), edits_built_in=True).obstacle("en") == "source"
