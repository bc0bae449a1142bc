"""The folder that takes what is made: one failure stops no other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.errors import Diagnostic, RenderError
from toolkit.render.faults import REMEDY, faults_of
from toolkit.render.fonts import faces
from toolkit.render.output import write_whole
from toolkit.render.paths import ASSETS
from toolkit.render.pictures import Asset

__all__ = ["Outcome", "Outlet"]


@dataclass(slots=True)
class Outcome:
    """What was made.

    Args:
        files: The files written, assets left out.
        failures: Why the others were not.
    """

    files: list[Path] = field(default_factory=list)
    failures: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Writes files whole, and notes why one could not be made.

    Args:
        out: The folder.
        outcome: Takes what was written and what failed.
        assets: Names of the pictures and fonts that pages refer to.
    """

    out: Path
    outcome: Outcome = field(default_factory=Outcome)
    assets: set[str] = field(default_factory=set)

    def open(self, *, has_fonts: bool) -> None:
        """Make the folder.

        Args:
            has_fonts: Whether the web fonts go into it.

        Raises:
            RenderError: Nothing can be written into it.
        """
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            if has_fonts:
                for face in faces("web"):
                    self.assets.add(face.asset)
                    if not (self.out / ASSETS / face.asset).exists():
                        write_whole(self.out / ASSETS / face.asset, face.file.read_bytes())
        except OSError as error:
            reason = f"results cannot be written here: {error.strerror or error}"
            raise RenderError(
                Diagnostic(code="write", reason=reason, remedy=REMEDY, file=str(self.out))
            ) from error

    def write(self, path: str, make: Callable[[], bytes], *, source: str | None = None) -> None:
        """Make one file; note why where that fails.

        Args:
            path: Where it stands in the folder.
            make: Returns its content.
            source: The file that it is made from.
        """
        target = self.out / path
        try:
            write_whole(target, make())
            self.outcome.files.append(target)
        except Exception as error:  # noqa: BLE001 - one file must not stop the others
            self.outcome.failures.extend(faults_of(error, target, source))

    def add_pictures(self, pictures: Mapping[str, Asset]) -> None:
        """Write the pictures that are not there yet; the name of each tells its content.

        Raises:
            OSError: One cannot be read or written.
        """
        for name, picture in pictures.items():
            self.assets.add(name)
            path = self.out / ASSETS / name
            if not path.exists():
                write_whole(path, picture.read())

    @property
    def paths(self) -> Iterator[str]:
        """Paths of all that was made in the folder, with slashes."""
        yield from (file.relative_to(self.out).as_posix() for file in self.outcome.files)
        yield from (ASSETS + name for name in self.assets)

    def fail(self, error: OSError) -> None:
        """Note that something cannot be written.

        Args:
            error: Why; it names the file.
        """
        name = error.filename or self.out
        reason = f"{name} cannot be written: {error.strerror or error}"
        self.outcome.failures.append(
            Diagnostic(code="write", reason=reason, remedy=REMEDY, file=str(self.out))
        )
