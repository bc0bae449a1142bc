"""The structure tree as PDF objects (ISO 32000-1, 14.7; ISO 32000-2, 14.7)."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import pydyf

from toolkit.render.pdf.tags.marks import Content
from toolkit.render.pdf.tags.node import Annotation, Leaf, Node
from toolkit.render.pdf.tags.roles import Version, table
from toolkit.render.pdf.tags.spoken import spoken

__all__ = ["Writer"]

_NAMESPACE = "http://iso.org/pdf2/ssn"
_OWNERS = {"Figure": "/Layout", "L": "/List", "TD": "/Table", "TH": "/Table"}


class Writer:
    """Writes one document's tree.

    Args:
        pdf: The PDF, its pages drawn.
        contents: The marked content of each stream, by the stream's ``id``.
        version: Version of PDF.

    Attributes:
        elements: The written object of each element.
    """

    def __init__(self, pdf: Any, contents: Mapping[int, Content], version: Version) -> None:
        self.elements: dict[Node, Any] = {}
        self._pdf = pdf
        self._contents = contents
        self._version = table(version)
        self._pages: Sequence[bytes] = pdf.page_references
        self._page_streams: frozenset[int] = frozenset()
        self._parents: dict[int, Any] = {}
        self._next_key = count(len(self._pages))
        self._ids: dict[str, Any] = {}
        self._namespace: bytes | None = None

    def write(self, root: Node, page_streams: Sequence[Any]) -> None:
        """Write the tree.

        Args:
            root: The element of the document.
            page_streams: The pages' content streams.
        """
        self._page_streams = frozenset(map(id, page_streams))
        tree = self._add({"Type": "/StructTreeRoot"})
        if self._version["namespace"]:
            space = self._add({"Type": "/Namespace", "NS": pydyf.String(_NAMESPACE)})
            self._namespace = space.reference
            tree["Namespaces"] = pydyf.Array([space.reference])
        elif roles := self._version["map"]:
            tree["RoleMap"] = pydyf.Dictionary({role: f"/{known}" for role, known in roles.items()})
        tree["K"] = self._element(root, tree, root.language).reference
        self._refer()
        self._write_parents(tree, page_streams)
        if self._ids:
            names = [part for name in sorted(self._ids) for part in (name, self._ids[name])]
            tree["IDTree"] = self._add({"Names": pydyf.Array(names)}).reference
        self._pdf.catalog["StructTreeRoot"] = tree.reference
        self._pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _add(self, entries: dict[str, Any]) -> Any:
        added = pydyf.Dictionary(entries)
        self._pdf.add_object(added)
        return added

    def _element(self, node: Node, parent: Any, language: str | None) -> Any:
        """Write an element and all in it.

        Args:
            node: The element.
            parent: The object of that around it.
            language: The language there.
        """
        role = self._version["names"].get(node.role, node.role)
        element = self._add({"Type": "/StructElem", "S": f"/{role}", "P": parent.reference})
        self.elements[node] = element
        if role in self._version["namespace"]:
            element["NS"] = self._namespace
        if node.language is not None and node.language != language:
            element["Lang"] = pydyf.String(node.language)
        element.update(node.entries)
        if "ID" in element:
            self._ids[element["ID"]] = element.reference
        if node.attributes:
            owner = {"O": _OWNERS[node.role]}
            element["A"] = pydyf.Dictionary(owner | node.attributes)
        kids = self._kids(node, element)
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return element

    def _kids(self, node: Node, element: Any) -> list[Any]:
        kids: list[Any] = []
        last: Leaf | None = None
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, element, node.language).reference)
            elif isinstance(kid, Annotation):
                kids += self._annotation(kid, node, element)
            elif kid.mcid is not None:
                if not (last and last.stream is kid.stream and last.mcid == kid.mcid):
                    kids.append(self._content(kid, element))
                last = kid
        return kids

    def _content(self, leaf: Leaf, element: Any) -> Any:
        """Return a reference to a sequence of marked content."""
        page = self._pages[leaf.page]
        element.setdefault("Pg", page)
        is_direct = id(leaf.stream) in self._page_streams
        if is_direct and element["Pg"] == page:
            return leaf.mcid
        reference = {"Type": "/MCR", "Pg": page, "MCID": leaf.mcid}
        if not is_direct:
            reference["Stm"] = leaf.stream.reference
        return pydyf.Dictionary(reference)

    def _annotation(self, kid: Annotation, node: Node, element: Any) -> list[Any]:
        """Return the reference to an annotation, if its box has got one."""
        annotation = kid.box.link_annotation or kid.box.widget_annotation
        if not annotation:
            return []
        key = next(self._next_key)
        annotation["StructParent"] = key
        self._parents[key] = element.reference
        if node.role == "Form":
            annotation["Contents"] = annotation["TU"]
        elif words := spoken(node):
            annotation["Contents"] = pydyf.String(words)
        page = self._pages[kid.page]
        element.setdefault("Pg", page)
        return [pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page})]

    def _refer(self) -> None:
        """Write which elements refer to which."""
        for node, element in self.elements.items():
            found = [self.elements[to].reference for to in node.references if to in self.elements]
            if found:
                element["Ref"] = pydyf.Array(found)

    def _write_parents(self, tree: Any, page_streams: Sequence[Any]) -> None:
        """Write which element each sequence of marked content and each annotation belongs to."""
        numbered = {id(stream): number for number, stream in enumerate(page_streams)}
        for stream_id, content in self._contents.items():
            if not content.owners:
                continue
            if stream_id not in numbered:
                content.stream.extra["StructParents"] = numbered[stream_id] = next(self._next_key)
            owners = [self.elements[owner].reference for owner in content.owners]
            self._parents[numbered[stream_id]] = pydyf.Array(owners)
        numbers = [part for key in sorted(self._parents) for part in (key, self._parents[key])]
        tree["ParentTree"] = self._add({"Nums": pydyf.Array(numbers)}).reference
        tree["ParentTreeNextKey"] = next(self._next_key)
