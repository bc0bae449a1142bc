"""YAML as a publisher writes it: no types of its own, no aliases, no field twice.

Dates, numbers and words such as ``no`` stay the text they are; the contract knows what each field
is (https://yaml.org/spec/1.2.2/#failsafe-schema).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from toolkit.sources.draft import unreadable
from toolkit.sources.syntax import broken

__all__ = ["read_yaml"]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 12
_NUMBERS = {"image.width", "image.height"}


def read_yaml(text: str, path: Path, first_line: int) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the fields of a YAML mapping and their lines.

    Args:
        text: The YAML.
        path: The file it stands in.
        first_line: The file's line that the text begins on, from 1.

    Raises:
        SourceError: It is not YAML, not a mapping, uses an alias, is nested too deep, or names a
            field twice.
    """
    reader = _Reader(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            reader.check(event)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line + (mark.line if mark else 0)
        raise broken(path, "yaml", str(error.problem or error), line) from error
    except yaml.YAMLError as error:
        raise broken(path, "yaml", "it has characters that YAML forbids", first_line) from error
    if not isinstance(node, yaml.MappingNode):
        reason, remedy = "has no fields", "Write lines such as title: A headline"
        raise unreadable(path, "bad-yaml", reason, remedy, line=first_line)
    return reader.mapping(node, ""), reader.lines


class _Reader:
    def __init__(self, path: Path, first_line: int) -> None:
        self.lines: dict[str, int] = {}
        self._path = path
        self._first_line = first_line
        self._depth = 0

    def check(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self._depth -= 1
        if self._depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            alias = isinstance(event, yaml.AliasEvent)
            reason = "uses an alias (*)" if alias else "is nested too deep"
            line = self._first_line + (event.start_mark.line if event.start_mark else 0)
            remedy = "Write it out" if alias else "Write it flat"
            raise unreadable(self._path, "bad-yaml", reason, remedy, line=line)

    def mapping(self, node: yaml.MappingNode, place: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, name, field, line in self._keys(node, place):
            if name in found:
                raise unreadable(
                    self._path,
                    "duplicate-field",
                    f"is given twice, first in line {self.lines[field]}",
                    "Keep one of them",
                    field=field,
                    line=line,
                )
            self.lines[field] = line
            found[name] = self._value(key, field)
        return found

    def _keys(
        self, node: yaml.MappingNode, place: str
    ) -> Iterator[tuple[yaml.Node, str, str, int]]:
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            field = f"{place}.{name}" if place else name
            yield value, name, field, self._first_line + key.start_mark.line

    def _value(self, node: yaml.Node, field: str) -> Any:  # noqa: ANN401 - data of any kind
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, field)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(item, f"{field}.{index}") for index, item in enumerate(node.value)]
        if node.value in ("", "~", "null") and not getattr(node, "style", None):
            return None
        if field in _NUMBERS and node.value.isdecimal():
            return int(node.value)
        return node.value

    def _item(self, node: yaml.Node, field: str) -> Any:  # noqa: ANN401 - data of any kind
        self.lines[field] = self._first_line + node.start_mark.line
        return self._value(node, field)
