"""The publication around the articles: ``toolkit.toml``."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from toolkit.article.fields import Address, Label, LogoSource, Passage, Several, misfit
from toolkit.article.findings import diagnoses
from toolkit.article.model import Record
from toolkit.article.picture import Picture, inspect
from toolkit.article.text import LanguageTag, Localized
from toolkit.errors import ArticleError, Diagnostic, LocaleError, PublicationError
from toolkit.language.calendar import Calendar, calendar_named
from toolkit.language.country import time_zone
from toolkit.language.tag import normalise

__all__ = ["NAME", "Contents", "Network", "Pdf", "Publication"]

NAME = "toolkit.toml"
Network = Literal["telegram", "whatsapp", "x", "facebook", "email", "copy"]

_LARGEST = 200_000
_MOST_CALENDARS = 2
_CALENDARS = 'Write such as fa = "persian" or fa = ["persian", "gregorian"]'
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        remedy = "Use a name such as Asia/Kabul, Asia/Tehran or UTC"
        raise misfit("bad-time-zone", "is not a known time zone", remedy, name) from error
    return name


def _some_calendars(value: object) -> tuple[Calendar, ...]:
    given = list(value) if isinstance(value, list | tuple) else [value]
    try:
        named = tuple(calendar_named(str(name)) for name in given)
    except LocaleError as error:
        reason = error.diagnostic.reason
        raise misfit("unknown-value", reason, error.diagnostic.remedy) from error
    if not 0 < len(named) <= _MOST_CALENDARS or len(set(named)) < len(named):
        raise misfit("bad-calendars", "must be one calendar, or a list of two", _CALENDARS)
    return named


Calendars = Annotated[tuple[Calendar, ...], BeforeValidator(_some_calendars)]


def _site(address: str) -> str:
    parts = urlsplit(address)
    try:
        is_named = bool((parts.hostname or "").encode("idna"))
    except UnicodeError:
        is_named = False
    if not is_named or parts.query or parts.fragment:
        remedy = "Write the address of a folder, such as https://example.org/news/"
        raise misfit("bad-address", "is not where a site can stand", remedy, address)
    return address


def _contents(value: object) -> object:
    if isinstance(value, bool) or value == "auto":
        return value
    remedy = 'Write true, false or "auto"'
    raise misfit("unknown-value", "is no choice about contents", remedy, str(value))


Contents = Annotated[bool | Literal["auto"], BeforeValidator(_contents)]
"""Whether a PDF lists its contents: ``auto``: where the article is long."""


def _is_known(tag: str) -> bool:
    try:
        return bool(normalise(tag))
    except LocaleError:
        return False


def _distinct(languages: tuple[str, ...]) -> tuple[str, ...]:
    if not languages:
        raise misfit("empty-field", "is empty", "Name one at least")
    if len(set(languages)) < len(languages):
        raise misfit("duplicate-language", "names the same language twice", "Keep one of them")
    return languages


class Pdf(Record):
    """How the publication's PDFs are made."""

    profile: str = Field(
        default="accessible", description="accessible, archive, ua2, press or draft."
    )
    page_size: str = Field(default="A4", description="A4, A5, Letter, or 170mm x 240mm.")
    columns: Literal[1, 2] = Field(default=1, description="Columns of text, 1 or 2.")
    contents: Contents = Field(
        default="auto",
        description="Whether headings are listed with their pages; auto: in long articles.",
    )
    link_addresses: bool = Field(
        default=False, description="Whether the text says where its links lead."
    )
    attach_source: bool = Field(
        default=False, description="Whether each PDF holds the article that it was made of."
    )
    output_profile: str | None = Field(
        default=None, description="ICC profile of the printing condition, for the profile press."
    )
    text_layer: Literal["searchable", "stock"] = Field(
        default="searchable",
        description="Whether right-to-left text can be copied and searched, or is written as "
        "WeasyPrint writes it.",
    )

    def changed(self, **settings: object) -> "Pdf":
        """Return these settings with others in their place, where those are not ``None``.

        Args:
            **settings: Some of the fields.
        """
        given = {name: value for name, value in settings.items() if value is not None}
        return self.model_copy(update=given)


