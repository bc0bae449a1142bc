"""What templates use: each other, style sheets, labels, parts of a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateError, nodes
from jinja2.meta import find_referenced_templates

from toolkit.render import Theme
from toolkit.render.template_fault import template_fault
from toolkit.translation.usage import uses_in_template

__all__ = ["Templates"]


@dataclass(frozen=True)
class Templates:
    """A template and all that it includes or extends.

    Args:
        theme: The theme that they are taken from.
        start: The name of the first, such as ``article.html``.
    """

    theme: Theme
    start: str

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The files.

        Raises:
            ThemeError: One is missing, or has a syntax error.
        """
        return tuple(file for file, _ in self._parsed)

    @cached_property
    def attributes(self) -> frozenset[str]:
        """The names of what they show of a page, such as ``latest``: those after a full stop."""
        found = (tree.find_all(nodes.Getattr) for _, tree in self._parsed)
        return frozenset(node.attr for some in found for node in some)

    @cached_property
    def style_sheets(self) -> frozenset[str]:
        """The names of the style sheets that they ask for."""
        return frozenset(
            argument.value
            for _, tree in self._parsed
            for call in tree.find_all(nodes.Call)
            if isinstance(call.node, nodes.Name) and call.node.name == "style"
            for argument in call.args
            if isinstance(argument, nodes.Const)
        )

    @cached_property
    def computes_labels(self) -> bool:
        """Whether one puts the id of a label together, which may then be any."""
        return any(
            use.label is None
            for file, tree in self._parsed
            for use in uses_in_template(tree, str(file))
        )

    @cached_property
    def _parsed(self) -> tuple[tuple[Path, nodes.Template], ...]:
        return tuple(self._walk())

    def _walk(self) -> Iterator[tuple[Path, nodes.Template]]:
        left, done = [self.start], set[str]()
        while left:
            name = left.pop()
            if name not in done:
                done.add(name)
                file, tree = self._parse(name)
                yield file, tree
                left += self._named(tree)

    def _named(self, tree: nodes.Template) -> list[str]:
        """Return the templates that one refers to: all, where it computes a name."""
        found = list(find_referenced_templates(tree))
        if None in found:
            return self.theme.environment.list_templates(["html"])
        return [name for name in found if name]

    def _parse(self, name: str) -> tuple[Path, nodes.Template]:
        environment = self.theme.environment
        assert environment.loader  # noqa: S101 - a theme has one
        try:
            source, file, _ = environment.loader.get_source(environment, name)
            return Path(str(file)), environment.parse(source, name, file)
        except (TemplateError, UnicodeDecodeError) as error:
            raise template_fault(error, name, environment, self.theme.folders[0]) from error
