"""Sample data: invented venues in real towns, and all that happens in them."""

from venues.services.sample.filling import Size, Summary, fill, reaches

__all__ = ["Size", "Summary", "fill", "reaches"]
