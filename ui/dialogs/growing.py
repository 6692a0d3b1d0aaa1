"""A dialog that gets higher when more is said in it, and never smaller by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog


class GrowingDialog(QDialog):
    """As high as its wrapped sentences and fields need, as far as the screen goes."""

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)  # one of them is the end of this dialog
        handled = super().event(event)
        if (layout := self.layout()) is not None:
            tall = layout.totalHeightForWidth(self.width())
            most = self.screen().availableGeometry().height()
            if self.height() < min(tall, most):
                self.resize(self.width(), min(tall, most))
        return handled
