"""What every worker needs, imported once for all of them before the first is forked.

Only imports: Pango may start threads when it sets its first line, and those do not survive a fork.
"""

import contextlib

import toolkit.render.pdf.document
import toolkit.render.pdf.fetcher
import toolkit.render.pdf.finish
import toolkit.workers.inside  # noqa: F401 - for the workers
from toolkit.errors import MissingLibraryError
from toolkit.render.pdf.engine import load_weasyprint

with contextlib.suppress(MissingLibraryError):  # whoever asks for a PDF is told
    load_weasyprint()