class Publication(Record):
    """What stands around the articles; each field has a sensible default."""

    name: Localized[Label] | None = Field(
        default=None, description="Name in the masthead; the label page.publication if none."
    )
    tagline: Localized[Passage] | None = Field(default=None, description="Line below the name.")
    languages: Annotated[Several[LanguageTag], AfterValidator(_distinct)] = Field(
        default=("en", "fa", "fa-AF", "ps"), description="Languages of the pages."
    )
    default_locale: LanguageTag = Field(
        default="en", description="Language of plain texts here; the first of languages if none."
    )
    time_zone: Annotated[str, AfterValidator(_zone)] | None = Field(
        default=None,
        validate_default=True,
        description="Time zone of the dates on the pages; where it is not named, that of the "
        "country of the default locale, or else of each date.",
    )
    calendars: dict[LanguageTag, Calendars] = Field(
        default_factory=dict,
        description="Calendar by language, or two that are shown side by side; its own if none.",
    )
    sections: dict[str, Localized[Label]] = Field(
        default_factory=dict, description="Names of the sections that articles name by key."
    )
    theme: str | None = Field(default=None, description="Folder of the theme, from this file.")
    labels: str | None = Field(
        default=None, description="Folder of the publication's own label catalogues (fa.po)."
    )
    draft_labels: bool = Field(
        default=False, description="Whether labels that wait for a translator's review are shown."
    )
    logo: LogoSource | None = Field(default=None, description="Picture in the masthead.")
    base_url: Annotated[Address, AfterValidator(_site)] | None = Field(
        default=None, description="Where the site stands."
    )
    share: Several[Network] = Field(
        default=("telegram", "whatsapp", "x", "facebook", "email", "copy"),
        description="Networks of the share links, in order.",
    )
    rights: Localized[Passage] | None = Field(default=None, description="Copyright line.")
    normalise: Literal["off", "publisher"] = Field(
        default="off",
        description="Whether slips of the keyboard in the publication's own Persian are mended.",
    )
    pdf: Pdf = Field(default_factory=Pdf, description="How PDFs are made.")

    _file: Path | None = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _first_language(cls, data: Any) -> Any:  # noqa: ANN401 - whatever the file has
        if not isinstance(data, dict) or "default_locale" in data:
            return data
        match data.get("languages"):
            case [str(first), *_] if _is_known(first):
                return {**data, "default_locale": first}
        return data

    @field_validator("default_locale")
    @classmethod
    def _is_a_language(cls, tag: str, info: ValidationInfo) -> str:
        languages = info.data.get("languages", (tag,))
        if tag not in languages:
            remedy = f"Use one of {', '.join(languages)}, or add it to languages"
            raise misfit("unknown-value", "is not among the languages", remedy, tag)
        return tag

    @field_validator("time_zone")
    @classmethod
    def _at_home(cls, zone: str | None, info: ValidationInfo) -> str | None:
        """Take the clocks of the country where the default locale is at home."""
        locale = info.data.get("default_locale")
        return zone or (time_zone(locale) if locale else None)

    def with_pdf(self, **settings: object) -> Self:
        """Return this publication with other settings of its PDFs, where those are not ``None``.

        Args:
            **settings: Some of the fields of :class:`Pdf`; a file's path is from its folder.
        """
        return self.model_copy(update={"pdf": self.pdf.changed(**settings)})

    @property
    def folder(self) -> Path | None:
        """The folder of its file, where the logo and the theme lie; ``None`` in memory."""
        return self._file.parent if self._file else None

    @property
    def theme_folder(self) -> Path | None:
        """The theme's folder, or ``None`` for the built-in one."""
        return (self.folder or Path()) / self.theme if self.theme else None

    @property
    def own_folders(self) -> tuple[Path, ...]:
        """The folders of its theme and labels, which hold no articles."""
        home = self.folder or Path()
        named = (home / name for name in (self.theme, self.labels) if name)
        return tuple(
            folder for folder in named if not home.resolve().is_relative_to(folder.resolve())
        )

    @property
    def labels_folder(self) -> Path | None:
        """The folder of its own label catalogues, or ``None`` where it has none.

        Raises:
            PublicationError: It lies outside of the publication's folder, or is missing.
        """
        if self.labels is None:
            return None
        home = (self.folder or Path()).resolve()
        folder = (home / self.labels).resolve()
        if folder.is_dir() and folder.is_relative_to(home):
            return folder
        reason = "is no folder of label catalogues beside the publication's file"
        remedy = "Name a folder that lies there, such as labels"
        file = str(self._file) if self._file else None
        raise PublicationError(
            Diagnostic(
                code="labels-missing",
                reason=reason,
                remedy=remedy,
                file=file,
                field="labels",
                excerpt=self.labels[:80],
            )
        )

    @property
    def output_profile_file(self) -> Path | None:
        """The file of the ICC profile that is named for the press, or ``None``."""
        named = self.pdf.output_profile
        return (self.folder or Path()) / named if named else None

    def logo_picture(self) -> Picture | None:
        """Return what the logo is, after looking at its bytes; ``None`` where there is none.

        Raises:
            PublicationError: It is missing, too large, damaged, of another type, or outside of
                the publication's folder.
        """
        if self.logo is None:
            return None
        try:
            return inspect(self.logo, self.folder, owner="publication")
        except ArticleError as error:
            file = str(self._file) if self._file else None
            raise PublicationError(*error.located(file=file, field="logo").diagnostics) from error

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """Return the publication of a ``toolkit.toml``.

        Args:
            path: The file, or the folder it lies in.

        Raises:
            PublicationError: The file is missing, is not TOML, or breaks the contract; every
                wrong field is named.
        """
        path = Path(path)
        file = path / NAME if path.is_dir() else path
        try:
            publication = cls.model_validate(_read(file))
        except ValidationError as error:
            raise PublicationError(*diagnoses(error, cls, file=str(file))) from error
        publication._file = file  # noqa: SLF001 - the model's own
        return publication


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise _refused(path, "too-large", "is too large for settings", "Shorten it")
        return tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _refused(path, "not-utf-8", "is not UTF-8 text", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _broken(path, str(error)) from error
    except RecursionError as error:
        raise _refused(path, "bad-toml", "is nested too deeply", "Write it flat") from error
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise _refused(path, "publication-missing", reason, "Correct the path") from error


def _broken(path: Path, said: str) -> PublicationError:
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else None
    words = _PLACE.sub("", said)
    reason = f"is not TOML: {words[:1].lower()}{words[1:]}"
    return _refused(path, "bad-toml", reason, 'Write lines such as name = "News"', line)


def _refused(
    path: Path, code: str, reason: str, remedy: str, line: int | None = None
) -> PublicationError:
    return PublicationError(
        Diagnostic(code=code, reason=reason, remedy=remedy, file=str(path), line=line)
    )
