"""The report for the board: gathered once, then set as a PDF or put into a workbook."""
