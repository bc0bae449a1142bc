"""Says in the template where each label is used, and finds what is used or defined in vain.

The template is the source of the English text, and its ids are written by hand.  So nothing but
the references (``#:``) is written: files without line numbers, as by gettext's
``--add-location=file``, so that a line more in a page changes no catalogue.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.article.characters import excerpt
from toolkit.errors import Diagnostic
from toolkit.translation.document import Document
from toolkit.translation.folder import Folder
from toolkit.translation.usage import Use, find_uses

__all__ = ["extract"]


def extract(folder: Folder, *, dry: bool = False) -> tuple[bool, list[Diagnostic]]:
    """Renew the references in a folder's template.

    Args:
        folder: The folder; without a template, uses are only checked.
        dry: Whether to write nothing.

    Returns:
        Whether the template changed or, if ``dry``, would change; and what was found: labels
        used but not defined (errors), ids put together that nobody can trace, entries without a
        comment for translators, and labels used nowhere.

    Raises:
        CatalogueError: The template is damaged or cannot be written.
        ThemeError: A template cannot be read.
    """
    uses = find_uses(folder.sources, folder.theme)
    found = [*_undefined(folder, uses), *_computed(uses)]
    if not folder.defines_labels:
        return False, found
    template = Document.read(folder.template_path)
    found += [*_uncommented(template), *_unused(template, uses)]
    _refer(template, uses)
    if dry:
        return template.data() != template.content, found
    folder.refuse_if_installed()
    return template.save(), found


def _refer(template: Document, uses: list[Use]) -> None:
    files: dict[str | None, set[str]] = {}
    for use in uses:
        files.setdefault(use.label, set()).add(use.file)
    width = template.width
    for label, block in template.labels.items():
        if block.entry:
            block.entry.occurrences = [(file, "") for file in sorted(files.get(label, ()))]
            block.write(width)


def _undefined(folder: Folder, uses: list[Use]) -> Iterator[Diagnostic]:
    for use in uses:
        if use.label is not None and use.label not in folder.sources:
            near = get_close_matches(use.label, folder.sources, 1)
            meant = f"Did you mean {near[0]}; else define it" if near else "Define it"
            yield Diagnostic(
                code="undefined-label",
                reason=f"There is no label “{excerpt(use.label)}”",
                remedy=f"{meant} in {folder.template_path}",
                file=use.file,
                line=use.line,
            )


def _computed(uses: list[Use]) -> Iterator[Diagnostic]:
    for use in uses:
        if use.label is None:
            yield Diagnostic(
                code="computed-label",
                reason="The label's id is put together, so that nobody can see which it is",
                remedy="Write the id out, or declare the file in usage.toml",
                severity="warning",
                file=use.file,
                line=use.line,
            )


def _uncommented(template: Document) -> Iterator[Diagnostic]:
    for label, block in template.labels.items():
        if block.entry and not block.entry.comment:
            yield Diagnostic(
                code="no-translator-comment",
                reason="has no comment that tells translators where it is shown",
                remedy="Write one above it, beginning with “#. ”",
                severity="warning",
                file=str(template.path),
                field=label,
            )


def _unused(template: Document, uses: list[Use]) -> Iterator[Diagnostic]:
    used = {use.label for use in uses}
    if unused := [label for label in template.labels if label not in used]:
        yield Diagnostic(
            code="unused-label",
            reason=f"{len(unused)} labels are used nowhere: {', '.join(unused)}",
            severity="note",
            file=str(template.path),
        )
