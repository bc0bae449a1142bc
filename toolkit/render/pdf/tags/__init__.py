"""A structure tree that a screen reader can use (ISO 32000-1, 14.7 and 14.8; ISO 14289-1).

WeasyPrint tags boxes: a paragraph that a page break cuts becomes two, the page's head is content,
and nothing says in which language a part is.  Here the boxes of all pages are gathered into one
structure element for each source element before the pages are drawn, the drawing marks each box's
content, and the tree is written from both.  What this replaces is private to WeasyPrint; the guard
knows the sources it was written against.
"""

from toolkit.render.pdf.tags.structure import Structure, tagged

__all__ = ["Structure", "tagged"]
