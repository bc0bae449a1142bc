"""The publication around the articles: ``toolkit.toml``."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, ValidationError

from toolkit.article.fields import Address, Label, Passage, misfit
from toolkit.article.findings import diagnoses
from toolkit.article.model import Record
from toolkit.article.text import LanguageTag, Localized
from toolkit.errors import Diagnostic, PublicationError

__all__ = ["Pdf", "Publication"]

_LARGEST = 200_000


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        remedy = "Use a name such as Asia/Kabul, Asia/Tehran or UTC"
        raise misfit("bad-time-zone", "is not a known time zone", remedy, name) from error
    return name


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class Pdf(Record):
    """How the publication's PDFs are made."""

    profile: str = Field(default="accessible", description="PDF profile.")
    page_size: str = Field(default="A4", description="A4, A5, Letter, or 170mm x 240mm.")


class Publication(Record):
    """What stands around the articles; each field has a sensible default."""

    name: Localized[Label] | None = Field(default=None, description="Name in the masthead.")
    tagline: Localized[Passage] | None = Field(default=None, description="Line below the name.")
    languages: Annotated[tuple[LanguageTag, ...], BeforeValidator(_as_tuple)] = Field(
        default=("en", "fa", "fa-AF", "ps"), min_length=1, description="Languages of the pages."
    )
    default_locale: LanguageTag = Field(default="en", description="Language of plain texts here.")
    time_zone: Annotated[str, AfterValidator(_zone)] | None = Field(
        default=None,
        description="Time zone of the dates on the pages; that of the articles if none.",
    )
    calendars: dict[LanguageTag, Literal["persian", "gregorian"]] = Field(
        default_factory=dict, description="Calendar by language; the language's own if none."
    )
    sections: dict[str, Localized[Label]] = Field(
        default_factory=dict, description="Names of the sections that articles name by key."
    )
    theme: str | None = Field(default=None, description="Folder of the theme, from this file.")
    base_url: Address | None = Field(default=None, description="Where the site stands.")
    share: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)] = Field(
        default=("telegram", "whatsapp", "x", "facebook", "email", "copy"),
        description="Networks of the share links, in order.",
    )
    rights: Localized[Passage] | None = Field(default=None, description="Copyright line.")
    pdf: Pdf = Field(default_factory=Pdf, description="How PDFs are made.")

    _folder: Path | None = PrivateAttr(default=None)

    @property
    def theme_folder(self) -> Path | None:
        """The theme's folder, or ``None`` for the built-in one."""
        if self.theme is None:
            return None
        return (self._folder or Path()) / self.theme

    @classmethod
    def load(cls, path: Path | str) -> "Publication":
        """Return the publication of a ``toolkit.toml``.

        Args:
            path: The file.

        Raises:
            PublicationError: The file is missing, is not TOML, or breaks the contract; every
                wrong field is named.
        """
        path = Path(path)
        data = _read(path)
        try:
            publication = cls.model_validate(data)
        except ValidationError as error:
            raise PublicationError(*diagnoses(error, cls, file=str(path))) from error
        publication._folder = path.parent  # noqa: SLF001 - the model's own
        return publication


def _read(path: Path) -> dict[str, object]:
    def refused(code: str, reason: str, remedy: str) -> PublicationError:
        return PublicationError(Diagnostic(code=code, reason=reason, remedy=remedy, file=str(path)))

    try:
        if path.stat().st_size > _LARGEST:
            raise refused("too-large", "is too large for a publication's settings", "Shorten it")
        return tomllib.loads(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise refused("not-utf-8", "is not UTF-8 text", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise refused("bad-toml", f"is not TOML: {error}", "Mend the line named") from error
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise refused("publication-missing", reason, "Correct the path") from error
