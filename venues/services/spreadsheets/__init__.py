"""The catalogue as a spreadsheet: written, read, compared and taken in."""
