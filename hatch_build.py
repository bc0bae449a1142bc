"""Compiles the label catalogues into the wheel, for other programs that read gettext's MO files."""

import tempfile
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_CATALOGUES = "toolkit/language/catalogues"
_PLACE = "toolkit/locale/{}/LC_MESSAGES/toolkit.mo"


class CatalogueHook(BuildHookInterface):
    """Adds ``toolkit/locale/fa/LC_MESSAGES/toolkit.mo`` and its like."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each PO file; an editable installation needs none."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        for path in sorted(Path(self.root, _CATALOGUES).glob("*.po")):
            compiled = Path(self._folder.name, f"{path.stem}.mo")
            polib.pofile(str(path)).save_as_mofile(str(compiled))
            build_data["force_include"][str(compiled)] = _PLACE.format(path.stem)

    def finalize(self, version: str, _data: dict[str, Any], _artifact: str) -> None:
        """Remove the compiled files."""
        if version != "editable":
            self._folder.cleanup()
