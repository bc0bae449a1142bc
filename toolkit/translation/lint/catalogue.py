"""Holds a whole PO file against the rules."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import polib

from toolkit.article.characters import excerpt
from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.catalogue import Catalogue, Entry, read_catalogue
from toolkit.language.tag import normalise
from toolkit.translation.document import Document
from toolkit.translation.folder import Folder
from toolkit.translation.lint.source import source_faults
from toolkit.translation.lint.wording import Hit, Rule, Wording, faults, rule
from toolkit.translation.plurals import are_equal, plural_forms
from toolkit.translation.tables import table

__all__ = ["diagnostics", "lint"]


def lint(folder: Folder, tags: Iterable[str] = ()) -> list[Diagnostic]:
    """Find what is wrong in the PO files of a folder.

    Args:
        folder: The folder.
        tags: BCP 47 tags of the languages to look at; by default all that have a file.

    Returns:
        The findings, file by file, with line, label, and a suggestion where there is one; about a
        fuzzy translation, which readers are not yet shown, all are notes.

    Raises:
        CatalogueError: A catalogue is missing or damaged.
        ThemeError: A template of the folder's theme cannot be read.
    """
    wanted = [normalise(tag) for tag in tags] or list(folder.files)
    return [found for tag in wanted for found in _lint_file(folder, tag)]


def _lint_file(folder: Folder, tag: str) -> Iterator[Diagnostic]:
    catalogue = read_catalogue(folder.file(tag))
    document = Document.read(catalogue.path)
    blocks = document.labels
    for header_rule, hit in _header(document, tag):
        yield _diagnostic(header_rule, hit, catalogue, None)
    for entry in catalogue.entries.values():
        for found, hit in source_faults(entry, folder, tag):
            yield _diagnostic(found, hit, catalogue, entry)
        yield from diagnostics(entry, catalogue, folder, tag)
        raw = blocks[entry.label].entry
        if raw and not entry.forms and any(raw.msgstr_plural.values()):
            yield _diagnostic(rule("incomplete-plural"), Hit(), catalogue, entry)


def diagnostics(
    entry: Entry, catalogue: Catalogue, folder: Folder, tag: str
) -> Iterator[Diagnostic]:
    """Find what is wrong with one translation.

    Args:
        entry: The entry, as it is or as it would be.
        catalogue: The catalogue that it is in.
        folder: The folder that the catalogue is in.
        tag: BCP 47 tag of the language.
    """
    for wording in _wordings(entry, catalogue, folder, tag):
        for found, hit in faults(wording):
            yield _diagnostic(found, hit, catalogue, entry)


def _wordings(entry: Entry, catalogue: Catalogue, folder: Folder, tag: str) -> Iterator[Wording]:
    """Yield the forms of an entry, those that are the same once."""
    source = folder.sources.get(entry.label)
    single = _single_forms(catalogue) if len(entry.source) > 1 else set[int]()
    said: dict[str, Wording] = {}
    for form, text in enumerate(entry.forms):
        wording = Wording(
            tag=tag,
            label=entry.label,
            sources=entry.source,
            text=text,
            is_narrow=bool(source and _is_narrow(source)),
            omits_count=form in single,
        )
        said.setdefault(text, wording)
    yield from said.values()


def _is_narrow(source: polib.POEntry) -> bool:
    """Tell whether a label stands where there is little room, as its comment says."""
    mark: str = table("lint")["narrow"]["mark"]
    return any(line.startswith(mark) for line in source.comment.splitlines())


def _single_forms(catalogue: Catalogue) -> set[int]:
    """Return the plural forms that serve one number only."""
    forms = [catalogue.plural(count) for count in range(1_000)]
    return {form for form in set(forms) if forms.count(form) == 1}


def _header(document: Document, tag: str) -> Iterator[tuple[Rule, Hit]]:
    fields = document.fields
    plurals, wanted = fields.get("Plural-Forms", ""), plural_forms(tag)
    if not are_equal(plurals, wanted):
        yield rule("plural-header"), Hit(plurals or None, wanted)
    language = fields.get("Language", "")
    if language and not _names(language, tag):
        words = {"found": language, "expected": tag}
        yield rule("language-header"), Hit(words=words)


def _names(language: str, tag: str) -> bool:
    try:
        return normalise(language) == tag
    except LocaleError:
        return False


def _diagnostic(found: Rule, hit: Hit, catalogue: Catalogue, entry: Entry | None) -> Diagnostic:
    words = {"suggestion": f"“{excerpt(hit.suggestion or '')}”", **hit.words}
    said = Diagnostic(
        code=found.code,
        reason=found.reason.format_map(words),
        remedy=found.remedy.format_map(words),
        severity=found.severity,
        file=str(catalogue.path),
        field=entry.label if entry else None,
        line=entry.line if entry else 1,
        excerpt=excerpt(hit.excerpt) if hit.excerpt else None,
        suggestion=hit.suggestion,
    )
    return replace(said, severity="note") if entry and entry.fuzzy else said
