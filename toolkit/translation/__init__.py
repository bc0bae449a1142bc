"""What translators do with the label catalogues: extract, update, compile, check, hand over.

Files are read and written by polib, through :mod:`toolkit.translation.document`; pages are
rendered with the strict reader of :mod:`toolkit.language.catalogue`.
"""
