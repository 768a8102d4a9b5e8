"""Reading pictures of pages: cleaned, recognised by Tesseract, put back into rows of print."""
