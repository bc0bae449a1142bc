"""The first page of a PDF as a picture."""

import io

__all__ = ["first_page"]

_QUALITY = 88


def first_page(pdf: bytes, width: int) -> bytes:
    """Return the first page of a PDF as a JPEG.

    Args:
        pdf: The document.
        width: Width of the picture in pixels.

    Raises:
        ValueError: It is no PDF.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError("not a PDF") from error
    try:
        page = document[0]
        image = page.render(scale=width / page.get_width()).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    # Letters are thin: their colour must not be halved.
    image.convert("RGB").save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return out.getvalue()
