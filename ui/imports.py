"""Importing at Python's own speed, in a program with Qt in it.

WORKAROUND PySide6 6.11: it puts a function of its own in the place of ``import``, for
the sake of ``from __feature__ import``, which nothing here uses. At each first import
of any module that function reads the module's whole source through ``inspect`` to see
whether it speaks of PySide6, and ``linecache`` then keeps every line. For what is
imported while the window opens that is a tenth of a second and 20 MB.
"""

from __future__ import annotations

import builtins

from PySide6 import QtCore

__all__ = ["restore"]

QT = QtCore.__name__
"""Qt has to be there: with it comes what is put right here."""


def restore() -> None:
    """Put back the import that was there before, which PySide6 keeps."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
