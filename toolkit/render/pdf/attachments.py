"""Files within a PDF (ISO 32000-2, 7.11.4 and 14.13; ISO 19005-3, 6.8)."""

from hashlib import md5
from typing import Any

import pydyf

from toolkit.render.pdf.facts import Attachment

__all__ = ["attach"]


def attach(pdf: pydyf.PDF, attachment: Attachment) -> None:
    """Put the source of a document into it.

    Args:
        pdf: The PDF.
        attachment: The source; its dates are those of the document.
    """
    date = pdf.info.get("ModDate") or pdf.info.get("CreationDate")
    parameters: dict[str, Any] = {
        "Size": len(attachment.data),
        "CheckSum": f"<{md5(attachment.data, usedforsecurity=False).hexdigest()}>",
    }
    if date is not None:
        parameters["ModDate"] = date
    file = pydyf.Stream(
        [attachment.data],
        pydyf.Dictionary(
            {
                "Type": "/EmbeddedFile",
                "Subtype": f"/{attachment.media_type.replace('/', '#2f')}",
                "Params": pydyf.Dictionary(parameters),
            }
        ),
        compress=True,
    )
    pdf.add_object(file)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(attachment.name),
            "UF": pydyf.String(attachment.name),
            "EF": pydyf.Dictionary({"F": file.reference, "UF": file.reference}),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": "/Source",
        }
    )
    pdf.add_object(specification)
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    files = pydyf.Array([pydyf.String(attachment.name), specification.reference])
    names["EmbeddedFiles"] = pydyf.Dictionary({"Names": files})
    pdf.catalog["AF"] = pydyf.Array([specification.reference])
