"""Where labels are used: in templates, in code, and in the data that ``usage.toml`` declares."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from toolkit.errors import Diagnostic, ThemeError
from toolkit.resources import PACKAGE, TEMPLATES
from toolkit.translation.tables import table

__all__ = ["Use", "find_uses", "read_templates", "used_in_templates", "uses_in_template"]

_ID = re.compile(r"""["'][a-z0-9]+\.[a-z0-9_.]+["']""")
_METHODS = {"html", "text", "lang"}
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a label is used.

    Args:
        label: The label's id, or ``None`` where it is computed.
        file: The file, from the root of the project or of the theme's parent.
        line: Its line, from 1.
    """

    label: str | None
    file: str
    line: int


def find_uses(known: Collection[str], theme: Path | None = None) -> list[Use]:
    """Find the uses of labels.

    Args:
        known: The ids that are defined: code uses one by naming it, in whatever call or table.
        theme: Folder of a publisher's templates, or ``None``.

    Returns:
        The uses in templates, in code and in declared data, file by file.

    Raises:
        ThemeError: A template cannot be read.
    """
    return [
        *(use for name, tree in read_templates(theme) for use in uses_in_template(tree, name)),
        *_in_code(frozenset(known)),
        *_declared(known),
    ]


def used_in_templates(theme: Path | None) -> frozenset[str]:
    """Return the ids of the labels that templates use, the built-in ones and a theme's.

    Args:
        theme: Folder of a publisher's templates, or ``None``.

    Raises:
        ThemeError: A template cannot be read.
    """
    uses = (use for name, tree in read_templates(theme) for use in uses_in_template(tree, name))
    return frozenset(use.label for use in uses if use.label)


def read_templates(theme: Path | None = None) -> Iterator[tuple[str, nodes.Template]]:
    """Yield the templates: the built-in ones, then a theme's.

    Args:
        theme: Folder of a publisher's templates, or ``None``.

    Yields:
        The file, such as ``templates/page.html``, and its syntax tree.

    Raises:
        ThemeError: A template cannot be read.
    """
    for folder in (TEMPLATES, *([theme] if theme else [])):
        for path in sorted(folder.rglob("*.html")):
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", _parse(path)


def _parse(path: Path) -> nodes.Template:
    try:
        facts = path.stat()
        if facts.st_size > _LARGEST:
            raise _broken(path, None, "the template is larger than 1 MB")
        return _parse_once(path, facts.st_mtime_ns, facts.st_size)
    except TemplateSyntaxError as error:
        raise _broken(path, error.lineno, error.message or "syntax error") from error
    except (UnicodeDecodeError, OSError) as error:
        raise _broken(path, None, f"the template cannot be read: {error}") from error


@lru_cache(maxsize=128)
def _parse_once(path: Path, _changed: int, _size: int) -> nodes.Template:
    return Environment(autoescape=True).parse(path.read_text("utf-8"))


def _broken(path: Path, line: int | None, reason: str) -> ThemeError:
    return ThemeError(Diagnostic(code="theme", reason=reason, file=str(path), line=line))


def uses_in_template(tree: nodes.Template, file: str) -> Iterator[Use]:
    """Yield the uses of labels in one template.

    Args:
        tree: Its syntax tree.
        file: What the uses say that it is called.
    """
    functions = table("usage")["functions"]
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in functions and call.args:
            ids: list[str | None] = [*_constants(call.args[0])]
            yield from (Use(label, file, call.lineno) for label in ids or [None])


def _constants(node: nodes.Expr) -> Iterator[str]:
    """Yield the ids that an expression can be; a condition chooses between two."""
    match node:
        case nodes.Const(value=str(label)):
            yield label
        case nodes.CondExpr(expr1=first, expr2=second):
            yield from _constants(first)
            yield from _constants(second) if second else ()


@lru_cache(maxsize=4)
def _in_code(known: frozenset[str]) -> tuple[Use, ...]:
    return tuple(_walk_code(known))


def _walk_code(known: frozenset[str]) -> Iterator[Use]:
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        if _ID.search(text):
            file = f"{PACKAGE.name}/{path.relative_to(PACKAGE).as_posix()}"
            yield from _in_module(ast.parse(text), file, known)


def _in_module(tree: ast.Module, file: str, known: frozenset[str]) -> Iterator[Use]:
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(label)) if label in known:
                yield Use(label, file, node.lineno)
            case ast.Call(func=ast.Attribute(value=owner, attr=method), args=[first, *_]) if (
                method in _METHODS and ast.unparse(owner).endswith("labels")
            ):
                yield from _in_call(first, file, known)


def _in_call(first: ast.expr, file: str, known: frozenset[str]) -> Iterator[Use]:
    """Yield the id of a call if it is not defined, or if it is put together."""
    match first:
        case ast.Constant(value=str(label)) if label not in known:
            yield Use(label, file, first.lineno)
        case ast.JoinedStr() | ast.BinOp() | ast.Subscript():
            if file not in table("usage")["declared"]:
                yield Use(None, file, first.lineno)


def _declared(known: Collection[str]) -> Iterator[Use]:
    for file, patterns in table("usage")["declared"].items():
        if file.endswith(".toml"):
            for label in known:
                if any(fnmatchcase(label, pattern) for pattern in patterns):
                    yield Use(label, file, 1)
