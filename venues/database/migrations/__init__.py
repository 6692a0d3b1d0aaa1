"""The steps from an empty file to today's tables; run by the program itself."""
