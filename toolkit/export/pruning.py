"""What was made from articles that are no more."""

from collections.abc import Iterator
from pathlib import Path

from toolkit.export.events import Gone
from toolkit.export.manifest import Manifest
from toolkit.export.teller import Teller
from toolkit.render.fonts import faces
from toolkit.render.paths import ASSETS

__all__ = ["prune", "tell_of_gone"]


def tell_of_gone(manifest: Manifest, tell: Teller) -> None:
    """Tell which files were made from articles that are no more.

    Args:
        manifest: Knows them.
        tell: Receives them.
    """
    for path in manifest.outputs.gone():
        tell(Gone(path, "gone"))


def prune(out: Path, manifest: Manifest, tell: Teller) -> None:
    """Remove them, and the pictures and fonts that no page refers to any more.

    Args:
        out: The folder of the results.
        manifest: Knows them.
        tell: Receives them.

    Raises:
        OSError: One cannot be removed.
    """
    for path in manifest.outputs.gone():
        (out / path).unlink(missing_ok=True)
        tell(Gone(path, "removed"))
    manifest.outputs.forget_gone()
    manifest.outputs.need(face.asset for face in faces("web"))
    for file in _assets(out):
        if not manifest.outputs.needs(file.name):
            file.unlink(missing_ok=True)
    manifest.save()


def _assets(out: Path) -> Iterator[Path]:
    folder = out / ASSETS
    if folder.is_dir():
        yield from folder.iterdir()
