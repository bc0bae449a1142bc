import logging

import pytest

from toolkit import errors
from toolkit.errors import ArticleError, Diagnostic, ToolkitError, log_report

FOUND = Diagnostic(code="x", reason="is wrong", remedy="Mend it", field="title", excerpt="ab")


def test_a_diagnostic_is_one_line_with_the_way_out():
    assert str(FOUND) == "title: is wrong (“ab”). Mend it."


def test_an_error_tells_the_file_it_was_found_in_and_keeps_its_kind():
    error = ArticleError(FOUND, Diagnostic(code="y", reason="too", file="b.md"))
    located = error.located(file="a.md", field="body")
    assert isinstance(located, ArticleError)
    assert [(told.file, told.field) for told in located.diagnostics] == [
        ("a.md", "title"),
        ("b.md", "body"),
    ]
    assert str(located) == "a.md: title: is wrong (“ab”). Mend it.\nb.md: body: too."


def test_every_error_of_the_toolkit_is_one_of_pythons_kinds_too():
    kinds = [getattr(errors, name) for name in errors.__all__ if name.endswith("Error")]
    for kind in kinds:
        assert issubclass(kind, ToolkitError)
        assert kind is ToolkitError or len(kind.__bases__) == 2


@pytest.mark.parametrize(("severity", "level"), [("error", 40), ("warning", 30), ("note", 20)])
def test_findings_are_logged_by_their_severity(caplog, severity, level):
    with caplog.at_level(logging.DEBUG, "toolkit"):
        log_report(Diagnostic(code="x", reason="is wrong", severity=severity))
    assert [(record.levelno, record.message) for record in caplog.records] == [(level, "is wrong.")]
