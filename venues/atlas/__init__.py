"""The map that venues are shown on, worked out from the list of postcodes."""
