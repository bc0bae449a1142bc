"""The rendering API over HTTP: ``toolkit serve``, or an application for another server.

::

    from toolkit.service import Settings, create_app

    app = create_app(Settings())  # ASGI
"""

from toolkit.service.app import create_app
from toolkit.service.settings import Settings

__all__ = ["Settings", "create_app"]
